/** What is wrong with the machine as it was asked for, and what of it is not modelled. */
import type { Message, Problem } from '../../base/problem.ts';
import type { Board } from '../../engine/board.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { barText } from '../../session/names.ts';

export interface Refused {
  /** Where the part stands in the list, from 1, and its model; undefined when it is about no part. */
  readonly part: { readonly at: number; readonly model: string } | undefined;
  readonly message: Message;
}

export const refusedParts = (problems: readonly Problem[], { parts }: Scenario): readonly Refused[] =>
  problems.map(({ message, place }) => {
    const model = parts[place?.line ?? -1]?.model;
    const part = model === undefined ? undefined : { at: (place?.line ?? 0) + 1, model };
    return { part, message };
  });

export interface Unmodelled {
  readonly fn: number;
  readonly name: string;
  /** "BAR0, BAR2". */
  readonly bars: string;
}

/** Functions that a person plugged in with BARs whose registers are not modelled. A ROM has contents, no registers. */
export const unmodelledParts = ({ parts }: Board): readonly Unmodelled[] =>
  parts.flatMap((part, fn) => {
    const bars = part.shape.bars.filter((bar) => !bar.modelled && bar.kind !== 'rom');
    if (part.builtIn || bars.length === 0) return [];
    const names = bars.toSorted((a, b) => a.index - b.index).map(barText);
    return [{ fn, name: part.path, bars: names.join(', ') }];
  });
