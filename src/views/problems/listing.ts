/** What is wrong with the machine as it was asked for, and what of it is not modelled. */
import type { Problem } from '../../base/problem.ts';
import type { Board } from '../../engine/board.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { barText } from '../../session/names.ts';

export interface Refused {
  /** Where the part stands in the list, from 1, and its model; undefined when it is about no part. */
  readonly part: { readonly at: number; readonly model: string } | undefined;
  readonly problem: Problem;
}

export const refusedParts = (problems: readonly Problem[], { parts }: Scenario): readonly Refused[] =>
  problems.map((problem) => {
    const line = problem.place?.line ?? -1;
    const model = parts[line]?.model;
    const part = model === undefined ? undefined : { at: line + 1, model };
    return { part, problem };
  });

export interface Unmodelled {
  /** The first of them. */
  readonly fn: number;
  /** Of the part; of the model, with a number, when there are several. */
  readonly name: string;
  /** "BAR0, BAR2". */
  readonly bars: string;
}

/** Models that a person plugged in with BARs whose registers are not modelled. A ROM has contents, no registers. */
export function unmodelledParts({ parts }: Board): readonly Unmodelled[] {
  const found = new Map<string, { readonly fn: number; readonly bars: string; count: number }>();
  parts.forEach(({ model, shape, builtIn }, fn) => {
    const known = found.get(model);
    if (known) known.count++;
    const bars = shape.bars.filter((bar) => !bar.modelled && bar.kind !== 'rom');
    if (!known && !builtIn && bars.length > 0)
      found.set(model, { fn, bars: bars.map(barText).join(', '), count: 1 });
  });
  return [...found].map(([model, { fn, bars, count }]) => {
    const name = count === 1 ? (parts[fn]?.path ?? model) : `${model} ×${String(count)}`;
    return { fn, name, bars };
  });
}
