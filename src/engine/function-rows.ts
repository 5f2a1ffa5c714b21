/** Where in a long trace the rows of one function are: an index, made of a stretch of rows when somebody first looks there. */
import { grown } from '../base/columns.ts';

const bits = 16;
const stretchRows = 1 << bits;

/** Rows of a stretch, sorted by function. */
interface Stretch {
  /** The functions that have rows in it, rising; of the n-th they are `rows[starts[n]]` up to `rows[starts[n + 1]]`. */
  readonly fns: Int32Array;
  readonly starts: Int32Array;
  /** Within the stretch. */
  readonly rows: Uint16Array;
}

interface Columns {
  readonly fn: Int32Array;
  readonly length: number;
}

/** Asked of a row that is the function's. */
export type Test = (row: number) => boolean;

export class FunctionRows {
  private readonly trace: Columns;
  private readonly stretches: (Stretch | undefined)[] = [];
  /** Scratch: rows by function. */
  private counts = new Int32Array(64);

  constructor(trace: Columns) {
    this.trace = trace;
  }

  /** Rows from `row` on will be others. */
  cut(row: number): void {
    this.stretches.length = Math.min(this.stretches.length, row >> bits);
  }

  /** Looks at what has come since, for one who has the time now: nobody who asks later waits for it. */
  keepUp(): void {
    for (let n = this.stretches.length; (n + 1) << bits <= this.trace.length; n++) this.stretch(n);
  }

  /** The last row below `below` that is the function's and passes, or -1. */
  last(fn: number, below: number, passes: Test): number {
    const end = Math.min(below, this.trace.length);
    for (let n = (end - 1) >> bits; n >= 0; n--) {
      const base = n << bits;
      const stretch = this.stretch(n);
      if (!stretch) {
        const { fn: fns } = this.trace;
        for (let i = end - 1; i >= base; i--) if (fns[i] === fn && passes(i)) return i;
        continue;
      }
      const [from, to] = rangeOf(stretch, fn);
      for (let i = to - 1; i >= from; i--) {
        const row = base + (stretch.rows[i] ?? 0);
        if (row < end && passes(row)) return row;
      }
    }
    return -1;
  }

  /** The first row from `start` on that is the function's and passes, or -1. */
  first(fn: number, start: number, passes: Test): number {
    const { length, fn: fns } = this.trace;
    for (let n = Math.max(0, start) >> bits; n << bits < length; n++) {
      const base = n << bits;
      const stretch = this.stretch(n);
      if (!stretch) {
        for (let i = Math.max(start, base); i < length; i++) if (fns[i] === fn && passes(i)) return i;
        continue;
      }
      const [from, to] = rangeOf(stretch, fn);
      for (let i = from; i < to; i++) {
        const row = base + (stretch.rows[i] ?? 0);
        if (row >= start && passes(row)) return row;
      }
    }
    return -1;
  }

  /** Undefined while it is not whole. */
  private stretch(n: number): Stretch | undefined {
    if ((n + 1) << bits > this.trace.length) return undefined;
    return (this.stretches[n] ??= this.sorted(n << bits));
  }

  private sorted(base: number): Stretch {
    const own = this.trace.fn.subarray(base, base + stretchRows);
    const found: number[] = [];
    let total = 0;
    for (const fn of own) {
      if (fn < 0) continue;
      if (fn >= this.counts.length) this.counts = grown(this.counts, fn + 1);
      const before = this.counts[fn] ?? 0;
      if (before === 0) found.push(fn);
      this.counts[fn] = before + 1;
      total++;
    }
    const { counts } = this;
    const fns = Int32Array.from(found).sort();
    const starts = new Int32Array(fns.length + 1);
    fns.forEach((fn, i) => {
      const start = starts[i] ?? 0;
      starts[i + 1] = start + (counts[fn] ?? 0);
      counts[fn] = start; // from here on: where its next row goes
    });
    const rows = new Uint16Array(total);
    for (let i = 0; i < own.length; i++) {
      const fn = own[i] ?? -1;
      if (fn < 0) continue;
      const at = counts[fn] ?? 0;
      rows[at] = i;
      counts[fn] = at + 1;
    }
    for (const fn of fns) counts[fn] = 0;
    return { fns, starts, rows };
  }
}

function rangeOf({ fns, starts }: Stretch, fn: number): readonly [from: number, to: number] {
  let low = 0;
  let high = fns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fns[middle] ?? 0) < fn) low = middle + 1;
    else high = middle;
  }
  return fns[low] === fn ? [starts[low] ?? 0, starts[low + 1] ?? 0] : [0, 0];
}
