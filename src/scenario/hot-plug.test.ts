/** Hot plug: what QEMU refuses. */
import { expect, test } from 'vitest';
import { catalogue } from '../models/catalogue.ts';
import { build } from './build.ts';
import { besideRefusal, hotPlugRefusal } from './hot-plug.ts';
import type { PartSpec, Scenario } from './scenario.ts';

function said(machine: 'pc' | 'q35', ...parts: readonly PartSpec[]): string | undefined {
  const scenario: Scenario = { title: 'test', machine, ram: 16, authentic: 'qemu', parts };
  const { board } = build(scenario, catalogue);
  const fn = board.parts.length - 1;
  return (hotPlugRefusal(scenario, board, fn) ?? besideRefusal(board, fn, () => true))?.id;
}

test('the root bus of a q35 takes nothing while it runs; a pc does, and so do buses behind bridges', () => {
  expect(said('pc', { model: 'e1000' })).toBeUndefined();
  expect(said('q35', { model: 'e1000' })).toBe('problem.bus-not-hot');
  const port: PartSpec = { model: 'pcie-root-port', id: 'rp' };
  expect(said('q35', port, { model: 'e1000', bus: 'rp' })).toBeUndefined();
  const closed: PartSpec = { ...port, properties: { hotplug: 'off' } };
  expect(said('q35', closed, { model: 'e1000', bus: 'rp' })).toBe('problem.bus-not-hot');
});

test('a VGA card is there from power-on or never', () => {
  expect(said('pc', { model: 'VGA' })).toBe('problem.model-not-hot');
  expect(said('pc', { model: 'secondary-vga' })).toBeUndefined();
});

test('function 0 comes last', () => {
  const zero: PartSpec = { model: 'edu', addr: '5.0', properties: { multifunction: 'on' } };
  expect(said('pc', zero, { model: 'edu', addr: '5.1' })).toBe('problem.zero-there');
});
