/** Trying a part before it is added: what the board says of it, and whether it could come while the machine runs. */
import type { Message } from '../base/problem.ts';
import type { Model } from '../models/model.ts';
import { build, type Built } from './build.ts';
import { withPart } from './change.ts';
import { besideRefusal, hotPlugRefusal } from './hot-plug.ts';
import type { PartSpec, Scenario } from './scenario.ts';

export interface Tried {
  readonly built: Built;
  /** Everything that was said of the part. */
  readonly problems: readonly Message[];
  /** Its function on the board; undefined when it was left out. */
  readonly fn: number | undefined;
}

export function tryPart(scenario: Scenario, models: readonly Model[], part: PartSpec): Tried {
  const built = build(withPart(scenario, part), models);
  const line = scenario.parts.length;
  const fn = built.lines.lastIndexOf(line);
  const problems = built.problems.filter((p) => p.place?.line === line).map((p) => p.message);
  return { built, problems, fn: fn < 0 ? undefined : fn };
}

/** Why the part cannot be plugged in while the machine runs; `machine` is as it stands, without the part. */
export function plugRefusal(
  scenario: Scenario,
  { built: { board }, fn }: Tried,
  machine: { isPresent(fn: number): boolean },
): Message | undefined {
  if (fn === undefined) return undefined;
  return hotPlugRefusal(scenario, board, fn) ?? besideRefusal(board, fn, (other) => machine.isPresent(other));
}
