/** Counts the rows of the trace by lane and pixel column, straight from its typed columns. */
import { Op, Outcome, type Trace } from '../../engine/trace.ts';

export const lanes = ['config', 'io', 'memory', 'other'] as const;
export type Lane = (typeof lanes)[number];

/** Lane of each op: latch, config and ecam are configuration; DMA, messages and events share the last. */
const laneOf = new Uint8Array(128);
laneOf[Op.config] = laneOf[Op.latch] = laneOf[Op.ecam] = 0;
laneOf[Op.io] = 1;
laneOf[Op.memory] = 2;
laneOf[Op.dma] = laneOf[Op.message] = laneOf[Op.event] = 3;

export const laneOfOp = (op: number): number => laneOf[op & 127] ?? 3;

/** A register, to find the rows that touch it. */
export interface Watched {
  readonly fn: number;
  /** Undefined: every access to the function. */
  readonly offset: number | undefined;
  readonly bytes: number;
}

export interface Bins {
  readonly columns: number;
  /** Rows by lane × column. */
  readonly counts: Uint32Array;
  /** Rows that nobody claimed, by lane × column. */
  readonly unclaimed: Uint32Array;
  /** 1 where a row touches the watched register, by column. */
  readonly marks: Uint8Array;
  /** The largest count of all. */
  readonly most: number;
}

type Columns = Pick<Trace, 'op' | 'outcome' | 'fn' | 'target' | 'bytes' | 'length'>;

/** Bins of the rows in [from, to) over `columns` equal columns. */
export function binRows(trace: Columns, from: number, to: number, columns: number, watched?: Watched): Bins {
  const counts = new Uint32Array(lanes.length * columns);
  const unclaimed = new Uint32Array(lanes.length * columns);
  const marks = new Uint8Array(columns);
  const { op, outcome } = trace;
  const first = Math.max(0, Math.floor(from));
  const end = Math.min(trace.length, Math.ceil(to));
  const perRow = columns / (to - from);
  for (let i = first; i < end; i++) {
    const column = Math.min(columns - 1, Math.max(0, ((i + 0.5 - from) * perRow) | 0));
    const at = (laneOf[(op[i] ?? 0) & 127] ?? 3) * columns + column;
    counts[at] = (counts[at] ?? 0) + 1;
    if (outcome[i] === Outcome.unclaimed) unclaimed[at] = (unclaimed[at] ?? 0) + 1;
  }
  if (watched !== undefined) {
    for (let i = first; i < end; i++) {
      if (!touches(trace, i, watched)) continue;
      marks[Math.min(columns - 1, Math.max(0, ((i + 0.5 - from) * perRow) | 0))] = 1;
    }
  }
  let most = 0;
  for (const n of counts) if (n > most) most = n;
  return { columns, counts, unclaimed, marks, most };
}

/** Row `i` reads or writes the watched register (or, without one, asks the function anything). */
export function touches(trace: Columns, i: number, { fn, offset, bytes }: Watched): boolean {
  if (trace.fn[i] !== fn) return false;
  if (offset === undefined) return true;
  const op = (trace.op[i] ?? 0) & 127;
  if (op !== Op.config && op !== Op.ecam) return false;
  const at = (trace.target[i] ?? 0) & 0xfff;
  return at < offset + bytes && at + (trace.bytes[i] ?? 0) > offset;
}
