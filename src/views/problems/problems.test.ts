/** The list of problems, without a page. */
import { expect, test } from 'vitest';
import { catalogue } from '../../models/catalogue.ts';
import { build } from '../../scenario/build.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { refusedParts, unmodelledParts } from './listing.ts';

test('what is wrong names its part', () => {
  const scenario: Scenario = {
    title: 'test',
    machine: 'pc',
    ram: 16,
    authentic: 'qemu',
    parts: [{ model: 'edu' }, { model: 'pcie-root-port' }],
  };
  expect(refusedParts(build(scenario, catalogue).problems, scenario)).toEqual([
    {
      part: { at: 2, model: 'pcie-root-port' },
      problem: {
        message: { id: 'problem.express-only', with: { model: 'pcie-root-port', bus: 'pci.0' } },
        place: { line: 1 },
      },
    },
  ]);
});

test('BARs without registers are listed by function, but not those of the machine itself, nor ROMs', () => {
  const parts = catalogue.filter((m) => m.bus === 'either').map((m) => ({ model: m.id }));
  const { board } = build({ title: '', machine: 'pc', ram: 16, authentic: 'qemu', parts }, catalogue);
  for (const { fn, bars } of unmodelledParts(board)) {
    expect(board.parts[fn]?.builtIn).not.toBe(true);
    expect(bars).toMatch(/^BAR\d(, BAR\d)*$/);
  }
});
