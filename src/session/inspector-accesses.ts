/** Accesses to a register, found in the trace: who wrote it last, what comes next, what sized it. */
import type { Machine } from '../engine/machine.ts';
import type { BarSpec } from '../engine/shape.ts';
import { Op, targetOffset, type Trace } from '../engine/trace.ts';

/** Does row `i` read or write a byte of `offset..offset+bytes` in function `fn`'s configuration space? */
export function touches(trace: Trace, i: number, fn: number, offset: number, bytes: number): boolean {
  if (trace.fn[i] !== fn) return false;
  const op = (trace.op[i] ?? 0) & 127;
  if (op !== Op.config && op !== Op.ecam) return false;
  const from = targetOffset(trace.target[i] ?? 0);
  return from < offset + bytes && offset < from + (trace.bytes[i] ?? 0);
}

const isWrite = (trace: Trace, i: number): boolean => (trace.op[i] ?? 0) > 127;

/** The nearest row below `row` that touches the bytes, or -1. */
export const previousAccess = (
  trace: Trace,
  row: number,
  fn: number,
  offset: number,
  bytes: number,
): number => trace.functions.last(fn, row, (i) => touches(trace, i, fn, offset, bytes));

/** The nearest row from `row` on that touches the bytes, or -1. */
export const nextAccess = (trace: Trace, row: number, fn: number, offset: number, bytes: number): number =>
  trace.functions.first(fn, row, (i) => touches(trace, i, fn, offset, bytes));

/** The last row below `row` that wrote the bytes, or -1. */
export const lastWriter = (trace: Trace, row: number, fn: number, offset: number, bytes: number): number =>
  trace.functions.last(fn, row, (i) => isWrite(trace, i) && touches(trace, i, fn, offset, bytes));

/** The last row below `row` that read all ones back through a base address register's mask, or -1: it has been sized. */
export function sizedBy(m: Machine, row: number, fn: number, bar: BarSpec): number {
  const { trace } = m;
  const mask = m.shape(fn).write[bar.at >> 2] ?? 0;
  // of the ROM's register the enable bit stays out of the sizing
  const address = bar.kind === 'rom' ? mask & ~1 : mask;
  if (address === 0) return -1;
  return trace.functions.last(
    fn,
    row,
    (i) =>
      !isWrite(trace, i) &&
      trace.bytes[i] === 4 &&
      touches(trace, i, fn, bar.at, 4) &&
      targetOffset(trace.target[i] ?? 0) === bar.at &&
      ((trace.value[i] ?? 0) & address) === address,
  );
}
