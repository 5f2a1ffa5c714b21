// Base address registers: decoding and sizing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highWord, lowWord } from '../base/bits.ts';
import { barSize, decodeBar, romSize } from './bar.ts';

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

test('sizes as software reads them back', () => {
  expect(barSize(0xfffe_0000)).toBe(128 * 1024);
  expect(barSize(0xff00_0008 | 0)).toBe(16 * 1024 * 1024);
  expect(barSize(0xffff_ffc1)).toBe(64);
  expect(barSize(0x0000_ffe1)).toBe(32);
  expect(barSize(0xffff_c004, -1)).toBe(16 * 1024);
  expect(barSize(0x0000_000c, 0xffff_fffe)).toBe(8 * 2 ** 30);
  expect(romSize(0xfffc_0001)).toBe(256 * 1024);
});

test('what is no size', () => {
  expect(barSize(0)).toBeUndefined();
  expect(barSize(-1)).toBeUndefined();
  expect(barSize(0x00ff_0000)).toBeUndefined();
  expect(barSize(0xfff0_f000)).toBeUndefined();
  expect(barSize(0x0000_0004, 0)).toBeUndefined();
  expect(barSize(0xffff_0004, 0)).toBeUndefined();
  expect(romSize(0)).toBeUndefined();
});

test('every power of two comes back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 52 }), (power) => {
      const mask = -(2 ** power);
      const low = (power >= 32 ? 0 : lowWord(2 ** 32 + mask)) | 0;
      const high = power >= 32 ? -(2 ** (power - 32)) | 0 : -1;
      expect(barSize(low | 4, high)).toBe(2 ** power);
      expect(decodeBar(lowWord(2 ** power) | 4, highWord(2 ** power)).address).toBe(2 ** power);
    }),
  );
});
