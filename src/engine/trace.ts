/** What was asked of the machine and what came back: one row per access, kept as columns. The story, not the reasons. */
import { grown } from '../base/columns.ts';
import { FunctionRows } from './function-rows.ts';

/** What kind of thing a row is. `latch` is CONFIG_ADDRESS, `config` is CONFIG_DATA, `ecam` a config access through memory. */
export const Op = { io: 0, memory: 1, latch: 2, config: 3, ecam: 4, dma: 5, message: 6, event: 7 } as const;
export type Op = (typeof Op)[keyof typeof Op];

/** How a row ended. `platform`: RAM, ROM or a chipset register; `unclaimed`: nobody answered; `ignored`: taken and dropped. */
export const Outcome = { claimed: 0, platform: 1, unclaimed: 2, ignored: 3 } as const;
export type Outcome = (typeof Outcome)[keyof typeof Outcome];

/** Things that happen to a machine besides accesses; the `target` of an `event` row. */
export const Event = { reset: 1, clock: 2, plug: 3, unplug: 4, error: 5 } as const;

/** Rows that there is room for at first: a little different for each column, so that a long trace never grows all at once. */
const room = (n: number): number => 4096 + n * 448;

export class Trace {
  /** Op, plus 128 for a write. */
  op = new Uint8Array(room(0));
  bytes = new Uint8Array(room(1));
  outcome = new Uint8Array(room(2));
  /** Port or physical address as the CPU (or the bus master) put it out; of a reset, the port that was written for it. */
  address = new Float64Array(room(3));
  value = new Int32Array(room(4));
  /** High word of an 8-byte value. */
  high = new Int32Array(room(5));
  /** The function that claimed, or -1. For `dma` and `message`: the one that asked. */
  fn = new Int32Array(room(6));
  /** For config rows bdf << 12 | offset; for events which one; else 0. */
  target = new Int32Array(room(7));
  /** Tape position after the row: the bridge between the story and the state. */
  tape = new Int32Array(room(8));
  length = 0;
  /** Where a function's rows are. */
  readonly functions = new FunctionRows(this);
  /** Rows that there is room for in every column. */
  private room = room(0);

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
    if (i === this.room) this.reserve(i + 1);
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
    const columns = this.growing(length);
    while (columns.next().done !== true);
  }

  /** Makes room column by column: copying several at once takes long. */
  *growing(length: number): Generator<void, void> {
    this.op = grown(this.op, length);
    this.bytes = grown(this.bytes, length);
    this.outcome = grown(this.outcome, length);
    yield;
    this.address = grown(this.address, length);
    yield;
    this.value = grown(this.value, length);
    yield;
    this.high = grown(this.high, length);
    yield;
    this.fn = grown(this.fn, length);
    yield;
    this.target = grown(this.target, length);
    yield;
    this.tape = grown(this.tape, length);
    const { op, bytes, outcome, address, value, high, fn, target, tape } = this;
    this.room = Math.min(
      ...[op, bytes, outcome, address, value, high, fn, target, tape].map((column) => column.length),
    );
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
