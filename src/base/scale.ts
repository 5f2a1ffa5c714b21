/** Where a value stands between two ends, said between two others. */
export type Ends = readonly [number, number];

/** `value` between the ends `from`, as a place between the ends `to`; never outside them. */
export function along(value: number, from: Ends, to: Ends): number {
  const share = from[0] === from[1] ? 0.5 : (value - from[0]) / (from[1] - from[0]);
  const held = Math.min(1, Math.max(0, share));
  return to[0] * (1 - held) + to[1] * held;
}

/** The same, each time the value doubles by as much. */
export const alongLog = (value: number, from: Ends, to: Ends): number =>
  along(Math.log(value), [Math.log(from[0]), Math.log(from[1])], to);
