/** Building a board: what QEMU refuses becomes a Problem at the part's line, and nothing throws. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import './rare.ts';
import type { Message } from '../base/problem.ts';
import { Machine } from '../engine/machine.ts';
import { catalogue } from '../models/catalogue.ts';
import { build } from './build.ts';
import type { PartSpec, Scenario } from './scenario.ts';

const scenario = (machine: Scenario['machine'], parts: readonly PartSpec[]): Scenario => ({
  title: 'test',
  machine,
  ram: 16,
  authentic: 'qemu',
  parts,
});

/** What is said of the last part, which is the only one with trouble. */
function said(machine: 'pc' | 'q35', ...parts: readonly PartSpec[]): Message | undefined {
  const { problems } = build(scenario(machine, parts), catalogue);
  for (const { place } of problems) expect(place).toEqual({ line: parts.length - 1 });
  expect(problems.length).toBeLessThan(2);
  return problems[0]?.message;
}

const part = (
  model: string,
  properties: Record<string, string> = {},
  rest: Partial<PartSpec> = {},
): PartSpec => ({
  model,
  properties,
  ...rest,
});
const port = (id: string, chassis: string, slot = '0'): PartSpec =>
  part('pcie-root-port', { chassis, slot }, { id });

test('names that nothing has, with the nearest that something has', () => {
  expect(said('pc', part('e100'))).toMatchObject({ id: 'problem.unknown', with: { nearest: 'e1000' } });
  expect(said('pc', part('edu', {}, { bus: 'pci.1' }))).toMatchObject({
    with: { what: 'bus', given: 'pci.1', nearest: 'pci.0' },
  });
  expect(said('pc', part('edu', { multifunctoin: 'on' }))).toMatchObject({
    with: { what: 'property', nearest: 'multifunction' },
  });
  expect(said('pc', part('edu', { bootindex: '1' }))).toBeUndefined();
});

test('values that a property does not take', () => {
  const wants = (model: string, name: string, value: string): unknown => {
    const message = said('q35', part(model, { [name]: value }));
    return message?.id === 'problem.expected' ? message.with.expected : message;
  };
  expect(wants('e1000', 'multifunction', '1')).toBe('multifunction=on|off');
  expect(wants('e1000', 'multifunction', 'yes')).toBeUndefined();
  expect(wants('e1000', 'mac', 'zz')).toBe('mac=52:54:00:12:34:56');
  expect(wants('rtl8139', 'mac', '52-54-00-AB-CD-EF')).toBeUndefined();
  expect(wants('edu', 'dma_mask', '0x')).toBe('dma_mask=NUMBER');
  expect(wants('edu', 'dma_mask', '017')).toBeUndefined();
  expect(wants('pcie-root-port', 'x-speed', '3')).toBe('x-speed=2_5|5|8|16');
  expect(wants('pcie-root-port', 'port', '300')).toBe('port=0–255');
  expect(wants('pcie-root-port', 'io-reserve', 'much')).toBe('io-reserve=64K');
  expect(wants('pcie-root-port', 'io-reserve', '8K')).toBeUndefined();
  expect(wants('pcie-root-port', 'mem-reserve', '4G')).toBe('mem-reserve < 4G');
  expect(wants('pci-bridge', 'chassis_nr', '0')).toBe('chassis_nr=1–255');
});

test('required properties: without them the part is left out', () => {
  expect(said('pc', part('nvme'))).toEqual({
    id: 'problem.required',
    with: { model: 'nvme', property: 'serial' },
  });
  expect(said('pc', part('nvme', { serial: '' }))).toBeUndefined();
  expect(said('pc', part('pci-bridge'))).toMatchObject({ with: { property: 'chassis_nr' } });
  const { board } = build(scenario('pc', [part('nvme')]), catalogue);
  expect(board.parts.some((p) => p.model === 'nvme')).toBe(false);
});

