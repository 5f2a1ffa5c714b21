/** Our own mistakes: thrown, never shown as if they were the hardware's or the person's. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`cf8 bug: ${what}`);
}

/** The element that must be there. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const found = list[index];
  assert(found !== undefined, `no element ${String(index)} of ${String(list.length)}`);
  return found;
}
