/** Why a register holds what it holds, as the session tells it: the row, and who made it (an entry, or a program's sentence). */
import type { Message } from '../base/problem.ts';
import { lastWrite, type Origin, type Place } from '../session/provenance.ts';
import { entryAt } from '../session/log.ts';
import { Event } from '../engine/trace.ts';
import { sentenceOfRow, type Told } from './sentences.ts';
import type { SessionState } from './session-state.ts';

/** Who made a row: what a person typed or clicked, or what a program said it was about to do. */
export type Maker =
  | { readonly by: 'person'; readonly text: string }
  | { readonly by: 'program'; readonly program: string; readonly say: Message };

export type WhyKind = Origin['kind'] | 'dumped' | 'reset-event' | 'clock' | 'plug' | 'unplug' | 'error';

export interface Answer {
  readonly kind: WhyKind;
  /** The row that made it; -1: none. */
  readonly row: number;
  /** That row is the one at the cursor. */
  readonly isNow: boolean;
  readonly maker: Maker | undefined;
  /** A later row that wrote it and changed nothing, or -1. */
  readonly again: number;
}

export function makerOf(told: Told, row: number): Maker | undefined {
  const sentence = sentenceOfRow({ ...told, cursor: row + 1 });
  if (sentence) return { by: 'program', program: sentence.program, say: sentence.say };
  const entry = told.log[entryAt(told.log, row)]?.entry;
  return entry && { by: 'person', text: entry.text };
}

const events: Readonly<Record<number, WhyKind>> = {
  [Event.reset]: 'reset-event',
  [Event.clock]: 'clock',
  [Event.plug]: 'plug',
  [Event.unplug]: 'unplug',
  [Event.error]: 'error',
};

/** Asked of the machine as it stands at the cursor. */
export function whyOf(state: SessionState, place: Place): Answer {
  const { machine, cursor } = state;
  const origin = lastWrite(machine, cursor, place);
  const none = { row: -1, isNow: false, maker: undefined };
  if (origin.kind === 'computed') return { ...none, kind: 'computed', again: -1 };
  if (origin.kind === 'reset') {
    const kind = machine.board.platform.id === 'dump' ? 'dumped' : 'reset';
    return { ...none, kind, again: origin.again };
  }
  const { row, again } = origin;
  const event = origin.kind === 'event' ? events[machine.trace.target[row] ?? 0] : undefined;
  return {
    kind: event ?? origin.kind,
    row,
    isNow: row === cursor - 1,
    maker: makerOf(state, row),
    again,
  };
}
