/** Typed arrays that grow by doubling: a table is a handful of them. */

type Column = Int32Array | Uint8Array | Float64Array;

/** The same contents in an array at least `length` long, doubled as often as needed. */
export function grown<C extends Column>(column: C, length: number): C {
  if (column.length >= length) return column;
  let n = Math.max(column.length, 16);
  while (n < length) n *= 2;
  const Type = column.constructor as new (length: number) => C;
  const wider = new Type(n);
  wider.set(column);
  return wider;
}
