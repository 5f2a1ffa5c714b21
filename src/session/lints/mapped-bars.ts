/** BARs that decode, as columns: a full board has as many as functions. */
import { grown } from '../../base/columns.ts';
import type { BarSpec } from '../../engine/shape.ts';

/** A BAR that decodes. */
export interface MappedBar {
  readonly fn: number;
  readonly bar: BarSpec;
  readonly from: number;
  /** Last address, included. */
  readonly to: number;
  /** When it was mapped: the later of two goes first. */
  readonly order: number;
  /** The nearest bridge that does not pass all of it down, or -1: the CPU reaches it. */
  readonly missedBy: number;
}

export class MappedBars {
  readonly bar: BarSpec[] = [];
  fn: Int32Array;
  from: Float64Array;
  to: Float64Array;
  order: Int32Array;
  missedBy: Int32Array;

  constructor(expected: number) {
    this.fn = new Int32Array(expected);
    this.from = new Float64Array(expected);
    this.to = new Float64Array(expected);
    this.order = new Int32Array(expected);
    this.missedBy = new Int32Array(expected);
  }

  get length(): number {
    return this.bar.length;
  }

  push(fn: number, bar: BarSpec, from: number, order: number, missedBy: number): void {
    const i = this.bar.length;
    if (i >= this.fn.length) this.reserve(i + 1);
    this.bar.push(bar);
    this.fn[i] = fn;
    this.from[i] = from;
    this.to[i] = from + bar.bytes - 1;
    this.order[i] = order;
    this.missedBy[i] = missedBy;
  }

  private reserve(length: number): void {
    this.fn = grown(this.fn, length);
    this.from = grown(this.from, length);
    this.to = grown(this.to, length);
    this.order = grown(this.order, length);
    this.missedBy = grown(this.missedBy, length);
  }

  /** One as an object, for those who want one. */
  at(i: number): MappedBar | undefined {
    const bar = this.bar[i];
    if (!bar) return undefined;
    return {
      fn: this.fn[i] ?? -1,
      bar,
      from: this.from[i] ?? 0,
      to: this.to[i] ?? 0,
      order: this.order[i] ?? 0,
      missedBy: this.missedBy[i] ?? -1,
    };
  }
}
