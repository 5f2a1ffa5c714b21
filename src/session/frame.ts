/** The next piece of tape and trace on its way from the machine that runs to the machine that follows. */
import type { Machine } from '../engine/machine.ts';
import type { Logged } from './log.ts';
import { nothingKnown, type Piece } from './sentences.ts';
import type { Branch, Session } from './session.ts';

export interface Frame {
  /** Splice here: rows before are shared, rows after are replaced. */
  readonly row: number;
  /** Pages appended since the last frame, in order. */
  readonly pages: readonly number[];
  /** Tape from row `row` on: which word, what it became. The follower knows what it was. */
  readonly at: Int32Array;
  readonly now: Int32Array;
  readonly op: Uint8Array;
  readonly bytes: Uint8Array;
  readonly outcome: Uint8Array;
  readonly address: Float64Array;
  readonly value: Int32Array;
  readonly high: Int32Array;
  readonly fn: Int32Array;
  readonly target: Int32Array;
  /** Tape position after each row. */
  readonly tape: Int32Array;
  /** The log from entry `logFrom` on. */
  readonly logFrom: number;
  readonly log: readonly Logged[];
  /** What the programs have said since. */
  readonly said: Piece;
  /** The program that could go on. */
  readonly program?: string;
  readonly story: number;
  readonly branches: readonly Branch[];
  /** Texts of the entries that can be redone, the next one last. */
  readonly undone: readonly string[];
  /** Fingerprint of the leader's state, when asked for. */
  readonly hash?: number;
  /** This is not all: a piece of a large story, or a run that goes on. */
  readonly more?: 'piece' | 'run';
}

/** Cuts frames: remembers what has been sent. */
export class Cutter {
  private readonly session: Session;
  private pages = 0;
  private sentLog: readonly Logged[] = [];
  private readonly known = nothingKnown();

  constructor(session: Session) {
    this.session = session;
  }

  /** The next frame, of so many rows at most. */
  cut(withHash = false, most = Infinity): Frame {
    const { session } = this;
    const { machine, log, sentences, program } = session;
    const { trace, image } = machine;
    const row = session.stable;
    const end = Math.min(trace.length, row + most);
    const isLast = end === trace.length;
    const from = row === 0 ? 0 : (trace.tape[row - 1] ?? 0);
    const to = isLast ? image.tape.position : (trace.tape[end - 1] ?? 0);
    const logFrom = shared(log, this.sentLog);
    const sentencesFrom = session.stableSentences;
    const sentencesTo = isLast ? sentences.length : sentences.firstFrom(end, sentencesFrom);
    const more = isLast ? (session.isUnfinished ? 'run' : undefined) : 'piece';
    const frame: Frame = {
      row,
      pages: image.pages.slice(this.pages),
      at: image.tape.at.slice(from, to),
      now: image.tape.now.slice(from, to),
      op: trace.op.slice(row, end),
      bytes: trace.bytes.slice(row, end),
      outcome: trace.outcome.slice(row, end),
      address: trace.address.slice(row, end),
      value: trace.value.slice(row, end),
      high: trace.high.slice(row, end),
      fn: trace.fn.slice(row, end),
      target: trace.target.slice(row, end),
      tape: trace.tape.slice(row, end),
      logFrom,
      log: log.slice(logFrom),
      said: sentences.piece(sentencesFrom, sentencesTo, this.known),
      ...(program === undefined ? {} : { program }),
      story: session.story,
      branches: session.branches,
      undone: session.undone.map((e) => e.text),
      ...(withHash ? { hash: image.hash() } : {}),
      ...(more === undefined ? {} : { more }),
    };
    session.stable = end;
    session.stableSentences = sentencesTo;
    this.pages = image.pages.length;
    this.sentLog = [...log];
    return frame;
  }
}

/** How many of the first items two lists have in common. */
function shared<T>(one: readonly T[], other: readonly T[]): number {
  let n = 0;
  while (n < one.length && one[n] === other[n]) n++;
  return n;
}

/** Splices a frame onto a following machine; it is left at the end of the story. */
export function follow(m: Machine, frame: Frame): void {
  m.cut(frame.row);
  for (const page of frame.pages) m.image.append(page);
  const { image, trace } = m;
  for (let i = 0; i < frame.at.length; i++) image.set(frame.at[i] ?? 0, frame.now[i] ?? 0);
  const start = trace.length;
  const length = start + frame.op.length;
  trace.reserve(length);
  trace.op.set(frame.op, start);
  trace.bytes.set(frame.bytes, start);
  trace.outcome.set(frame.outcome, start);
  trace.address.set(frame.address, start);
  trace.value.set(frame.value, start);
  trace.high.set(frame.high, start);
  trace.fn.set(frame.fn, start);
  trace.target.set(frame.target, start);
  trace.tape.set(frame.tape, start);
  trace.length = length;
  m.wind(image.tape.position);
}

/** What of a frame can be handed over instead of copied. */
export function buffersOf(frame: Frame): ArrayBuffer[] {
  const parts: readonly object[] = [frame, frame.said];
  return parts.flatMap((part) =>
    Object.values(part).flatMap((each: unknown) =>
      ArrayBuffer.isView(each) && each.buffer instanceof ArrayBuffer ? [each.buffer] : [],
    ),
  );
}
