/** A scenario with one part more, or with some taken out; whatever stays keeps its place. */
import type { Board } from '../engine/board.ts';
import { slotText, type Built } from './build.ts';
import type { PartSpec, Scenario } from './scenario.ts';

export const withPart = (scenario: Scenario, part: PartSpec): Scenario => ({
  ...scenario,
  parts: [...scenario.parts, part],
});

/** A function and everything behind it, what is deepest first. */
export function withBehind(board: Board, fn: number): readonly number[] {
  const below = board.parts[fn]?.below;
  const behind = board.parts.flatMap((part, i) => (part.wire === below ? withBehind(board, i) : []));
  return [...behind, fn];
}

/**
 * The scenario without a function and what is behind it, where all that were plugged in by a person. Parts that were given
 * the lowest free slot keep the one they got: taking a card out moves no other.
 */
export function withoutPart(scenario: Scenario, { board, lines }: Built, fn: number): Scenario {
  const out = new Set(withBehind(board, fn));
  const gone = new Set([...out].map((each) => lines[each]));
  const devfns = new Map(lines.map((line, i) => [line, board.parts[i]?.devfn ?? 0]));
  const pinned = (part: PartSpec, line: number): PartSpec => {
    const devfn = devfns.get(line);
    return part.addr !== undefined || devfn === undefined ? part : { ...part, addr: slotText(devfn) };
  };
  const parts = scenario.parts.flatMap((part, line): readonly PartSpec[] => {
    if (part.fill) return gone.has(line) ? spelledOut(part, line, { board, lines }, out) : [part];
    return gone.has(line) ? [] : [pinned(part, line)];
  });
  const names = new Set([...out].map((each) => board.parts[each]?.path ?? ''));
  return { ...withoutHardware(scenario, names), parts };
}

/** The scenario with functions as their models have them. */
export function withoutHardware(scenario: Scenario, parts: ReadonlySet<string>): Scenario {
  const { overrides, ...rest } = scenario;
  const left = overrides?.filter(({ part }) => !parts.has(part)) ?? [];
  return left.length === 0 ? rest : { ...rest, overrides: left };
}

/** A part that fills its bus, as one part for each function, without those that are taken out. */
function spelledOut(
  { fill, ...part }: PartSpec,
  line: number,
  { board, lines }: Pick<Built, 'board' | 'lines'>,
  out: ReadonlySet<number>,
): PartSpec[] {
  void fill;
  const properties = { ...part.properties, multifunction: 'on' };
  return board.parts.flatMap(({ devfn }, i) =>
    lines[i] === line && !out.has(i) ? [{ ...part, addr: slotText(devfn), properties }] : [],
  );
}
