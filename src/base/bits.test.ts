/** Bits, exactly at the edges of words. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bits, highWord, isPowerOfTwo, join, lanes, lowWord, mask, ones } from './bits.ts';

test('a mask of the whole word is all ones, of one bit that bit', () => {
  expect(mask(31, 0)).toBe(-1);
  expect(mask(31, 31)).toBe(-0x8000_0000);
  expect(mask(10, 8)).toBe(0x700);
});

test('bits of a negative word are unsigned', () => {
  expect(bits(-1, 31, 0)).toBe(0xffff_ffff);
  expect(bits(-1, 31, 16)).toBe(0xffff);
  expect(bits(0x8000_1810 | 0, 15, 11)).toBe(3);
});

test('lanes and ones of 1, 2 and 4 bytes', () => {
  expect(lanes(1, 2)).toBe(0x00ff_ff00);
  expect(lanes(0, 4)).toBe(-1);
  expect([1, 2, 4, 8].map(ones)).toEqual([0xff, 0xffff, 0xffff_ffff, 0xffff_ffff]);
});

test('a number of up to 2^53 survives being taken apart', () => {
  fc.assert(
    fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (n) => {
      expect(join(highWord(n), lowWord(n))).toBe(n);
    }),
  );
});

test('powers of two', () => {
  expect([1, 2, 2 ** 40].every(isPowerOfTwo)).toBe(true);
  expect([0, 3, -4, 2 ** 40 + 1].some(isPowerOfTwo)).toBe(false);
});
