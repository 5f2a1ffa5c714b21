/** Boards and accesses for tests: random ones from a seed, and small ones by hand. */
import fc from 'fast-check';
import { BoardBuilder, type Board } from './board.ts';
import type { Machine } from './machine.ts';
import { Under, type Platform } from './platform.ts';
import { ShapeBuilder } from './shape-builder.ts';
import type { Ops, Shape } from './shape.ts';

/** RAM up to 1 MiB, PCI above it, no chipset. */
export const plainPlatform: Platform = {
  id: 'dump',
  mechanism1: true,
  privates: [],
  survives: new Set(),
  fixed: [],
  under: (m, address) => {
    if (address >= m.board.ram) return Under.pci;
    m.claim.offset = address;
    m.claim.left = m.board.ram - address;
    return Under.ram;
  },
  ecam: () => -1,
  rom: () => -1,
  map: (m) => [{ space: 'memory', from: 0, to: m.board.ram - 1, kind: 'ram', name: 'RAM' }],
  interrupt: () => {},
};

/** Four registers that hold what is written to them, as private words. */
const scratch: Ops = {
  name: 'scratch',
  impl: { min: 4, max: 4 },
  read: (d, offset) => d.get((offset >> 2) & 3),
  write: (d, offset, value) => {
    d.set((offset >> 2) & 3, value);
    if ((offset & 15) === 12) d.intx(value !== 0);
  },
};

export const bridgeShape = (): Shape =>
  new ShapeBuilder({
    vendor: 0x1b36,
    device: 1,
    classCode: 0x060400,
    header: 1,
    below: { express: false, oneDevice: false },
  }).done();

export const endpointShape = (bytes = 0x1000): Shape =>
  new ShapeBuilder({ vendor: 0x1234, device: 0x11e8, classCode: 0x00ff00, pin: 1 })
    .bar(0, 'mem32', bytes, { stretches: [{ from: 0, bytes, ops: scratch }] })
    .bar(1, 'io', 0x20, { stretches: [{ from: 0, bytes: 0x20, ops: scratch }] })
    .bar(2, 'mem64', 0x4000, { prefetchable: true, stretches: [{ from: 0, bytes: 0x4000 }] })
    .behave({}, [0, 0, 0, 0])
    .done();

/** A root bus with endpoints and nested bridges: shape of the tree from `seed`. */
export function randomBoard(seed: number): Board {
  let state = seed | 1;
  const next = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) % n;
  };
  const builder = new BoardBuilder('pci.0', false);
  const endpoint = endpointShape(0x1000 << next(4));
  const bridge = bridgeShape();
  const wires = [0];
  if (next(3) === 0) {
    const root = { express: false, number: 1 + next(4) };
    const shape = new ShapeBuilder({ vendor: 0x1234, device: 0x0bad, classCode: 0x060000, root }).done();
    wires.push(builder.plug({ path: 'expander', model: 'expander', shape, wire: 0, devfn: 0xf8 }) + 1);
  }
  for (let i = 0; i < 12; i++) {
    const wire = wires[next(wires.length)] ?? 0;
    const devfn = i * 8;
    const isBridge = next(3) === 0;
    const index = builder.plug({
      path: `p${String(i)}`,
      model: isBridge ? 'bridge' : 'endpoint',
      shape: isBridge ? bridge : endpoint,
      wire,
      devfn,
    });
    const below = builder.parts[index]?.below;
    if (below !== undefined) wires.push(below);
  }
  return builder.done(plainPlatform, 0x100000, next(2) === 0 ? 'qemu' : 'spec');
}

/** An access as plain data, biased to what matters: config registers of functions that exist, and their BARs. */
export interface Poke {
  readonly kind: 'latch' | 'in' | 'out' | 'load' | 'store' | 'reset' | 'bar' | 'enable' | 'number';
  readonly a: number;
  readonly b: number;
  readonly value: number;
}

export const pokes = fc.array(
  fc.record<Poke>({
    kind: fc.constantFrom(
      'latch',
      'in',
      'out',
      'load',
      'store',
      'reset',
      'bar',
      'bar',
      'enable',
      'enable',
      'number',
    ),
    a: fc.nat(0xffff),
    b: fc.nat(0xff),
    value: fc.oneof(fc.constantFrom(0, 0xffffffff, 0xfe000000, 0x00010100, 7), fc.nat()),
  }),
  { maxLength: 60 },
);

/** Carries a poke out; the answer of a read, else 0. */
export function poke(m: Machine, { kind, a, b, value }: Poke): number {
  const device = a % 12;
  const bus = b % 5;
  const name = (register: number): number => (0x8000_0000 | (bus << 16) | (device << 11) | register) >>> 0;
  const width = [1, 2, 4, 4][b & 3] ?? 4;
  switch (kind) {
    case 'latch':
      m.out(0xcf8, name(b & 0xfc), 4);
      return 0;
    case 'in':
      return m.in(a & 1 ? 0xcfc + (b & 3) : a, width);
    case 'out':
      m.out(a & 1 ? 0xcfc + (b & 3) : 0xc000 + (a & 0xff), value, width);
      return 0;
    case 'load':
      return m.load(a & 1 ? 0xfe000000 + (a & 0xfffc) : a, b & 4 ? 8 : width);
    case 'store':
      m.store(a & 1 ? 0xfe000000 + (a & 0xfffc) : a, value | 0, b & 4 ? 8 : width, value ^ 0x55);
      return 0;
    case 'reset':
      if (b < 16) m.reset();
      return 0;
    case 'bar':
      m.out(0xcf8, name(0x10 + (b & 3) * 4), 4);
      m.out(0xcfc, b & 1 ? 0xc000 + (a & 0xe0) : 0xfe000000 + (a & 0xf) * 0x1000, 4);
      return 0;
    case 'enable':
      m.out(0xcf8, name(4), 4);
      m.out(0xcfc, value & 0x407, 2);
      return 0;
    case 'number':
      m.out(0xcf8, name(b & 1 ? 0x18 : 0x20), 4);
      m.out(0xcfc, b & 1 ? 0x00040000 | (((a & 3) + 1) << 8) : 0xfe10fe00, 4);
      return 0;
  }
}
