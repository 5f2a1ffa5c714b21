// Bus, device and function numbers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bdfIn, formatBdf, parseBdf } from './bdf.ts';

test('packing, writing and reading', () => {
  expect(formatBdf(0x18)).toBe('00:03.0');
  expect(formatBdf(0xffff, 1)).toBe('0001:ff:1f.7');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff }), (bdf) => {
      expect(parseBdf(formatBdf(bdf, 2))).toEqual({ domain: 2, bdf });
    }),
  );
});

test('what is no bdf', () => {
  for (const text of ['', '3', '00:20.0', '00:03.8', '100:00.0', '00:03', 'x0:00.0'])
    expect(parseBdf(text)).toBeUndefined();
});

test('what formatBdf wrote is known again, and nothing else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff }), (bdf) => {
      expect(bdfIn(formatBdf(bdf))).toBe(bdf);
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^.?[0-9a-fA-Fg]{2}[:;]?[0-9a-f]{2}[.]?.?$/), (text) => {
      const bdf = bdfIn(text);
      expect(bdf < 0 || formatBdf(bdf) === text).toBe(true);
    }),
  );
  for (const text of ['', '00:20.0', '00:03.8', '0A:00.0', '00:03,0', '0000:00:03.0'])
    expect(bdfIn(text)).toBe(-1);
});