test('what models refuse', () => {
  expect(said('q35', port('a', '1', '2'), port('b', '1', '2'))).toEqual({
    id: 'problem.same-chassis-slot',
    with: { chassis: 1, slot: 2 },
  });
  expect(said('q35', port('a', '1'), port('b', '2'))).toBeUndefined();
  const below = { bus: 'a' };
  expect(
    said('q35', port('a', '1'), part('virtio-net-pci', { 'disable-modern': 'on' }, below)),
  ).toMatchObject({
    id: 'problem.no-mode',
  });
  const both = { 'disable-modern': 'on', 'disable-legacy': 'off' };
  expect(said('q35', port('a', '1'), part('virtio-net-pci', both, below))).toBeUndefined();
  expect(said('q35', part('virtio-net-pci', { 'disable-modern': 'on' }))).toBeUndefined();
  expect(
    said('q35', part('pcie-root-port', { 'pref32-reserve': '1M', 'pref64-reserve': '1M' })),
  ).toMatchObject({ id: 'problem.conflict' });
  expect(said('pc', part('nvme', { serial: 'x', cmb_size_mb: '3' }))).toMatchObject({
    id: 'problem.power-of-two',
  });
  expect(said('pc', part('pci-testdev', { membar: '3M' }))).toMatchObject({ id: 'problem.power-of-two' });
});

test('places: taken, full, beyond the one slot, not a place', () => {
  const at = (addr: string): Partial<PartSpec> => ({ addr });
  expect(said('pc', part('edu', {}, at('3')), part('edu', {}, at('3.0')))).toEqual({
    id: 'problem.slot-taken',
    with: { bus: 'pci.0', given: '3.0', other: 'edu@3.0' },
  });
  expect(said('pc', part('edu', {}, at('32')))).toMatchObject({ id: 'problem.expected' });
  expect(said('pc', part('edu', {}, at('1f.8')))).toMatchObject({ id: 'problem.expected' });
  // the pc's own parts take slots 0 and 1
  expect(said('pc', ...Array.from({ length: 30 }, () => part('edu')))).toBeUndefined();
  expect(said('pc', ...Array.from({ length: 31 }, () => part('edu')))).toMatchObject({
    id: 'problem.bus-full',
  });
  const below = { bus: 'a' };
  expect(said('q35', port('a', '1'), part('edu', {}, below), part('edu', {}, below))).toMatchObject({
    id: 'problem.bus-full',
  });
  expect(said('q35', port('a', '1'), part('edu', {}, { ...below, addr: '1' }))).toMatchObject({
    id: 'problem.one-slot',
  });
  expect(said('pc', part('pcie-root-port', {}))).toEqual({
    id: 'problem.express-only',
    with: { model: 'pcie-root-port', bus: 'pci.0' },
  });
});

test('expanders: on the root bus of their kind, a number of their own, only bridges on the bus they bring', () => {
  const pxb = (id: string, bus_nr: string, rest: Partial<PartSpec> = {}): PartSpec =>
    part('pxb', { bus_nr }, { id, ...rest });
  const pxbPcie = part('pxb-pcie', { bus_nr: '64' }, { id: 'x' });
  expect(said('pc', part('pxb'))).toMatchObject({ id: 'problem.required' });
  expect(said('pc', pxb('x', '0'))).toMatchObject({ id: 'problem.expected' });
  expect(said('q35', pxb('x', '64'))).toMatchObject({ id: 'problem.conventional-only' });
  expect(said('pc', pxbPcie)).toMatchObject({ id: 'problem.express-only' });
  expect(said('pc', pxb('x', '64'), pxb('y', '64', { bus: 'pci.0' }))).toEqual({
    id: 'problem.bus-number-taken',
    with: { number: 64 },
  });
  expect(said('q35', port('a', '1'), part('pxb-pcie', { bus_nr: '64' }, { bus: 'a' }))).toMatchObject({
    id: 'problem.root-only',
  });
  // without `bus=` the newest root is meant
  expect(said('q35', pxbPcie, part('edu'))).toMatchObject({ id: 'problem.bridges-only', with: { bus: 'x' } });
  expect(said('q35', pxbPcie, port('a', '1'))).toBeUndefined();
  expect(said('q35', pxbPcie, part('edu', {}, { bus: 'pcie.0' }))).toBeUndefined();
  // the pc's hides a bridge, and its id names the bus behind that
  const { board, kinds, lines } = build(
    scenario('pc', [pxb('x', '64'), part('edu', {}, { bus: 'x', addr: '3' })]),
    catalogue,
  );
  const edu = board.parts.at(-1);
  expect(board.wires[edu?.wire ?? 0]).toMatchObject({ name: 'x', bridge: board.parts.length - 2 });
  expect(board.parts.map((p) => p.model).slice(-3)).toEqual(['pxb', 'pci-bridge', 'edu']);
  expect(kinds.slice(-3)).toEqual(['host', 'bridge', 'teaching']);
  expect(lines.slice(-3)).toEqual([0, undefined, 1]);
});

