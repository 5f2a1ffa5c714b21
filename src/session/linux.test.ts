/** Linux after a firmware keeps what it finds; without one it places everything itself, without overlaps, in its bridges' windows. */
import { expect, test } from 'vitest';
import './all-software.ts';
import { catalogue } from '../models/catalogue.ts';
import { sizeBar } from '../programs/bars.ts';
import { ConfigAccess, functionsOn } from '../programs/config-access.ts';
import type { PartSpec, Scenario } from '../scenario/scenario.ts';
import { Session } from './session.ts';

const board = (machine: 'pc' | 'q35', parts: readonly PartSpec[]): Scenario => ({
  title: 'test',
  machine,
  ram: 256,
  authentic: 'qemu',
  parts,
});
const bridge = (id: string, addr: string, bus?: string): PartSpec => ({
  model: 'pci-bridge',
  id,
  addr,
  ...(bus === undefined ? {} : { bus }),
  properties: { chassis_nr: String(Number.parseInt(addr, 16)) },
});
const port = (id: string, addr: string): PartSpec => ({
  model: 'pcie-root-port',
  id,
  addr,
  properties: { chassis: addr },
});
const flat: PartSpec[] = [
  { model: 'e1000', addr: '3' },
  bridge('br', '4'),
  { model: 'edu', bus: 'br', addr: '1' },
];
const nested: PartSpec[] = [
  ...flat,
  bridge('b2', '2', 'br'),
  { model: 'e1000', bus: 'b2', addr: '3' },
  bridge('b3', '5'),
  { model: 'virtio-net-pci', addr: '6' },
];
const ports: PartSpec[] = [
  port('rp1', '1'),
  { model: 'e1000e', bus: 'rp1' },
  port('rp2', '2'),
  { model: 'e1000', addr: '3' },
  { model: 'nvme', addr: '4', properties: { serial: 'x' } },
];
const boards = {
  'pc with a bridge': board('pc', flat),
  'pc with nested bridges': board('pc', nested),
  'q35 with ports': board('q35', ports),
};

function run(scenario: Scenario, ...programs: string[]): Session {
  const s = new Session(scenario, [], [], 1, catalogue);
  for (const program of programs) {
    s.act({ text: program, commands: [{ do: 'start', program }] });
    s.act({ text: 'step', commands: [{ do: 'step', count: 10_000_000 }] });
    expect(s.program).toBeUndefined();
  }
  return s;
}

interface Range {
  readonly who: string;
  readonly bus: number;
  readonly io: boolean;
  readonly start: number;
  readonly bytes: number;
}

/** Every BAR and every open window, by reading and sizing. */
function ranges({ machine }: Session): {
  bars: Range[];
  windows: (Range & { behind: number; last: number })[];
  behind: ReadonlySet<number>;
} {
  const config = new ConfigAccess(machine);
  const bars: Range[] = [];
  const windows: (Range & { behind: number; last: number })[] = [];
  const buses = new Set<number>();
  for (let bus = 0; bus < 256; bus++) {
    for (const bdf of functionsOn(config, bus)) {
      const who = `${String(bus)}:${String((bdf >> 3) & 31)}.${String(bdf & 7)}`;
      const isBridge = (config.read(bdf, 0x0e, 1) & 0x7f) === 1;
      for (let bar = 0; bar < (isBridge ? 2 : 6); bar++) {
        const { io, wide, bytes, old, oldHigh } = sizeBar(config, bdf, bar);
        const start = oldHigh * 0x1_0000_0000 + ((old & (io ? ~3 : ~15)) >>> 0);
        if (bytes !== 0) bars.push({ who: `${who} BAR${String(bar)}`, bus, io, start, bytes });
        if (wide) bar++;
      }
      if (!isBridge) continue;
      const [behind, last] = [config.read(bdf, 0x19, 1), config.read(bdf, 0x1a, 1)];
      buses.add(behind);
      const add = (io: boolean, start: number, end: number): void => {
        if (start <= end) windows.push({ who, bus, io, start, bytes: end + 1 - start, behind, last });
      };
      const read = (at: number): number => config.read(bdf, at, 2);
      add(true, (read(0x1c) & 0xf0) << 8, (read(0x1c) & 0xf000) | 0xfff);
      const part = (at: number): number => (read(at) & 0xfff0) * 0x1_0000;
      add(false, part(0x20), part(0x22) + 0xf_ffff);
      const high = (at: number): number => config.read(bdf, at, 4) * 0x1_0000_0000;
      add(false, high(0x28) + part(0x24), high(0x2c) + part(0x26) + 0xf_ffff);
    }
  }
  return { bars, windows, behind: buses };
}

const within = (inner: Range, outer: Range): boolean =>
  inner.io === outer.io &&
  outer.start <= inner.start &&
  inner.start + inner.bytes <= outer.start + outer.bytes;

