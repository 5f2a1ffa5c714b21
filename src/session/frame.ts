/** The next piece of tape and trace on its way from the machine that runs to the machine that follows. */
import { atOnce } from '../base/at-once.ts';
import type { Machine } from '../engine/machine.ts';
import type { Entry } from './command.ts';
import type { Logged } from './log.ts';
import { nothingKnown, type Piece } from './sentences.ts';
import type { Branch, Session } from './session.ts';

/**
 * A branch on its way. Its first entries are those of the branch as it was sent before, or else of the last frame's log:
 * of them the number is told.
 */
export interface SentBranch extends Branch {
  readonly shared: number;
}

export interface Frame {
  /** Splice here: rows before are shared, rows after are replaced. */
  readonly row: number;
  /** Pages appended since the last frame, in order. */
  readonly pages: readonly number[];
  /** Tape from row `row` on: which word, what it was, what it became. */
  readonly at: Int32Array;
  readonly old: Int32Array;
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
  /** A branch that has been sent before, as it is still, is its id alone. */
  readonly branches: readonly (SentBranch | number)[];
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
  private sentBranches: readonly Branch[] = [];
  private readonly known = nothingKnown();

  constructor(session: Session) {
    this.session = session;
  }

  /** The next frame, of so many rows at most; `isBegun`: of a story that has only begun to be told again. */
  cut(withHash = false, most = Infinity, isBegun = false): Frame {
    const { session } = this;
    const { machine, log, sentences, program } = session;
    const { trace, image } = machine;
    const row = session.stable;
    const end = Math.min(trace.length, row + most);
    const isLast = end === trace.length;
    const from = row === 0 ? 0 : (trace.tape[row - 1] ?? 0);
    const to = isLast ? image.tape.position : (trace.tape[end - 1] ?? 0);
    const logFrom = shared(log, this.sentLog, (a, b) => a.entry === b.entry && a.first === b.first);
    const sentencesFrom = session.stableSentences;
    const sentencesTo = isLast ? sentences.length : sentences.firstFrom(end, sentencesFrom);
    const more = isLast && !isBegun ? (session.isUnfinished ? 'run' : undefined) : 'piece';
    const frame: Frame = {
      row,
      pages: image.pages.slice(this.pages),
      at: image.tape.at.slice(from, to),
      old: image.tape.old.slice(from, to),
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
      branches: session.branches.map((b) => (this.sentBranches.includes(b) ? b.id : this.told(b))),
      undone: session.undone.map((e) => e.text),
      ...(withHash ? { hash: image.hash() } : {}),
      ...(more === undefined ? {} : { more }),
    };
    session.stable = end;
    session.stableSentences = sentencesTo;
    this.pages = image.pages.length;
    this.sentLog = [...log];
    this.sentBranches = [...session.branches];
    return frame;
  }

  private told(branch: Branch): SentBranch {
    const base = baseOf(branch, this.sentBranches, this.sentLog);
    const same = shared(branch.entries, base);
    return { ...branch, shared: same, entries: branch.entries.slice(same) };
  }
}

/** What a branch's entries are told by. */
const baseOf = ({ id }: Branch, known: readonly Branch[], log: readonly Logged[]): readonly Entry[] =>
  known.find((b) => b.id === id)?.entries ?? log.map(({ entry }) => entry);

/** How many of the first items two lists have in common. */
function shared<T>(
  one: readonly T[],
  other: readonly T[],
  isSame: (a: T, b: T) => boolean = (a, b) => a === b,
): number {
  const n = one.findIndex((each, i) => {
    const there = other[i];
    return there === undefined || !isSame(each, there);
  });
  return n < 0 ? one.length : n;
}

/**
 * The branches that a frame tells of, for one who has those of all frames before and the log as it was. They hold the same
 * entries as what they are told by, not copies: a story that was left many times is kept once.
 */
export const branchesOf = (
  { branches }: Frame,
  known: readonly Branch[],
  log: readonly Logged[],
): readonly Branch[] =>
  branches.flatMap((b) => {
    if (typeof b === 'number') return known.filter(({ id }) => id === b);
    const { shared: same, ...branch } = b;
    return [{ ...branch, entries: [...baseOf(b, known, log).slice(0, same), ...b.entries] }];
  });

/** Rows that are spliced at once. */
const stepRows = 0x4000;

/**
 * Splices a frame onto a following machine, a little at a time. The machine stays where it is, or at the end of what it shares
 * with the frame if that is before; after each step it may be wound anywhere in what has come.
 */
export function* splice(m: Machine, frame: Frame): Generator<void, void> {
  for (const page of frame.pages) m.image.append(page);
  const { trace } = m;
  const { tape } = m.image;
  const start = Math.min(frame.row, trace.length);
  const end = start + frame.op.length;
  // what the leader changed after the last row is told again with the next
  const base = start === 0 ? 0 : (trace.tape[start - 1] ?? 0);
  if (tape.position > base) m.wind(base);
  trace.cut(start);
  tape.length = base;
  yield* trace.growing(end);
  yield* tape.growing(base + frame.at.length);
  let from = 0;
  do {
    const to = Math.min(from + stepRows, frame.op.length);
    const isLast = to === frame.op.length;
    const tapeFrom = from === 0 ? 0 : (frame.tape[from - 1] ?? 0) - base;
    const tapeTo = isLast ? frame.at.length : (frame.tape[to - 1] ?? 0) - base;
    tape.at.set(frame.at.subarray(tapeFrom, tapeTo), base + tapeFrom);
    tape.old.set(frame.old.subarray(tapeFrom, tapeTo), base + tapeFrom);
    tape.now.set(frame.now.subarray(tapeFrom, tapeTo), base + tapeFrom);
    tape.length = base + tapeTo;
    const at = start + from;
    trace.op.set(frame.op.subarray(from, to), at);
    trace.bytes.set(frame.bytes.subarray(from, to), at);
    trace.outcome.set(frame.outcome.subarray(from, to), at);
    trace.address.set(frame.address.subarray(from, to), at);
    trace.value.set(frame.value.subarray(from, to), at);
    trace.high.set(frame.high.subarray(from, to), at);
    trace.fn.set(frame.fn.subarray(from, to), at);
    trace.target.set(frame.target.subarray(from, to), at);
    trace.tape.set(frame.tape.subarray(from, to), at);
    trace.length = start + to;
    trace.functions.keepUp();
    from = to;
    yield;
  } while (from < frame.op.length);
}

/** Splices a frame onto a following machine at once; it is left at the end of the story. */
export function follow(m: Machine, frame: Frame): void {
  atOnce(splice(m, frame));
  m.wind(m.image.tape.length);
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
