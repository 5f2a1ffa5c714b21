/** What a write came to, cut to the bytes that it drove. */
import { lanes as lanesOf } from '../../base/bits.ts';
import type { WriteEffect } from '../../engine/explain.ts';
import { popCount, refusedBits } from './bits-layout.ts';

export interface Result {
  readonly tried: number;
  readonly mask: number;
  readonly now: number;
  /** Hex digits of each. */
  readonly digits: number;
  /** Bits that it tried to change and could not. */
  readonly refused: number;
  /** Bits that were 1 and that writing 1 cleared. */
  readonly cleared: number;
}

/** `w1c`: bits of the word that writing 1 clears. */
export function resultOf(effect: WriteEffect, w1c: number): Result {
  const { lanes, tried, mask, now, cleared, old } = effect;
  const low = lanes === 0 ? 0 : Math.clz32(lanes & -lanes) ^ 31;
  const bytes = popCount(lanes) / 8;
  const cut = (word: number): number => ((word >>> low) & lanesOf(0, bytes)) >>> 0;
  return {
    tried: cut(tried),
    mask: cut(mask | w1c),
    now: cut(now),
    digits: bytes * 2,
    refused: popCount(refusedBits(effect)),
    cleared: popCount(cleared & old),
  };
}
