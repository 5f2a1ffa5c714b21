/** Counts the rows of the trace by lane and pixel column, straight from its typed columns. A million rows take a few milliseconds. */
import { Op, Outcome, type Trace } from '../../engine/trace.ts';

export const lanes = ['config', 'io', 'memory', 'other'] as const;

/** Lane of each op: latch, config and ecam are configuration; DMA, messages and events share the last. */
const laneOf = new Uint8Array(128);
laneOf[Op.config] = laneOf[Op.latch] = laneOf[Op.ecam] = 0;
laneOf[Op.io] = 1;
laneOf[Op.memory] = 2;
laneOf[Op.dma] = laneOf[Op.message] = laneOf[Op.event] = 3;

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

/** Rows that are read one by one. */
const mostRead = 1 << 18;

/** Bins of the rows in [from, to) over `columns` equal columns. */
export function binRows(trace: Columns, from: number, to: number, columns: number, watched?: Watched): Bins {
  const counts = new Uint32Array(lanes.length * columns);
  const unclaimed = new Uint32Array(lanes.length * columns);
  const marks = new Uint8Array(columns);
  const { op, outcome } = trace;
  const first = Math.max(0, Math.floor(from));
  const end = Math.min(trace.length, Math.ceil(to));
  const perRow = columns / (to - from);
  // beyond what a frame can read, every stride-th row speaks for its neighbours; which one varies, or patterns would beat
  const stride = Math.ceil((end - first) / mostRead);
  for (let start = first; start < end; start += stride) {
    const i =
      stride === 1 ? start : Math.min(end - 1, start + ((Math.imul(start, 0x9e3779b1) >>> 8) % stride));
    const rows = Math.min(stride, end - start);
    const at = (laneOf[(op[i] ?? 0) & 127] ?? 3) * columns + columnOf(i, from, perRow, columns);
    counts[at] = (counts[at] ?? 0) + rows;
    if (outcome[i] === Outcome.unclaimed) unclaimed[at] = (unclaimed[at] ?? 0) + rows;
  }
  if (watched !== undefined) {
    for (let i = first; i < end; i++) {
      if (!touches(trace, i, watched)) continue;
      marks[columnOf(i, from, perRow, columns)] = 1;
    }
  }
  let most = 0;
  for (const n of counts) if (n > most) most = n;
  return { columns, counts, unclaimed, marks, most };
}

const columnOf = (i: number, from: number, perRow: number, columns: number): number =>
  Math.min(columns - 1, Math.max(0, Math.floor((i + 0.5 - from) * perRow)));

/** Row `i` reads or writes the watched register (or, without one, asks the function anything). */
export function touches(trace: Columns, i: number, { fn, offset, bytes }: Watched): boolean {
  if (trace.fn[i] !== fn) return false;
  if (offset === undefined) return true;
  const op = (trace.op[i] ?? 0) & 127;
  if (op !== Op.config && op !== Op.ecam) return false;
  const at = (trace.target[i] ?? 0) & 0xfff;
  return at < offset + bytes && at + (trace.bytes[i] ?? 0) > offset;
}
