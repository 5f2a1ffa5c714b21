/** Parts added and taken out: what stays keeps its place. */
import { expect, test } from 'vitest';
import { catalogue } from '../models/catalogue.ts';
import { build } from './build.ts';
import { withBehind, withoutPart, withPart } from './change.ts';
import { spelledParts } from './fill.ts';
import type { Scenario } from './scenario.ts';

const pc: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [
    { model: 'edu' },
    { model: 'nothing' },
    { model: 'pci-bridge', id: 'b', properties: { chassis_nr: '1' } },
    { model: 'e1000' },
    { model: 'edu', bus: 'b' },
  ],
};
const places = (s: Scenario): string[] =>
  build(s, catalogue).board.parts.flatMap((p) =>
    p.builtIn ? [] : [`${p.model} ${String(p.wire)}:${String(p.devfn >> 3)}`],
  );

test('a part more comes last', () => {
  const built = build(withPart(pc, { model: 'nvme', id: 'x', properties: { serial: '' } }), catalogue);
  expect(built.board.parts.at(-1)?.path).toBe('x');
  expect(built.lines.at(-1)).toBe(5);
});

test('a bridge goes with what is behind it; the others stay where they are', () => {
  const built = build(pc, catalogue);
  expect(places(pc)).toEqual(['edu 0:2', 'pci-bridge 0:3', 'e1000 0:4', 'edu 1:0']);
  const bridge = built.board.parts.findIndex((p) => p.path === 'b');
  expect(withBehind(built.board, bridge)).toEqual([bridge + 2, bridge]);
  expect(places(withoutPart(pc, built, bridge))).toEqual(['edu 0:2', 'e1000 0:4']);
  const first = built.board.parts.findIndex((p) => p.model === 'edu');
  expect(places(withoutPart(pc, built, first))).toEqual(['pci-bridge 0:3', 'e1000 0:4', 'edu 1:0']);
});

test('a part that fills its bus is spelled out when one of its functions is taken out', () => {
  const full: Scenario = { ...pc, parts: [{ model: 'edu', bus: 'pci.0', fill: true }] };
  const built = build(full, catalogue);
  const inAll = 256 - 8 - 8;
  // beside the host bridge, which is alone in its slot, there is no place; PIIX3 shares its own
  const beside = built.board.parts.filter((p) => p.builtIn && p.devfn >> 3 === 1).length;
  expect(built.lines.filter((line) => line === 0)).toHaveLength(inAll + 8 - beside);
  const fn = built.board.parts.findIndex((p) => p.path === 'edu@1f.7');
  const less = build(withoutPart(full, built, fn), catalogue);
  expect(less.problems).toEqual([]);
  expect(less.board.parts.map((p) => p.path)).toEqual(
    built.board.parts.flatMap((p, i) => (i === fn ? [] : [p.path])),
  );
});

test('spelled out for a command line, the same board', () => {
  const parts = [
    { model: 'pci-bridge', id: 'b', addr: '3', properties: { chassis_nr: '1', multifunction: 'on' } },
    { model: 'e1000', bus: 'pci.0', addr: '4' },
    { model: 'edu', bus: 'pci.0', fill: true },
    { model: 'edu', bus: 'b', fill: true },
  ] as const;
  const full: Scenario = { ...pc, parts: parts.map((part) => ({ bus: 'pci.0', ...part })) };
  const whole = build(full, catalogue);
  const spelled = build({ ...full, parts: spelledParts(full) }, catalogue);
  expect(spelled.problems).toEqual([]);
  expect(spelled.board.parts.map((p) => p.path)).toEqual(whole.board.parts.map((p) => p.path));
});
