// Bus, device and function numbers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  asBdf,
  bdf,
  busOf,
  deviceOf,
  fitsSlot,
  formatBdf,
  functionOf,
  parseBdf,
  parseSlotFilter,
} from './bdf.ts';

test('packing and writing', () => {
  expect(formatBdf(bdf(0, 3, 0))).toBe('00:03.0');
  expect(formatBdf(bdf(0xff, 31, 7), 1)).toBe('0001:ff:1f.7');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff }), (n) => {
      const one = asBdf(n);
      expect(bdf(busOf(one), deviceOf(one), functionOf(one))).toBe(one);
      expect(parseBdf(formatBdf(one, 2))).toEqual({ domain: 2, bdf: one });
    }),
  );
});

test('what is no bdf', () => {
  for (const text of ['', '3', '00:20.0', '00:03.8', '100:00.0', '00:03', 'x0:00.0'])
    expect(parseBdf(text)).toBeUndefined();
});

test('slots as -s takes them', () => {
  expect(parseSlotFilter('3')).toEqual({ device: 3 });
  expect(parseSlotFilter('0:')).toEqual({ bus: 0 });
  expect(parseSlotFilter('.1')).toEqual({ fn: 1 });
  expect(parseSlotFilter('*:*.0')).toEqual({ fn: 0 });
  expect(parseSlotFilter('0000:01:1f.7')).toEqual({ domain: 0, bus: 1, device: 31, fn: 7 });
  expect(parseSlotFilter('')).toEqual({});
  expect(parseSlotFilter('3.*')).toEqual({ device: 3 });
  for (const text of ['20', '0:3.8', 'g', '100:0.0', '0:0:0:0.0'])
    expect(parseSlotFilter(text)).toBeUndefined();
  expect(fitsSlot({ device: 3 }, bdf(5, 3, 1))).toBe(true);
  expect(fitsSlot({ bus: 0, device: 3 }, bdf(5, 3, 1))).toBe(false);
  expect(fitsSlot({ domain: 1 }, bdf(0, 0))).toBe(false);
});
