/** Searches are read with what is wrong about them; rows are found by their columns, their names and what was typed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Machine } from '../engine/machine.ts';
import { build } from '../scenario/build.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { parseSearch } from './trace-search.ts';
import { Rows } from './rows.ts';
import { searchRows } from './trace-search-run.ts';

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [{ model: 'e1000', addr: '3' }],
};

/** A machine that sizes BAR0 of the card, reads its ids, and asks a place where nobody is. */
function told(): { machine: Machine; said: (row: number) => string } {
  const machine = new Machine(build(scenario).board);
  const at = (bdf: number, offset: number): void => machine.out(0xcf8, 0x8000_0000 | (bdf << 8) | offset, 4);
  at(0x18, 0x10);
  machine.out(0xcfc, 0xffff_ffff, 4);
  machine.in(0xcfc, 4);
  at(0x18, 0);
  machine.in(0xcfc, 4);
  at(0x28, 0);
  machine.in(0xcfc, 4);
  machine.in(0x80, 1);
  return { machine, said: (row) => (row < 3 ? 'size the bar' : 'who is there') };
}

function rows(text: string): number[] {
  const { terms, problems } = parseSearch(text);
  expect(problems).toEqual([]);
  const found = new Rows();
  for (const _ of searchRows(told(), terms, found)) continue;
  return Array.from({ length: found.length }, (_, i) => found.at(i));
}

test('rows are found by what was asked of whom', () => {
  expect(rows('bdf:00:03.0')).toEqual([1, 2, 4]);
  expect(rows('00:03')).toEqual([1, 2, 4]);
  expect(rows('bdf:*:05.0')).toEqual([6]);
  expect(rows('reg:BAR0')).toEqual([1, 2]);
  expect(rows('reg:base_address_0')).toEqual([1, 2]);
  expect(rows('reg:10 op:write')).toEqual([1]);
  expect(rows('val:ffffffff op:w')).toEqual([1]);
  expect(rows('val:fffexxxx lane:cfg')).toEqual([2]);
  expect(rows('addr:80')).toEqual([7]);
  expect(rows('addr:cf8..cff op:read')).toEqual([2, 4, 6]);
  expect(rows('lane:io')).toEqual([7]);
  expect(rows('text:"size the"')).toEqual([0, 1, 2]);
  expect(rows('e1000 op:read')).toEqual([2, 4]);
  expect(rows('"vendor id"')).toEqual([4]);
  expect(rows('op:abort lane:cfg')).toEqual([6]);
});

test('what cannot be read is told with its place, and the rest still counts', () => {
  const { terms, problems } = parseSearch('op:write lane:sky who:me bdf:9');
  expect(terms).toEqual([{ kind: 'op', op: 'write' }]);
  expect(problems).toEqual([
    { message: { id: 'search.value', with: { key: 'lane', given: 'sky' } }, place: { from: 9, to: 17 } },
    {
      message: { id: 'search.key', with: expect.objectContaining({ given: 'who' }) },
      place: { from: 18, to: 24 },
    },
    { message: { id: 'search.value', with: { key: 'bdf', given: '9' } }, place: { from: 25, to: 30 } },
  ]);
});

test('no text throws, and an empty one finds nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { terms } = parseSearch(text);
      const found = new Rows();
      for (const _ of searchRows(told(), terms, found)) continue;
      if (text.trim() === '') expect(found.length).toBe(0);
    }),
    { numRuns: 30 },
  );
});
