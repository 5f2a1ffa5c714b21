/** Columns of the packing: blocks grow with their size, holes stand where addresses are left out. */
import { expect, test } from 'vitest';
import type { PackedBus } from '../../session/packing.ts';
import { around, columnOf, heightOf } from './packing-layout.ts';

const entry = (takes: number, address?: number, bytes = takes) => ({
  who: '00:03.0',
  bar: 0,
  bytes,
  takes,
  align: takes,
  ...(address === undefined ? {} : { address }),
});

const bus = (entries: PackedBus['entries'], more: Partial<PackedBus> = {}): PackedBus => ({
  bus: 1,
  kind: 'memory',
  isAbove: false,
  entries,
  sum: entries.reduce((sum, { takes }) => sum + takes, 0),
  align: 1,
  ...more,
});

test('a doubling is the same height everywhere', () => {
  expect(heightOf(0x4000, 'memory') - heightOf(0x2000, 'memory')).toBe(2);
  expect(heightOf(0x8000_0000, 'memory') - heightOf(0x4000_0000, 'memory')).toBe(2);
  expect(heightOf(16, 'memory')).toBe(heightOf(0x1000, 'memory'));
});

test('before there are addresses, the only hole is at the end of the window', () => {
  const { marks, height } = columnOf(
    bus([entry(0x2_0000), entry(0x1000, undefined, 16)], { window: 0x10_0000 }),
  );
  expect(marks.map((mark) => mark.is)).toEqual(['block', 'block', 'hole']);
  expect(marks[2]).toMatchObject({ why: 'empty', bytes: 0x10_0000 - 0x2_1000 });
  expect(marks[1]).toMatchObject({ rounding: 18 });
  expect(height).toBe((marks[0]?.height ?? 0) + (marks[1]?.height ?? 0));
});

test('addresses left out before an entry are a hole of alignment', () => {
  const { marks } = columnOf(
    bus([entry(0x1000, 0xe000_0000), entry(0x2_0000, 0xe002_0000)], { base: 0xe000_0000 }),
  );
  expect(marks[1]).toMatchObject({ is: 'hole', why: 'alignment', bytes: 0x1_f000 });
});

test('a closed window is not drawn; of very many entries those around the current one are', () => {
  expect(columnOf(bus([entry(0)])).marks).toEqual([]);
  const many = Array.from({ length: 100 }, () => entry(0x1000));
  const { marks } = columnOf(bus(many), 50);
  expect([marks[0], marks.at(-1)]).toMatchObject([
    { is: 'more', count: 30 },
    { is: 'more', count: 30 },
  ]);
  expect([around(0, 3, 5), around(9, 10, 4)]).toEqual([
    [0, 3],
    [6, 10],
  ]);
});
