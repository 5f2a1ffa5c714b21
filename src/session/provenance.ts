/** Where a value comes from: the row that last changed bits of a register, what kind of row that was, and who else touched it. */
import { lanes, mask } from '../base/bits.ts';
import type { Machine } from '../engine/machine.ts';
import { Effect } from '../engine/shape.ts';
import { Op, type Trace } from '../engine/trace.ts';
import type { Tape } from '../engine/image.ts';
import { lastWriter, touches } from './inspector-accesses.ts';

/** Bytes of a function's configuration space, or some of their bits: `hi..lo`, counted from bit 0 of the first byte. */
export interface Place {
  readonly fn: number;
  readonly offset: number;
  readonly bytes: number;
  readonly hi?: number;
  readonly lo?: number;
}

export type Origin =
  /** As it came up at power-on, or as the dump holds it. */
  | { readonly kind: 'reset'; readonly again: number }
  /** The device works it out whenever it is read. */
  | { readonly kind: 'computed' }
  /**
   * `write`: an access that wrote it. `device`: it changed by itself, during an access that did not write it.
   * `event`: a reset, hot plug, time. `again`: a later row that wrote it and changed nothing, or -1.
   */
  | { readonly kind: 'write' | 'device' | 'event'; readonly row: number; readonly again: number };

/** The row that the place has its present value from, of those before `cursor`; the machine stands where one looks. */
export function lastWrite(m: Machine, cursor: number, place: Place): Origin {
  const { fn, offset } = place;
  const from = offset * 8 + (place.lo ?? 0);
  const to = offset * 8 + (place.hi ?? place.bytes * 8 - 1);
  const word = from >> 5;
  const bits = Array.from({ length: (to >> 5) - word + 1 }, (_, i) => {
    const at = (word + i) * 32;
    return mask(Math.min(31, to - at), Math.max(0, from - at));
  });
  const isComputed = bits.some(
    (each, i) =>
      ((m.shape(fn).effect[word + i] ?? 0) & Effect.computed) !== 0 &&
      ((m.look(fn, word + i) ^ m.word(fn, word + i)) & each) !== 0,
  );
  if (isComputed) return { kind: 'computed' };

  const { trace } = m;
  const first = from >> 3;
  const count = (to >> 3) - first + 1;
  const change = lastChange(m, (m.base[fn] ?? 0) + word, bits, cursor);
  // at a beat before the write is done the current row has not written yet
  const isPending = cursor > 0 && m.image.tape.position < (trace.tape[cursor - 1] ?? 0);
  const writer = lastWriter(trace, isPending ? cursor - 1 : cursor, fn, first, count);
  if (change === undefined) return { kind: 'reset', again: writer };
  const { row, net } = change;
  const again = writer > row ? writer : -1;
  return { kind: kindOf(m, row, { fn, offset: first, bytes: count }, word, net), row, again };
}

/** Who changed the bits `net` of the words from `word` on: the access itself, the device, or no access at all. */
function kindOf(
  m: Machine,
  row: number,
  { fn, offset, bytes }: Place,
  word: number,
  net: readonly number[],
): 'write' | 'device' | 'event' {
  const { trace } = m;
  const op = trace.op[row] ?? 0;
  if ((op & 127) === Op.event) return 'event';
  if (op < 128 || !touches(trace, row, fn, offset, bytes)) return 'device';
  const { write, w1c } = m.shape(fn);
  const from = (trace.target[row] ?? 0) & 0xfff;
  const isWritten = net.some((bits, i) => {
    const at = from - (word + i) * 4;
    const end = at + (trace.bytes[row] ?? 0);
    const driven = lanes(Math.max(0, at), Math.min(4, end) - Math.max(0, at));
    return end > 0 && at < 4 && (bits & driven & ((write[word + i] ?? 0) | (w1c[word + i] ?? 0))) !== 0;
  });
  return isWritten ? 'write' : 'device';
}

/** The last row whose accesses left `bits` of the words from image word `first` on other than they were, and which of them. */
function lastChange(
  m: Machine,
  first: number,
  bits: readonly number[],
  cursor: number,
): { readonly row: number; readonly net: readonly number[] } | undefined {
  const { trace } = m;
  const { tape } = m.image;
  let end = Math.min(cursor > 0 ? (trace.tape[cursor - 1] ?? 0) : 0, tape.position);
  for (;;) {
    const found = lastEntry(tape, end, first, bits);
    if (found < 0) return undefined;
    const row = rowOf(trace, found);
    const start = row === 0 ? 0 : (trace.tape[row - 1] ?? 0);
    // a row may put a bit there and take it away again
    const net = netChange(tape, start, end, first, bits);
    if (net.some((each) => each !== 0)) return { row, net };
    end = start;
  }
}

/** The last entry of the tape before `end` that changed one of the bits, or -1. */
function lastEntry(tape: Tape, end: number, first: number, bits: readonly number[]): number {
  const { at, old, now } = tape;
  const last = first + bits.length;
  for (let i = end - 1; i >= 0; i--) {
    const index = at[i] ?? 0;
    if (index < first || index >= last) continue;
    if ((((old[i] ?? 0) ^ (now[i] ?? 0)) & (bits[index - first] ?? 0)) !== 0) return i;
  }
  return -1;
}

function netChange(
  { at, old, now }: Tape,
  from: number,
  to: number,
  first: number,
  bits: readonly number[],
): readonly number[] {
  const net = bits.map(() => 0);
  for (let i = from; i < to; i++) {
    const n = (at[i] ?? 0) - first;
    if (n < 0 || n >= net.length) continue;
    net[n] = (net[n] ?? 0) ^ (((old[i] ?? 0) ^ (now[i] ?? 0)) & (bits[n] ?? 0));
  }
  return net;
}

/** The row that entry `position` of the tape belongs to. */
export function rowOf({ tape, length }: Trace, position: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tape[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every row that reads or writes a byte of the place, in order. */
export function accessesTo(trace: Trace, { fn, offset, bytes }: Place): number[] {
  const rows: number[] = [];
  for (let i = 0; i < trace.length; i++) if (touches(trace, i, fn, offset, bytes)) rows.push(i);
  return rows;
}
