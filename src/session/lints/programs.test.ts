/** Software of good repute leaves nothing behind that one would remark upon. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain } from '../../engine/explain.ts';
import { Machine } from '../../engine/machine.ts';
import { randomBoard } from '../../engine/testing.ts';
import { catalogue } from '../../models/catalogue.ts';
import { atOnce } from '../../base/at-once.ts';
import { seabios } from '../../programs/seabios/seabios.ts';
import { textbook } from '../../programs/textbook.ts';
import { build } from '../../scenario/build.ts';
import { environmentOf } from '../../scenario/environment.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { lintsOf, lintsOfRow } from './index.ts';

const told = (m: Machine): string[] => lintsOf(m).map(({ id, what }) => `${id} ${JSON.stringify(what.with)}`);

test('the textbook leaves nothing to remark upon, whatever the board', () => {
  fc.assert(
    fc.property(fc.nat(100_000), (seed) => {
      const board = randomBoard(seed);
      // the textbook does not know of roots beside bus 0, and never notices that its ports are used up
      fc.pre(board.wires.length <= 3 && !board.wires.some(({ root }) => root));
      const m = new Machine(board);
      expect(told(m)).toEqual([]);
      atOnce(textbook(m));
      expect(told(m)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

const machines = ['pc', 'q35'] as const;
const withPart = (machine: 'pc' | 'q35', model: string): Scenario => ({
  title: 'test',
  machine,
  ram: 256,
  authentic: 'qemu',
  parts: [{ model }],
});

test.each(machines)('nor does SeaBIOS, or power-on, with any model on %s', (machine) => {
  for (const { id } of catalogue) {
    const scenario = withPart(machine, id);
    const { board, problems } = build(scenario, catalogue);
    if (problems.length > 0) continue;
    const m = new Machine(board);
    expect(told(m), id).toEqual([]);
    atOnce(seabios(m, environmentOf(scenario)));
    expect(told(m), id).toEqual([]);
  }
});

test('of the rows of SeaBIOS, one thing: it sizes BARs that decode', () => {
  const scenario = withPart('pc', 'VGA');
  const m = new Machine(build(scenario, catalogue).board);
  // what an operating system left on
  m.out(0xcf8, 0x8000_1004, 4);
  m.out(0xcfc, 2, 2);
  atOnce(seabios(m, environmentOf(scenario)));
  const found = new Set<string>();
  for (let row = 0; row < m.trace.length; row++)
    for (const { id, severity } of lintsOfRow(m, explain(m, row))) found.add(`${severity} ${id}`);
  expect([...found]).toEqual(['info row-sizing']);
});
