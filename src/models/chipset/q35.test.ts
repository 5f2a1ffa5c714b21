/** q35 and what belongs on it: behaviour in words. Byte for byte it is compared with recorded QEMU in cli/oracle.test.ts. */
import { expect, test } from 'vitest';
import { BoardBuilder } from '../../engine/board.ts';
import { Machine } from '../../engine/machine.ts';
import { e1000 } from '../network/e1000.ts';
import type { Model } from '../model.ts';
import { nvme } from '../storage/nvme.ts';
import { pciBridge } from '../bridges/pci-bridge.ts';
import { pcieRootPort } from '../bridges/pcie-root-port.ts';
import { lowRamOfQ35, q35 } from './q35.ts';
import { parseSize } from '../../base/hex.ts';
import { config, setConfig } from '../testing.ts';
import { virtioNet } from '../virtio/virtio-net.ts';

interface Card {
  readonly model: Model;
  readonly devfn: number;
  /** Wire: 0 is pcie.0, then one per bridge in the order given. */
  readonly wire?: number;
  readonly properties?: Readonly<Record<string, string>>;
}

const ram = 0x1000_0000;

function q35With(cards: readonly Card[] = [], authentic: 'qemu' | 'spec' = 'qemu'): Machine {
  const builder = new BoardBuilder(q35.rootBus, q35.express);
  for (const { model, devfn, shape } of q35.builtIn(ram)) {
    builder.plug({ path: model, model, shape, wire: 0, devfn, builtIn: true });
  }
  cards.forEach(({ model, devfn, wire = 0, properties = {} }, i) => {
    const text = (name: string): string =>
      properties[name] ?? model.properties.find((p) => p.name === name)?.initial ?? '1';
    const shape = model.shape({
      express: builder.wires[wire]?.express ?? false,
      root: wire === 0,
      multifunction: false,
      before: [],
      flag: (name) => text(name) === 'on',
      number: (name) => Number(text(name)),
      text,
    });
    builder.plug({ path: String(i), model: model.id, shape, wire, devfn });
  });
  return new Machine(builder.done(q35.platform(ram), ram, authentic));
}

const ecam = 0xb000_0000;
const openEcam = (m: Machine): void => setConfig(m, 0, 0x60, ecam + 1);
/** Config dword through ECAM. */
const look = (m: Machine, bus: number, devfn: number, at: number): number =>
  m.load(ecam + bus * 0x10_0000 + devfn * 0x1000 + at, 4);
const put = (m: Machine, bus: number, devfn: number, at: number, value: number, bytes = 4): void =>
  m.store(ecam + bus * 0x10_0000 + devfn * 0x1000 + at, value, bytes);

test('the chipset identifies itself', () => {
  const m = q35With();
  expect([0x00, 0xf8, 0xfa, 0xfb].map((devfn) => config(m, devfn, 0))).toEqual([
    0x29c0_8086, 0x2918_8086, 0x2922_8086, 0x2930_8086,
  ]);
});

test('RAM of 2.75 GiB and more is split at 2 GiB', () => {
  expect(lowRamOfQ35(0xafff_ffff)).toBe(0xafff_ffff);
  expect(lowRamOfQ35(0xb000_0000)).toBe(0x8000_0000);
});

test('PCIEXBAR maps ECAM; a reserved length leaves the old mapping', () => {
  const m = q35With();
  expect(m.load(ecam, 4)).toBe(0);
  openEcam(m);
  expect(look(m, 0, 0, 0)).toBe(0x29c0_8086);
  expect(look(m, 0, 0, 0x100)).toBe(0xffff_ffff);
  setConfig(m, 0, 0x60, ecam + 7);
  expect(look(m, 0, 0, 0)).toBe(0x29c0_8086);
  setConfig(m, 0, 0x60, ecam + 3);
  expect(m.load(ecam + 0x800_0000, 4)).toBe(0);
  m.out(0xcf9, 6, 1);
  expect(m.load(ecam, 4)).toBe(0);
});

