// Base address registers: decoding and sizing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highWord, lowWord } from '../base/bits.ts';
import { decodeBar } from './bar.ts';

test('kinds and addresses', () => {
  expect(decodeBar(0xc001)).toEqual({ kind: 'io', prefetchable: false, address: 0xc000, registers: 1 });
  expect(decodeBar(0xfebc_0000)).toEqual({
    kind: 'mem32',
    prefetchable: false,
    address: 0xfebc_0000,
    registers: 1,
  });
  expect(decodeBar(0xfd00_0008 | 0)).toMatchObject({
    kind: 'mem32',
    prefetchable: true,
    address: 0xfd00_0000,
  });
  expect(decodeBar(0x000c, 1)).toEqual({
    kind: 'mem64',
    prefetchable: true,
    address: 0x1_0000_0000,
    registers: 2,
  });
  expect(decodeBar(0x000a_0002)).toMatchObject({ kind: 'mem1m', address: 0xa_0000 });
});

test('a 64-bit address is whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 52 }), (power) => {
      expect(decodeBar(lowWord(2 ** power) | 4, highWord(2 ** power)).address).toBe(2 ** power);
    }),
  );
});
