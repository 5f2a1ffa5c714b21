/** The Chinese words of what comes after the first paint; the twin of en/later.ts. */
import { compare } from './compare.ts';
import { dialogs } from './dialogs.ts';
import { hex, hexMessages } from './hex.ts';
import { console } from './console.ts';
import { messages } from './messages.ts';
import { lints } from './lints.ts';
import { linux } from './linux.ts';
import { composer } from './composer.ts';
import { exported } from './export.ts';
import { flight, flightMessages } from './flight.ts';
import { packing } from './packing.ts';
import { programPane } from './program-pane.ts';
import { programs } from './programs.ts';
import { script, scriptMessages } from './script.ts';
import { seabios } from './seabios.ts';
import { timeline, timelineMessages } from './timeline.ts';
import { share, shareMessages } from './share.ts';
import { palette } from './palette.ts';
import { present } from './present.ts';
import { states } from './states.ts';
import { terms } from './terms.ts';
import { update } from './update.ts';

export const later = {
  ...console,
  ...messages,
  ...lints,
  ...composer,
  ...exported,
  ...flightMessages,
  ...flight,
  ...packing,
  ...programs,
  ...scriptMessages,
  ...shareMessages,
  ...hexMessages,
  ...seabios,
  ...linux,
  ...compare,
  ...timelineMessages,
  ...timeline,
  ...dialogs,
  ...hex,
  ...programPane,
  ...script,
  ...share,
  ...palette,
  ...present,
  ...states,
  ...terms,
  ...update,
};
