/** The English words of what comes after the first paint: timeline, map, console, lints. A chunk of its own. */
import { announce } from './announce.ts';
import { hex, hexMessages } from './hex.ts';
import { console, consoleWords } from './console.ts';
import { messages } from './messages.ts';
import { lanes } from './lanes.ts';
import { lints } from './lints.ts';
import { composer } from './composer.ts';
import { embed } from './embed.ts';
import { exported } from './export.ts';
import { flight, flightMessages } from './flight.ts';
import { timeline, timelineMessages } from './timeline.ts';
import { panes } from './panes.ts';
import { states } from './states.ts';
import { terms } from './terms.ts';
import { update } from './update.ts';
import { why } from './why.ts';

export const later = {
  ...announce,
  ...console,
  ...consoleWords,
  ...messages,
  ...lints,
  ...lanes,
  ...composer,
  ...embed,
  ...exported,
  ...flightMessages,
  ...flight,
  ...hexMessages,
  ...timelineMessages,
  ...timeline,
  ...hex,
  ...panes,
  ...states,
  ...terms,
  ...update,
  ...why,
};
