/** The English words of what comes after the first paint: console, programs, lints, dialogs. A chunk of its own. */
import { compare } from './en-compare.ts';
import { dialogs } from './en-dialogs.ts';
import { console } from './en-console.ts';
import { lints } from './en-lints.ts';
import { linux } from './en-linux.ts';
import { packing } from './en-packing.ts';
import { programPane } from './en-program-pane.ts';
import { programs } from './en-programs.ts';
import { script, scriptMessages } from './en-script.ts';
import { seabios } from './en-seabios.ts';

export const later = {
  ...console,
  ...lints,
  ...packing,
  ...programs,
  ...scriptMessages,
  ...seabios,
  ...linux,
  ...compare,
  ...dialogs,
  ...programPane,
  ...script,
};
