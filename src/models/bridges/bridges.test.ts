/** Ports, switches and expanders: what QEMU 7.2 answers, where a table would not say why. */
import { expect, test } from 'vitest';
import { BoardBuilder } from '../../engine/board.ts';
import { Machine } from '../../engine/machine.ts';
import { q35 } from '../chipset/q35.ts';
import type { Context, Model } from '../model.ts';
import { ioh3420 } from './ioh3420.ts';
import { pciePciBridge } from './pcie-pci-bridge.ts';
import { pxbPcie } from './pxb.ts';
import { x3130Upstream, xio3130Downstream } from './x3130.ts';

type Properties = Readonly<Record<string, string>>;

/** A q35 with bridges in a chain; `place` says on which wire each sits, and where. */
class Chain {
  private readonly builder = new BoardBuilder(q35.rootBus, q35.express);

  constructor() {
    for (const { model, devfn, shape } of q35.builtIn(0x1000_0000))
      this.builder.plug({ path: model, model, shape, wire: 0, devfn, builtIn: true });
  }

  /** Gives the wire below. */
  add(model: Model, wire: number, devfn: number, properties: Properties = {}): number {
    const text = (name: string): string =>
      properties[name] ?? model.properties.find((p) => p.name === name)?.initial ?? '';
    const context: Context = {
      express: true,
      root: wire === 0,
      multifunction: false,
      before: [],
      flag: (name) => text(name) === 'on',
      number: (name) => Number(text(name)),
      text,
    };
    const path = `${model.id}@${String(wire)}:${String(devfn)}`;
    this.builder.plug({ path, model: model.id, shape: model.shape(context), wire, devfn });
    return this.builder.wires.length - 1;
  }

  machine(): Machine {
    return new Machine(this.builder.done(q35.platform(0x1000_0000), 0x1000_0000, 'qemu'));
  }
}

const read = (m: Machine, bdf: number, at: number): number => {
  m.out(0xcf8, (0x8000_0000 | (bdf << 8) | at) >>> 0, 4);
  return m.in(0xcfc, 4);
};
const write = (m: Machine, bdf: number, at: number, value: number): void => {
  m.out(0xcf8, (0x8000_0000 | (bdf << 8) | at) >>> 0, 4);
  m.out(0xcfc, value, 4);
};

test('a switch: an upstream port, downstream ports behind it, whose links say nothing of themselves', () => {
  const chain = new Chain();
  const upstream = chain.add(x3130Upstream, chain.add(ioh3420, 0, 0x10), 0, { port: '7' });
  chain.add(xio3130Downstream, upstream, 8, { slot: '3', chassis: '2' });
  const m = chain.machine();
  write(m, 0x10, 0x18, 0x0003_0100);
  write(m, 0x100, 0x18, 0x0003_0201);
  expect(read(m, 0x100, 0)).toBe(0x8232_104c);
  expect(read(m, 0x100, 0x9c)).toBe(0x0700_0411);
  expect(read(m, 0x208, 0)).toBe(0x8233_104c);
  // QEMU: no width, no speed; the status has them
  expect([read(m, 0x208, 0x9c), read(m, 0x208, 0xa0)]).toEqual([0x400, 0x0011_0000]);
  expect(read(m, 0x208, 0xa4)).toBe((3 << 19) | 0x0002_007b);
});

test('ioh3420 numbers its error message by its vectors, after any write, and a reset leaves that stale', () => {
  const chain = new Chain();
  chain.add(ioh3420, 0, 0x10);
  const m = chain.machine();
  const status = (): number => m.word(m.find(0x10), 0x130 >> 2) >>> 27;
  write(m, 0x10, 0x60, 0x0010_0000);
  expect(status()).toBe(1);
  m.reset();
  expect([read(m, 0x10, 0x60) & 0x0070_0000, status()]).toEqual([0, 1]);
  write(m, 0x10, 0x3c, 0);
  expect(status()).toBe(0);
});

test('pcie-pci-bridge: resets forget neither error reporting nor ARI', () => {
  const chain = new Chain();
  chain.add(pciePciBridge, 0, 0x10);
  const m = chain.machine();
  write(m, 0x10, 0x50, 0xffff);
  write(m, 0x10, 0x70, 0xffff);
  m.reset();
  expect([read(m, 0x10, 0x50) & 0xffff, read(m, 0x10, 0x70) & 0xffff]).toEqual([0x0f, 0x8020]);
});

test('an expander: a root bus of a fixed number, whose BARs and windows lie beside those of bus 0', () => {
  const chain = new Chain();
  const root = chain.add(pxbPcie, 0, 0x10, { bus_nr: '64' });
  const below = chain.add(ioh3420, root, 8);
  chain.add(x3130Upstream, below, 0);
  const m = chain.machine();
  expect(read(m, 0x10, 0)).toBe(0x000b_1b36);
  expect(read(m, 0x4008, 0)).toBe(0x3420_8086);
  expect(read(m, 0x4100, 0)).toBe(0xffff_ffff);
  write(m, 0x4008, 0x18, 0x0041_4140);
  expect(read(m, 0x4100, 0)).toBe(0x8232_104c);
  m.reset();
  expect([read(m, 0x4008, 0), read(m, 0x4100, 0)]).toEqual([0x3420_8086, 0xffff_ffff]);
});
