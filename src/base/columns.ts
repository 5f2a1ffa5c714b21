/** Typed arrays that grow by doubling: a table is a handful of them. */
import { atOnce } from './at-once.ts';

type Column = Int32Array | Uint8Array | Float64Array;

/** Entries that are copied between two breaths. */
const stretch = 1 << 17;

/** The same contents in an array at least `length` long, doubled as often as needed. */
export function grown<C extends Column>(column: C, length: number): C {
  return atOnce(growing(column, length));
}

/** The same a little at a time: a long column takes long to copy. Nobody may write to it meanwhile. */
export function* growing<C extends Column>(column: C, length: number): Generator<void, C> {
  if (column.length >= length) return column;
  let n = Math.max(column.length, 16);
  while (n < length) n *= 2;
  const Type = column.constructor as new (length: number) => C;
  const wider = new Type(n);
  for (let from = 0; from < column.length; from += stretch) {
    wider.set(column.subarray(from, from + stretch), from);
    yield;
  }
  return wider;
}
