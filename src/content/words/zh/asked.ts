/** The Chinese words of what a person asks for; the twin of en/asked.ts. */
import { compare } from './compare.ts';
import { dialogs } from './dialogs.ts';
import { linux } from './linux.ts';
import { mend, mendMessages } from './mend.ts';
import { packing } from './packing.ts';
import { palette } from './palette.ts';
import { present } from './present.ts';
import { programPane } from './program-pane.ts';
import { programs } from './programs.ts';
import { script, scriptMessages } from './script.ts';
import { seabios } from './seabios.ts';
import { share, shareMessages } from './share.ts';
import { trouble } from './trouble.ts';

export const asked = {
  ...compare,
  ...dialogs,
  ...linux,
  ...mend,
  ...mendMessages,
  ...packing,
  ...programPane,
  ...programs,
  ...script,
  ...scriptMessages,
  ...seabios,
  ...share,
  ...shareMessages,
  ...palette,
  ...present,
  ...trouble,
};