/** Everything is aligned, lies in a window of its bridge, and overlaps nothing on its bus. */
function isSound(s: Session): void {
  const { bars, windows, behind } = ranges(s);
  expect(bars.length).toBeGreaterThan(0);
  for (const bar of bars) expect(bar.start % bar.bytes, bar.who).toBe(0);
  const all = [...bars, ...windows];
  for (const each of all) {
    expect(each.start, each.who).toBeGreaterThan(0);
    const above = windows.filter(({ behind }) => behind === each.bus);
    if (behind.has(each.bus))
      expect(
        above.some((window) => within(each, window)),
        each.who,
      ).toBe(true);
  }
  for (const [i, a] of all.entries()) {
    for (const b of all.slice(i + 1)) {
      if (a.bus !== b.bus || a.io !== b.io) continue;
      const apart = a.start + a.bytes <= b.start || b.start + b.bytes <= a.start;
      expect(apart, `${a.who} and ${b.who}`).toBe(true);
    }
  }
}

test.for(Object.entries(boards))('%s: what SeaBIOS gave stays', ([, scenario]) => {
  const before = ranges(run(scenario, 'seabios'));
  const after = ranges(run(scenario, 'seabios', 'linux'));
  expect(after.bars).toEqual(before.bars);
  for (const window of before.windows) expect(after.windows).toContainEqual(window);
});

test.for(Object.entries(boards))('%s: without firmware Linux places everything', ([, scenario]) => {
  const s = run(scenario, 'linux');
  expect([...s.sentences].filter(({ say }) => say.id === 'linux.no-room')).toEqual([]);
  isSound(s);
});

/** A pc's addresses as a real 6.1.192 gave them, whose firmware had only numbered the buses (in another order). */
test('the addresses are those of the real kernel', () => {
  const { bars, windows } = ranges(run(boards['pc with nested bridges'], 'linux'));
  const at = (start: number, bytes: number): unknown => expect.objectContaining({ start, bytes }) as unknown;
  const expected: [number, number][] = [
    [0x1038_0000, 0x2_0000], // 00:03.0 BAR0, after two ROMs
    [0x2000, 0x40], // 00:03.0 BAR1
    [0x1_0000_0000, 0x4000], // 00:06.0 BAR4: 64 bits
    [0x103a_0000, 0x1000], // 00:06.0 BAR1
    [0x2040, 0x20], // 00:06.0 BAR0
    [0x2060, 0x10], // 00:01.1 BAR4
    [0x1_0000_4000, 0x100], // 00:04.0 BAR0
    [0x1000_0000, 0x10_0000], // the edu behind it
    [0x1014_0000, 0x2_0000], // the e1000 two bridges down
    [0x1020_0000, 0x100], // the bridge between
  ];
  for (const [start, bytes] of expected) expect(bars).toContainEqual(at(start, bytes));
  for (const [start, bytes] of [
    [0x1000_0000, 0x30_0000],
    [0x1010_0000, 0x10_0000],
    [0x1000, 0x1000],
  ] as const)
    expect(windows).toContainEqual(at(start, bytes));
});

test('and on a q35, with reserves behind its slots', () => {
  const { bars, windows } = ranges(run(boards['q35 with ports'], 'linux'));
  expect(bars.map(({ start }) => start).sort((a, b) => a - b)).toEqual([
    0x1000, 0x3000, 0x3040, 0x3080, 0x1004_0000, 0x1006_0000, 0x1008_0000, 0x1044_0000, 0x1046_0000,
    0x1046_1000, 0x1046_2000, 0x1_0040_0000,
  ]);
  expect(windows.map(({ start }) => start)).toEqual([
    0x1000, 0x1000_0000, 0x1_0000_0000, 0x2000, 0x1020_0000, 0x1_0020_0000,
  ]);
});

test('a slot without a card gets room for one', () => {
  const s = run(boards['q35 with ports'], 'linux');
  const behind = ranges(s).windows.filter((window) => window.behind === 2);
  expect(behind.map(({ bytes }) => bytes)).toEqual([0x1000, 0x20_0000, 0x20_0000]);
});

test('ECAM is found where the firmware opened it', () => {
  const s = run(boards['q35 with ports'], 'seabios', 'linux');
  expect([...s.sentences].find(({ say }) => say.id === 'linux.ecam')?.say.with).toEqual({
    base: '0xb0000000',
  });
});

test.for<[string, Scenario, number]>([
  ['pc', board('pc', []), 1],
  ['q35', board('q35', []), 1],
  [
    'pxb',
    board('pc', [
      { model: 'pxb', id: 'x', properties: { bus_nr: '64' } },
      { model: 'e1000', bus: 'x', addr: '1' },
    ]),
    2,
  ],
  ['33 bridges', board('pc', deep(33)), 1],
])('%s: it comes to its end, with and without firmware', ([, scenario, roots]) => {
  isSound(run(scenario, 'linux'));
  const s = run(scenario, 'seabios', 'linux');
  const peers = [...s.sentences].filter(({ say }) => say.id === 'linux.bus');
  expect(peers.length).toBeGreaterThanOrEqual(roots);
});

function deep(count: number): PartSpec[] {
  return Array.from({ length: count }, (_, i) =>
    bridge(`d${String(i)}`, '4', i === 0 ? undefined : `d${String(i - 1)}`),
  );
}
