/** Where things lie in the image: the machine's own words, then each function's config words followed by its private ones. */
import type { Shape } from './shape.ts';

/** Words of the machine itself; the platform's private words follow at `platform`. */
export const Global = {
  /** CONFIG_ADDRESS. */
  latch: 0,
  /** Counts mappings: of two BARs at one address, the one mapped last answers. */
  order: 1,
  /** Virtual time, nanoseconds. */
  clock: 2,
  clockHigh: 3,
  platform: 4,
} as const;

/** Private words of every function, counted from the end of its config words; BARs and the model's own follow. */
export const Private = {
  /** Flags of `State`. */
  state: 0,
  /** When a bridge last rebuilt its windows. */
  windowOrder: 1,
  bars: 2,
} as const;

/** `arrived` and `leaving` are for whoever watches over hot plug: just plugged in, and asked to go. */
export const State = { present: 1, powered: 2, intx: 4, arrived: 8, leaving: 16 } as const;

/** Per BAR: where it is mapped and since when; order 0 means not mapped. */
export const Mapping = { low: 0, high: 1, order: 2, words: 3 } as const;

/** All words of a function. */
export const wordsOf = (shape: Shape): number =>
  shape.words + Private.bars + shape.bars.length * Mapping.words + shape.privates.length;