test('D_LCK closes SMRAM and leaves only D_CLS writable until reset', () => {
  const m = q35With();
  m.store(0xa_0000, 0x1234, 4);
  setConfig(m, 0, 0x9d, 0x5a, 1);
  expect(config(m, 0, 0x9c)).toBe(0x0038_1a00);
  setConfig(m, 0, 0x9c, 0xffff_ffff);
  expect(config(m, 0, 0x9c)).toBe(0xff38_3a01);
  m.out(0xcf9, 6, 1);
  expect(config(m, 0, 0x9c)).toBe(0xff38_0200);
});

test('TSEG hides the top of low RAM', () => {
  const m = q35With();
  m.store(ram - 4, 0x1234_5678, 4);
  setConfig(m, 0, 0x9d, 0x0a, 1);
  setConfig(m, 0, 0x9e, 0x39, 1);
  expect(m.load(ram - 4, 4)).toBe(0xffff_ffff);
  expect(m.load(ram - 0x10_0004, 4)).toBe(0);
  setConfig(m, 0, 0x9e, 0x38, 1);
  expect(m.load(ram - 4, 4)).toBe(0x1234_5678);
});

test('RCBA opens the root complex registers with the interrupt routes', () => {
  const m = q35With();
  setConfig(m, 0xf8, 0xf0, 0xfed1_c001);
  expect([0x3140, 0x3144, 0x3148, 0x3410].map((at) => m.load(0xfed1_c000 + at, 4))).toEqual([
    0x3210, 0x3210_3210, 0x3210, 0x20,
  ]);
});

test('a port closes its windows, says what its link negotiated, and reaches what is below', () => {
  const m = q35With([
    { model: pcieRootPort, devfn: 0x18, properties: { slot: '9' } },
    { model: nvme, devfn: 0, wire: 1 },
    { model: pcieRootPort, devfn: 0x20 },
  ]);
  openEcam(m);
  expect([0x1c, 0x20, 0x24, 0x64, 0x68, 0x6c].map((at) => look(m, 0, 0x18, at))).toEqual([
    0xf0, 0xfff0, 0x1_fff1, 0x0011_0000, 0x004a_007b, 0x01c0,
  ]);
  expect(look(m, 0, 0x20, 0x64)).toBe(0x0204_0000);
  expect(look(m, 0, 0x20, 0x6c)).toBe(0x07c0);
  put(m, 0, 0x18, 0x18, 0x0001_0100);
  expect(look(m, 1, 0, 0)).toBe(0x0010_1b36);
  expect(look(m, 1, 8, 0)).toBe(0xffff_ffff);
});

test('by the specification a port also shows presence and an active link', () => {
  const m = q35With(
    [
      { model: pcieRootPort, devfn: 0x18 },
      { model: nvme, devfn: 0, wire: 1 },
    ],
    'spec',
  );
  openEcam(m);
  expect(look(m, 0, 0x18, 0x64)).toBe(0x2011_0000);
  expect(look(m, 0, 0x18, 0x6c)).toBe(0x0040_01c0);
});

test('a powered-off slot hides its function; power on brings it back reset', () => {
  const m = q35With([
    { model: pcieRootPort, devfn: 0x18 },
    { model: nvme, devfn: 0, wire: 1 },
  ]);
  openEcam(m);
  put(m, 0, 0x18, 0x18, 0x0001_0100);
  put(m, 1, 0, 0x04, 6, 2);
  put(m, 0, 0x18, 0x6c, 0x05c0, 2);
  expect(look(m, 1, 0, 0)).toBe(0xffff_ffff);
  put(m, 0, 0x18, 0x6c, 0x01c0, 2);
  expect(look(m, 1, 0, 4)).toBe(0x0010_0000);
});

