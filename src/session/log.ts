/** The list of what was done, and the rows that it made. */
import { at } from '../base/assert.ts';
import type { Entry } from './command.ts';

/** An entry and the rows of the trace that it made: `first` up to the next entry's. */
export interface Logged {
  readonly entry: Entry;
  readonly first: number;
}

/** The entry that made a row. */
export const entryAt = (log: readonly Logged[], row: number): number => {
  let low = 0;
  let high = log.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(log, middle).first <= row) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** How many sentences an entry carried out; undefined for one that has nothing to do with a program. */
export function stepsIn({ commands }: Entry): number | undefined {
  const own = commands.filter((c) => c.do === 'start' || c.do === 'step');
  if (own.length === 0) return undefined;
  return own.reduce((sum, c) => sum + (c.do === 'step' ? c.count : 0), 0);
}
