/** The trace from far away: how many rows of which lane lie where. Counted as rows arrive; any range is told in so many bins. */
import { grown } from '../base/columns.ts';
import { Op, Outcome, type Trace } from '../engine/trace.ts';

export const lanes = ['config', 'io', 'memory', 'other'] as const;

/** Lane of each op: latch, config and ecam are configuration; DMA, messages and events share the last. */
const laneOf = new Uint8Array(128);
laneOf[Op.config] = laneOf[Op.latch] = laneOf[Op.ecam] = 0;
laneOf[Op.io] = 1;
laneOf[Op.memory] = 2;
laneOf[Op.dma] = laneOf[Op.message] = laneOf[Op.event] = 3;

/** Rows of a range over equal columns. */
export interface Bins {
  readonly columns: number;
  /** Rows by lane × column. */
  readonly counts: Uint32Array;
  /** Rows that nobody claimed, by lane × column. */
  readonly unclaimed: Uint32Array;
  /** The largest count of all. */
  readonly most: number;
}

/** A register, to find the rows that touch it. */
export interface Watched {
  readonly fn: number;
  /** Undefined: every access to the function. */
  readonly offset: number | undefined;
  readonly bytes: number;
}

type Columns = Pick<Trace, 'op' | 'outcome' | 'fn' | 'target' | 'bytes' | 'length'>;

/** Rows that are counted together: what a bin's edge may have to read one by one. */
const block = 64;
/** Counters: rows by lane, then those that nobody claimed by lane. */
const width = 2 * lanes.length;

export class Overview {
  private readonly trace: Columns;
  /** Counters of all rows before each block. */
  private sums = new Int32Array(width * 64);
  /** Blocks that are whole, and counted. */
  private blocks = 0;
  private touched: { watched: Watched; rows: Int32Array; count: number; seen: number } | undefined;

  constructor(trace: Columns) {
    this.trace = trace;
  }

  /** Rows from `row` on have been replaced, or are new. */
  cut(row: number): void {
    this.blocks = Math.min(this.blocks, Math.floor(row / block));
    if (this.touched && this.touched.seen > row) this.touched = undefined;
  }

  /** Rows in [from, to) over `columns` equal columns; a row stands where its middle is. */
  bins(from: number, to: number, columns: number): Bins {
    this.count();
    const counts = new Uint32Array(lanes.length * columns);
    const unclaimed = new Uint32Array(lanes.length * columns);
    let before = this.before(firstOf(0, from, to, columns));
    let most = 0;
    for (let column = 0; column < columns; column++) {
      const after = this.before(firstOf(column + 1, from, to, columns));
      for (let lane = 0; lane < lanes.length; lane++) {
        const own = lanes.length + lane;
        const n = (after[lane] ?? 0) - (before[lane] ?? 0);
        counts[lane * columns + column] = n;
        unclaimed[lane * columns + column] = (after[own] ?? 0) - (before[own] ?? 0);
        if (n > most) most = n;
      }
      before = after;
    }
    return { columns, counts, unclaimed, most };
  }

  /** 1 where a row touches the register, by column. The same register asked again costs only what is new. */
  marks(watched: Watched, from: number, to: number, columns: number): Uint8Array {
    const { rows, count } = this.touching(watched);
    const marks = new Uint8Array(columns);
    for (let column = 0; column < columns; column++) {
      const first = rows[firstAtLeast(rows, count, firstOf(column, from, to, columns))];
      if (first !== undefined && first < firstOf(column + 1, from, to, columns)) marks[column] = 1;
    }
    return marks;
  }

  /** Counts the blocks that have become whole. */
  private count(): void {
    const { trace } = this;
    const end = Math.floor(trace.length / block);
    if (end === this.blocks) return;
    const sums = (this.sums = grown(this.sums, width * (end + 1)));
    for (let at = this.blocks; at < end; at++) {
      const to = width * (at + 1);
      for (let k = 0; k < width; k++) sums[to + k] = sums[to - width + k] ?? 0;
      addRows(trace, at * block, (at + 1) * block, sums, to);
    }
    this.blocks = end;
  }

  /** Counters of all rows before `row`. */
  private before(row: number): Int32Array {
    const end = Math.max(0, Math.min(row, this.trace.length));
    const at = Math.min(this.blocks, Math.floor(end / block));
    const sum = this.sums.slice(width * at, width * (at + 1));
    addRows(this.trace, at * block, end, sum, 0);
    return sum;
  }

  private touching(watched: Watched): { readonly rows: Int32Array; readonly count: number } {
    const { trace } = this;
    const isSame = this.touched !== undefined && isEqual(this.touched.watched, watched);
    const found =
      isSame && this.touched ? this.touched : { watched, rows: new Int32Array(64), count: 0, seen: 0 };
    const end = trace.length;
    for (let i = trace.fn.indexOf(watched.fn, found.seen); i >= 0 && i < end;) {
      if (touches(trace, i, watched)) {
        found.rows = grown(found.rows, found.count + 1);
        found.rows[found.count++] = i;
      }
      i = trace.fn.indexOf(watched.fn, i + 1);
    }
    found.seen = end;
    this.touched = found;
    return found;
  }
}

function addRows({ op, outcome }: Columns, from: number, to: number, into: Int32Array, at: number): void {
  for (let i = from; i < to; i++) {
    const lane = at + (laneOf[(op[i] ?? 0) & 127] ?? 3);
    into[lane] = (into[lane] ?? 0) + 1;
    if (outcome[i] !== Outcome.unclaimed) continue;
    into[lane + lanes.length] = (into[lane + lanes.length] ?? 0) + 1;
  }
}

/** The first row whose middle is in a column. */
const firstOf = (column: number, from: number, to: number, columns: number): number =>
  Math.ceil(from + ((to - from) * column) / columns - 0.5);

const isEqual = (a: Watched, b: Watched): boolean =>
  a.fn === b.fn && a.offset === b.offset && a.bytes === b.bytes;

/** Index of the first of `count` growing numbers that is `least` or more. */
function firstAtLeast(rows: Int32Array, count: number, least: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low < count ? low : rows.length;
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
