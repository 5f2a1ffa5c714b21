/** Adding a device, without a page: the list, the draft, what is refused, what it becomes. */
import { expect, test } from 'vitest';
import '../../pci/caps/all.ts';
import { catalogue } from '../../models/catalogue.ts';
import type { PartSpec, Scenario } from '../../scenario/scenario.ts';
import { freeId, partOf, startValues, type Draft } from './draft.ts';
import { grouped, idsText, listModels, matching } from './listing.ts';
import { tryPart } from '../../scenario/try-part.ts';
import { busChoices, capabilitiesOf, fieldOf, heldSlots, optionsOf } from './offered.ts';

const scenario = (machine: 'pc' | 'q35', ...parts: readonly PartSpec[]): Scenario => ({
  title: 'test',
  machine,
  ram: 16,
  authentic: 'qemu',
  parts,
});
const model = (id: string) => catalogue.find((m) => m.id === id) ?? expect.fail(id);
const draft = (id: string, s: Scenario, bus: string, rest: Partial<Draft> = {}): Draft => ({
  model: model(id),
  bus,
  device: undefined,
  fn: 0,
  id: freeId(s, id),
  values: startValues(s, catalogue, model(id)),
  ...rest,
});
const functions = catalogue.filter((m) => m.bus !== 'none');
const list = listModels(catalogue);
const found = (text: string): string[] => matching(list, text, (kind) => kind).map((l) => l.model.id);

test('every model is listed with its ids, once, under its kind', () => {
  for (const each of list) expect(idsText(each), each.model.id).not.toBe('0000:0000');
  const ids = grouped(list).flatMap(([, models]) => models.map((l) => l.model.id));
  expect(ids.toSorted()).toEqual(functions.map((m) => m.id).toSorted());
});

test('the search knows ids, kinds, names and numbers', () => {
  expect(found('e1000')).toContain('e1000');
  expect(found('8086:100e')).toEqual(['e1000']);
  expect(found('network e1000')).toContain('e1000');
  expect(found('  ')).toHaveLength(list.length);
  expect(found('flux')).toEqual([]);
});

test('every model, as it is first offered, is taken by some bus', () => {
  const bridge: PartSpec = { model: 'pci-bridge', id: 'b', properties: { chassis_nr: '1' } };
  const machines = [scenario('q35', { model: 'pcie-root-port', id: 'rp' }, bridge), scenario('pc', bridge)];
  for (const { id } of functions) {
    const takers = machines.flatMap((s) => {
      const part = partOf(draft(id, s, ''));
      const open = busChoices(s, catalogue, part).filter((b) => b.refusal === undefined);
      return open.map(({ name }) => tryPart(s, catalogue, { ...part, bus: name }).problems);
    });
    expect(takers, id).toContainEqual([]);
  }
});

test('buses say why they refuse', () => {
  const s = scenario('q35', { model: 'pcie-root-port', id: 'rp' }, { model: 'edu', bus: 'rp' });
  const port = busChoices(s, catalogue, partOf(draft('edu', s, 'pcie.0')));
  expect(port.map((b) => [b.name, b.refusal?.id])).toEqual([
    ['pcie.0', undefined],
    ['rp', 'problem.bus-full'],
  ]);
  const pc = scenario('pc');
  const [root] = busChoices(pc, catalogue, partOf(draft('pcie-root-port', pc, 'pci.0')));
  expect(root).toMatchObject({ refusal: { id: 'problem.express-only' }, lowest: '' });
  expect(busChoices(pc, catalogue, partOf(draft('edu', pc, 'pci.0')))[0]?.lowest).toBe('2.0');
});

test('a draft leaves out what is as it would be anyway', () => {
  const s = scenario('pc', { model: 'nvme', id: 'nvme-1', properties: { serial: 'x' } });
  expect(partOf(draft('nvme', s, 'pci.0'))).toEqual({
    model: 'nvme',
    id: 'nvme-2',
    bus: 'pci.0',
    properties: { serial: 'cf8-1' },
  });
  const values = { multifunction: 'off', dma_mask: '0xff' };
  expect(partOf(draft('edu', s, 'pci.0', { id: '', device: 31, fn: 2, values }))).toEqual({
    model: 'edu',
    bus: 'pci.0',
    addr: '1f.2',
    properties: { dma_mask: '0xff' },
  });
  expect(partOf(draft('edu', s, 'pci.0', { id: '', values: { dma_mask: '' } }))).toEqual({
    model: 'edu',
    bus: 'pci.0',
  });
});

test('numbers that must differ differ from the start', () => {
  const s = scenario(
    'q35',
    { model: 'pcie-root-port', id: 'a' },
    { model: 'pcie-root-port', id: 'b', properties: { chassis: '1' } },
    { model: 'pci-bridge', id: 'c', properties: { chassis_nr: '1' } },
  );
  expect(startValues(s, catalogue, model('pcie-root-port'))).toEqual({ chassis: '2' });
  expect(startValues(s, catalogue, model('pci-bridge'))).toEqual({ chassis_nr: '2' });
});

test('what is wrong is said of the field that it is about', () => {
  const s = scenario('pc', { model: 'edu', id: 'x', addr: '5' });
  const about = (rest: Partial<Draft>): unknown =>
    tryPart(s, catalogue, partOf(draft('edu', s, 'pci.0', rest))).problems.map(fieldOf);
  expect(about({})).toEqual([]);
  expect(about({ id: 'x' })).toEqual(['id']);
  expect(about({ device: 5 })).toEqual(['addr']);
  expect(about({ device: 5, fn: 1 })).toEqual(['addr']);
  expect(about({ values: { dma_mask: 'much' } })).toEqual(['dma_mask']);
});

test('what it becomes', () => {
  const s = scenario('q35', { model: 'pcie-root-port', id: 'rp' });
  const part = partOf(draft('nvme', s, 'rp'));
  const { built, fn } = tryPart(s, catalogue, part);
  const board = built.board.parts[fn ?? -1] ?? expect.fail('left out');
  expect(board.shape.bars.map((b) => b.bytes)).toEqual([0x4000]);
  expect(capabilitiesOf(board)).toContain('Express');
  const virtio = tryPart(s, catalogue, partOf(draft('virtio-net-pci', s, 'pcie.0')));
  const made = virtio.built.board.parts[virtio.fn ?? -1] ?? expect.fail('left out');
  expect(capabilitiesOf(made)).toContain('Vendor Specific Information × 5');
  expect(heldSlots(built.board, 'rp').get(0)?.path).toBe('nvme-1');
  expect(optionsOf(s, part)).toEqual(['-device nvme,id=nvme-1,serial=cf8-1,bus=rp']);
});
