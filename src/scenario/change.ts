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
  const gone = new Set(withBehind(board, fn).map((each) => lines[each]));
  const devfns = new Map(lines.map((line, i) => [line, board.parts[i]?.devfn ?? 0]));
  const pinned = (part: PartSpec, line: number): PartSpec => {
    const devfn = devfns.get(line);
    return part.addr !== undefined || devfn === undefined ? part : { ...part, addr: slotText(devfn) };
  };
  return { ...scenario, parts: scenario.parts.map(pinned).filter((_, line) => !gone.has(line)) };
}
