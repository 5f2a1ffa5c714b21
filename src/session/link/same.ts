/** Comparing and sorting out what is anybody's. */

/** Whether two things say the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && same(value, right.get(key)))
  );
}

/** How many things at the beginning of two lists are the same. */
export function sameUntil(a: readonly unknown[], b: readonly unknown[]): number {
  const different = a.findIndex((each, i) => i >= b.length || !same(each, b[i]));
  return different < 0 ? a.length : different;
}

interface Machine {
  readonly title: string;
  readonly machine: string;
}

/** The preset that this machine was made from, as far as one can see. */
export const presetOf = <P extends { readonly scenario: Machine }>(
  { title, machine }: Machine,
  presets: readonly P[],
): P | undefined => presets.find((p) => p.scenario.title === title && p.scenario.machine === machine);

/** Whether it is the preset, and nothing else. */
export const isPreset = (scenario: Machine, preset: { readonly scenario: Machine }): boolean =>
  same(scenario, preset.scenario);

/** Those that pass. */
export const good = <T>(given: readonly unknown[], check: (x: unknown) => T | undefined): readonly T[] =>
  given.flatMap((each) => check(each) ?? []);
