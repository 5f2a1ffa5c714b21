/** The English words of what comes after the first paint: console, programs, lints, dialogs. A chunk of its own. */
import { compare } from './compare.ts';
import { dialogs } from './dialogs.ts';
import { console } from './console.ts';
import { lints } from './lints.ts';
import { linux } from './linux.ts';
import { packing } from './packing.ts';
import { programPane } from './program-pane.ts';
import { programs } from './programs.ts';
import { script, scriptMessages } from './script.ts';
import { seabios } from './seabios.ts';
import { share, shareMessages } from './share.ts';

export const later = {
  ...console,
  ...lints,
  ...packing,
  ...programs,
  ...scriptMessages,
  ...shareMessages,
  ...seabios,
  ...linux,
  ...compare,
  ...dialogs,
  ...programPane,
  ...script,
  ...share,
};
