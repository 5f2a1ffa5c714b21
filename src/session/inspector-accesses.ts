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

/** The nearest row below `row` that reaches the function, or -1. A trace may have millions: the column is asked, not its rows. */
const before = (trace: Trace, row: number, fn: number): number =>
  row <= 0 ? -1 : trace.fn.lastIndexOf(fn, Math.min(row, trace.length) - 1);

/** The nearest row below `row` that touches the bytes, or -1. */
export function previousAccess(trace: Trace, row: number, fn: number, offset: number, bytes: number): number {
  let i = before(trace, row, fn);
  while (i >= 0 && !touches(trace, i, fn, offset, bytes)) i = before(trace, i, fn);
  return i;
}

/** The nearest row from `row` on that touches the bytes, or -1. */
export function nextAccess(trace: Trace, row: number, fn: number, offset: number, bytes: number): number {
  let i = trace.fn.indexOf(fn, Math.max(row, 0));
  while (i >= 0 && i < trace.length && !touches(trace, i, fn, offset, bytes)) i = trace.fn.indexOf(fn, i + 1);
  return i < trace.length ? i : -1;
}

/** The last row below `row` that wrote the bytes, or -1. */
export function lastWriter(trace: Trace, row: number, fn: number, offset: number, bytes: number): number {
  let i = before(trace, row, fn);
  while (i >= 0 && !(isWrite(trace, i) && touches(trace, i, fn, offset, bytes))) i = before(trace, i, fn);
  return i;
}

/** The last row below `row` that read all ones back through a base address register's mask, or -1: it has been sized. */
export function sizedBy(m: Machine, row: number, fn: number, bar: BarSpec): number {
  const { trace } = m;
  const mask = m.shape(fn).write[bar.at >> 2] ?? 0;
  // of the ROM's register the enable bit stays out of the sizing
  const address = bar.kind === 'rom' ? mask & ~1 : mask;
  if (address === 0) return -1;
  for (let i = before(trace, row, fn); i >= 0; i = before(trace, i, fn)) {
    if (isWrite(trace, i) || trace.bytes[i] !== 4 || !touches(trace, i, fn, bar.at, 4)) continue;
    if (targetOffset(trace.target[i] ?? 0) === bar.at && ((trace.value[i] ?? 0) & address) === address)
      return i;
  }
  return -1;
}
