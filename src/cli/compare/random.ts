/** Chance from a seed: the same seed gives the same numbers on every machine. */

export interface Random {
  /** 0 … n-1 */
  below(n: number): number;
  /** True with this probability. */
  chance(p: number): boolean;
  /** One of several; there must be one. */
  pick<const T>(from: readonly [T, ...T[]]): T;
  word(): number;
}

/** xorshift32; the seed is mixed first, so that neighbours differ. */
export function randomFrom(seed: number): Random {
  let state = Math.imul((seed + 1) | 0, 0x9e3779b1) ^ 0x5bd1e995 || 1;
  const word = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let i = 0; i < 8; i++) word();
  const below = (n: number): number => Math.floor((word() / 2 ** 32) * n);
  return {
    below,
    word,
    chance: (p) => word() < p * 2 ** 32,
    pick: (from) => from[below(from.length)] ?? from[0],
  };
}
