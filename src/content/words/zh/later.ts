/** The Chinese words of what comes after the first paint; the twin of en/later.ts. */
import { addressMap } from './address-map.ts';
import { announce } from './announce.ts';
import { hex, hexMessages } from './hex.ts';
import { lanes } from './lanes.ts';
import { embed } from './embed.ts';
import { flight, flightMessages } from './flight.ts';
import { timeline, timelineMessages } from './timeline.ts';
import { panes } from './panes.ts';
import { registers } from './registers.ts';
import { states } from './states.ts';
import { terms } from './terms.ts';
import { why } from './why.ts';

export const later = {
  ...addressMap,
  ...announce,
  ...lanes,
  ...embed,
  ...flightMessages,
  ...flight,
  ...hexMessages,
  ...timelineMessages,
  ...timeline,
  ...hex,
  ...panes,
  ...registers,
  ...states,
  ...terms,
  ...why,
};