test('below a bridge the first free slot is 0, as in QEMU', () => {
  const bridge = part('pci-bridge', { chassis_nr: '1' }, { id: 'b' });
  const { board } = build(
    scenario('pc', [bridge, part('edu', {}, { bus: 'b' }), part('edu', {}, { bus: 'b' })]),
  );
  expect(board.parts.slice(-2).map((p) => [p.path, p.devfn])).toEqual([
    ['edu@b:0.0', 0],
    ['edu@b:1.0', 8],
  ]);
});

test('function 0 says whether the slot has others', () => {
  const at = (addr: string, multifunction: string): PartSpec => part('edu', { multifunction }, { addr });
  expect(said('pc', at('3.0', 'off'), at('3.1', 'off'))).toEqual({
    id: 'problem.single-function',
    with: { bus: 'pci.0', given: '3.1', other: 'edu@3.0' },
  });
  expect(said('pc', at('3.0', 'on'), at('3.1', 'off'))).toBeUndefined();
  expect(said('pc', at('3.1', 'off'), at('3.0', 'off'))).toMatchObject({ with: { other: 'edu@3.1' } });
  expect(said('pc', at('3.1', 'off'), at('3.0', 'on'))).toBeUndefined();
});

test('a name stands for one part', () => {
  const named = part('edu', {}, { id: 'x' });
  expect(said('pc', named, named)).toEqual({ id: 'problem.id-taken', with: { id: 'x' } });
});

test('a dump that holds a function twice', () => {
  const functions = [0, 0].map(() => ({ domain: 0, bdf: 0x18, config: '00'.repeat(64) }));
  const { board, problems } = build({ ...scenario('dump', []), functions });
  expect(board.parts.length).toBe(1);
  expect(problems[0]?.message).toEqual({ id: 'problem.dumped-twice', with: { slot: '00:03.0' } });
});

test('whatever is asked for, it never throws, and the machine runs', () => {
  const value = fc.oneof(
    fc.constantFrom(
      '',
      'on',
      'off',
      '0',
      '1',
      '2',
      '3',
      '255',
      '4096',
      '70000',
      '-1',
      '0x10',
      '8K',
      '3M',
      '4G',
      '1E',
      'auto',
    ),
    fc.string({ maxLength: 4 }),
  );
  const names = [...new Set(catalogue.flatMap((m) => m.properties.map((p) => p.name)))];
  const spec = fc.record<PartSpec>(
    {
      model: fc.constantFrom(...catalogue.map((m) => m.id), 'nothing'),
      id: fc.constantFrom('a', 'b', 'c'),
      bus: fc.constantFrom('pci.0', 'pcie.0', 'a', 'b', 'c'),
      addr: fc.constantFrom('0', '1', '3', '3.1', '1f.7', '20', 'x'),
      properties: fc.dictionary(fc.constantFrom('multifunction', 'rombar', 'romfile', ...names), value),
    },
    { requiredKeys: ['model'] },
  );
  fc.assert(
    fc.property(fc.constantFrom('pc', 'q35'), fc.array(spec, { maxLength: 6 }), (machine, parts) => {
      const m = new Machine(build(scenario(machine, parts), catalogue).board);
      m.reset();
    }),
    { numRuns: 150 },
  );
});
