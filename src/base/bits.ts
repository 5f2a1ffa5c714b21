/** Bit arithmetic on 32-bit words. */

/** A mask of bits `hi..lo`, both included. */
export const mask = (hi: number, lo: number): number =>
  hi - lo === 31 ? -1 : ((1 << (hi - lo + 1)) - 1) << lo;

/** Bits `hi..lo` of a word, as an unsigned number. */
export const bits = (word: number, hi: number, lo: number): number =>
  hi - lo === 31 ? word >>> 0 : (word >>> lo) & ((1 << (hi - lo + 1)) - 1);

/** The word's bits that `bytes` bytes starting at byte `byte` (0–3) cover. */
export const lanes = (byte: number, bytes: number): number =>
  (bytes >= 4 ? -1 : (1 << (bytes * 8)) - 1) << (byte * 8);

/** All ones in `bytes` bytes, as an unsigned number; 8 bytes give the low word's ones. */
export const ones = (bytes: number): number => (bytes >= 4 ? 0xffffffff : (1 << (bytes * 8)) - 1);

/** Low word of an address or value of up to 2^53. */
export const lowWord = (n: number): number => (n % 0x1_0000_0000) | 0;

/** High word of an address or value of up to 2^53. */
export const highWord = (n: number): number => Math.floor(n / 0x1_0000_0000) | 0;

/** An unsigned number from two words: exact up to 2^53, rounded above. */
export const join = (high: number, low: number): number => (high >>> 0) * 0x1_0000_0000 + (low >>> 0);

/** Is it a power of two (1 included)? Exact to 2^53. */
export const isPowerOfTwo = (n: number): boolean => n > 0 && Number.isInteger(Math.log2(n));
