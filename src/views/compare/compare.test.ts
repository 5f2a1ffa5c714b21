/** The arithmetic of the comparison: rows that the filter leaves, and two columns at one scale. */
import { expect, test } from 'vitest';
import type { FieldDifference, FunctionDifference } from '../../session/compare.ts';
import type { Place } from '../../session/places.ts';
import { columnsOf } from './map-layout.ts';
import { hiddenIn, rowsOf } from './rows.ts';
import { rangeOf } from './texts.ts';

const field = (passing: boolean): FieldDifference => ({
  field: undefined,
  at: 0x40,
  bytes: 1,
  left: 0,
  right: 1,
  passing,
});
const changed = (...fields: FieldDifference[]): FunctionDifference => ({
  kind: 'changed',
  left: 1,
  right: 1,
  places: [],
  fields,
});

test('what only passes is left out, unless asked for', () => {
  const all = [changed(field(true)), { ...changed(field(true), field(false)), left: 2, right: 2 }];
  expect(rowsOf(all, false)).toMatchObject([{ key: '2.2', hidden: 1 }]);
  expect(rowsOf(all, true)).toHaveLength(2);
  expect(hiddenIn(all)).toBe(2);
});

const bar = (from: number, bytes: number): Place => ({
  fn: 1,
  name: 'bar0',
  space: 'memory',
  look: 'memory',
  from,
  to: from + bytes - 1,
  state: 'on',
});

test('what lies at one address is level, what moved is linked across', () => {
  const left = [
    { key: 'a', place: bar(0xfe00_0000, 0x1000) },
    { key: 'b', place: bar(0xfd00_0000, 0x1000) },
  ];
  const right = [
    { key: 'a', place: bar(0xfe00_0000, 0x1000) },
    { key: 'b', place: bar(0xff00_0000, 0x1000) },
  ];
  const { links, left: l, right: r } = columnsOf(left, right, false);
  expect(links.map(({ key, moved }) => [key, moved])).toEqual([
    ['a', false],
    ['b', true],
  ]);
  expect(links[0]?.left).toBe(links[0]?.right);
  expect(links[1]?.left).toBeGreaterThan(links[1]?.right ?? 0);
  expect([...l, ...r].every(({ lanes }) => lanes === 1)).toBe(true);
  expect(columnsOf(left, right, true).left).toEqual([]);
});

test('two BARs on each other stand side by side', () => {
  const two = [
    { key: 'a', place: bar(0xfe00_0000, 0x1000) },
    { key: 'b', place: bar(0xfe00_0000, 0x1000) },
  ];
  expect(columnsOf(two, [], false).left.map(({ lane, lanes }) => [lane, lanes])).toEqual([
    [0, 2],
    [1, 2],
  ]);
});

test('a range in digits', () => {
  expect(rangeOf(bar(0xfebc_0000, 0x2_0000))).toBe('FEBC0000–FEBDFFFF');
  expect(rangeOf({ ...bar(0xc000, 0x40), to: undefined })).toBe('C000–?');
});