test('three bridges deep, windows open one after the other', () => {
  const bridge = (devfn: number, wire: number): Card => ({
    model: pciBridge,
    devfn,
    wire,
    properties: { chassis_nr: '1' },
  });
  const m = q35With([
    bridge(0x10, 0),
    bridge(0x08, 1),
    bridge(0x18, 2),
    { model: e1000, devfn: 0x28, wire: 3 },
  ]);
  openEcam(m);
  const path = [
    [0, 0x10],
    [1, 0x08],
    [2, 0x18],
  ] as const;
  path.forEach(([bus, devfn], depth) => put(m, bus, devfn, 0x18, bus | ((depth + 1) << 8) | (3 << 16)));
  put(m, 3, 0x28, 0x10, 0xc010_0000);
  put(m, 3, 0x28, 0x04, 2, 2);
  for (const [bus, devfn] of path) {
    expect(m.load(0xc010_0008, 4)).toBe(0);
    put(m, bus, devfn, 0x20, 0xc010_c010);
    put(m, bus, devfn, 0x04, 7, 2);
  }
  expect(m.load(0xc010_0008, 4)).toBe(0x8008_0783);
  put(m, 0, 0x10, 0x3c, 0x0040_0000);
  expect(look(m, 1, 0x08, 0x18)).toBe(0);
  expect(m.load(0xc010_0008, 4)).toBe(0);
});

test('the hot-plug controller of a bridge knows which slots are taken', () => {
  const m = q35With([
    { model: pciBridge, devfn: 0x10, properties: { chassis_nr: '1' } },
    { model: e1000, devfn: 0x10, wire: 1 },
  ]);
  setConfig(m, 0x10, 0x10, 0xc000_0000);
  setConfig(m, 0x10, 0x04, 2, 2);
  expect([0x0c, 0x24, 0x28].map((at) => m.load(0xc000_0000 + at, 4))).toEqual([
    0xe001_011f, 0x7f00_0d0f, 0x7f00_0006,
  ]);
});

test('nvme: enabling without queues fails, with queues it gets ready', () => {
  const m = q35With([{ model: nvme, devfn: 0x10 }]);
  setConfig(m, 0x10, 0x10, 0xc000_0000);
  setConfig(m, 0x10, 0x04, 6, 2);
  const register = (at: number): number => m.load(0xc000_0000 + at, 4);
  expect([register(0), register(4), register(8)]).toEqual([0x0f01_07ff, 0x0040_1820, 0x0001_0400]);
  m.store(0xc000_0014, 0x0046_0001, 4);
  expect(register(0x1c)).toBe(2);
  m.store(0xc000_0014, 0, 4);
  m.store(0xc000_0024, 0x001f_001f, 4);
  m.store(0xc000_0014, 0x0046_0001, 4);
  expect(register(0x1c)).toBe(1);
});

test('virtio-net is transitional on the root bus and modern below a port', () => {
  const m = q35With([
    { model: virtioNet, devfn: 0x10 },
    { model: pcieRootPort, devfn: 0x18 },
    { model: virtioNet, devfn: 0, wire: 1 },
  ]);
  openEcam(m);
  put(m, 0, 0x18, 0x18, 0x0001_0100);
  expect([look(m, 0, 0x10, 0), look(m, 0, 0x10, 0x2c), look(m, 0, 0x10, 0x34)]).toEqual([
    0x1000_1af4, 0x0001_1af4, 0x98,
  ]);
  expect([look(m, 1, 0, 0), look(m, 1, 0, 0x08), look(m, 1, 0, 0x34)]).toEqual([
    0x1041_1af4, 0x0200_0001, 0xdc,
  ]);
  setConfig(m, 0x10, 0x10, 0xc000);
  setConfig(m, 0x10, 0x20, 0xe000_0000);
  setConfig(m, 0x10, 0x04, 3, 2);
  expect([m.in(0xc000, 4), m.in(0xc00c, 2), m.in(0xc014, 4)]).toEqual([0x79bf_8064, 0x100, 0x1200_5452]);
  expect([m.load(0xe000_0004, 4), m.load(0xe000_0012, 2), m.load(0xe000_2000, 4)]).toEqual([
    0x30bf_8024, 3, 0x1200_5452,
  ]);
  // the same through the PCI configuration access capability
  put(m, 0, 0x10, 0x8c, 0x2000);
  put(m, 0, 0x10, 0x90, 4);
  expect(look(m, 0, 0x10, 0x94)).toBe(0x1200_5452);
});

test('sizes as QEMU’s command line spells them', () => {
  expect([parseSize('8K'), parseSize('0x1000'), parseSize('2G'), parseSize(''), parseSize('x')]).toEqual([
    0x2000,
    0x1000,
    0x8000_0000,
    undefined,
    undefined,
  ]);
});
