/** What was asked of the machine and what came back: one row per access, kept as columns. The story, not the reasons. */
import { atOnce } from '../base/at-once.ts';
import { growing } from '../base/columns.ts';
import { FunctionRows } from './function-rows.ts';

/** What kind of thing a row is. `latch` is CONFIG_ADDRESS, `config` is CONFIG_DATA, `ecam` a config access through memory. */
export const Op = { io: 0, memory: 1, latch: 2, config: 3, ecam: 4, dma: 5, message: 6, event: 7 } as const;
export type Op = (typeof Op)[keyof typeof Op];

/** How a row ended. `platform`: RAM, ROM or a chipset register; `unclaimed`: nobody answered; `ignored`: taken and dropped. */
export const Outcome = { claimed: 0, platform: 1, unclaimed: 2, ignored: 3 } as const;
export type Outcome = (typeof Outcome)[keyof typeof Outcome];

/** Things that happen to a machine besides accesses; the `target` of an `event` row. */
export const Event = { reset: 1, clock: 2, plug: 3, unplug: 4, error: 5 } as const;

/** Rows that there is room for at first: what a firmware does about one function, and a little more. */
const rowsPerFunction = 96;
const leastRows = 4096;

export class Trace {
  /** Op, plus 128 for a write. */
  op: Uint8Array;
  bytes: Uint8Array;
  outcome: Uint8Array;
  /** Port or physical address as the CPU (or the bus master) put it out; of a reset, the port that was written for it. */
  address: Float64Array;
  value: Int32Array;
  /** High word of an 8-byte value. */
  high: Int32Array;
  /** The function that claimed, or -1. For `dma` and `message`: the one that asked. */
  fn: Int32Array;
  /** For config rows bdf << 12 | offset; for events which one; else 0. */
  target: Int32Array;
  /** Tape position after the row: the bridge between the story and the state. */
  tape: Int32Array;
  length = 0;
  /** Where a function's rows are. */
  readonly functions = new FunctionRows(this);

  /** Of a board with so many functions. Room that is not used yet costs addresses, not memory. */
  constructor(functions = 0) {
    const n = Math.max(functions * rowsPerFunction, leastRows);
    this.op = new Uint8Array(n);
    this.bytes = new Uint8Array(n);
    this.outcome = new Uint8Array(n);
    this.address = new Float64Array(n);
    this.value = new Int32Array(n);
    this.high = new Int32Array(n);
    this.fn = new Int32Array(n);
    this.target = new Int32Array(n);
    this.tape = new Int32Array(n);
  }

  push(
    op: number,
    bytes: number,
    outcome: number,
    address: number,
    value: number,
    high: number,
    fn: number,
    target: number,
    tape: number,
  ): void {
    const i = this.length++;
    if (i === this.op.length) this.reserve(i + 1);
    this.op[i] = op;
    this.bytes[i] = bytes;
    this.outcome[i] = outcome;
    this.address[i] = address;
    this.value[i] = value;
    this.high[i] = high;
    this.fn[i] = fn;
    this.target[i] = target;
    this.tape[i] = tape;
  }

  /** Forgets the rows from `length` on. */
  cut(length: number): void {
    this.length = length;
    this.functions.cut(length);
  }

  reserve(length: number): void {
    atOnce(this.growing(length));
  }

  /** Makes room a little at a time. */
  *growing(length: number): Generator<void, void> {
    this.bytes = yield* growing(this.bytes, length);
    this.outcome = yield* growing(this.outcome, length);
    this.address = yield* growing(this.address, length);
    this.value = yield* growing(this.value, length);
    this.high = yield* growing(this.high, length);
    this.fn = yield* growing(this.fn, length);
    this.target = yield* growing(this.target, length);
    this.tape = yield* growing(this.tape, length);
    // the last: it tells how many rows there is room for
    this.op = yield* growing(this.op, length);
  }

  /** Came about by itself: DMA, a message, a reset that a port was written for. The row of the access that did it follows. */
  isConsequence(i: number): boolean {
    const op = (this.op[i] ?? 0) & 127;
    return op === Op.dma || op === Op.message || (op === Op.event && this.address[i] !== 0);
  }

  /** A row as an object, for those who want one. */
  row(i: number): Row {
    const op = this.op[i] ?? 0;
    return {
      row: i,
      op: (op & 127) as Op, // written by push only
      write: op > 127,
      bytes: this.bytes[i] ?? 0,
      outcome: (this.outcome[i] ?? 0) as Outcome,
      address: this.address[i] ?? 0,
      value: (this.value[i] ?? 0) >>> 0,
      high: (this.high[i] ?? 0) >>> 0,
      fn: this.fn[i] ?? -1,
      target: this.target[i] ?? 0,
    };
  }
}

export interface Row {
  readonly row: number;
  readonly op: Op;
  readonly write: boolean;
  readonly bytes: number;
  readonly outcome: Outcome;
  readonly address: number;
  /** Unsigned low word. */
  readonly value: number;
  /** Unsigned high word of an 8-byte value. */
  readonly high: number;
  readonly fn: number;
  readonly target: number;
}

/** bdf of a config row's target. */
export const targetBdf = (target: number): number => target >>> 12;
/** Register offset of a config row's target. */
export const targetOffset = (target: number): number => target & 0xfff;
