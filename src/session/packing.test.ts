/** What programs say about sizes and places adds up to what stands in the registers. */
import { expect, test } from 'vitest';
import './all-software.ts';
import { catalogue } from '../models/catalogue.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { extentOf, packingOf, wasteOf, type PackedBus, type Packing } from './packing.ts';
import { Sentences } from './sentences.ts';
import { Session } from './session.ts';

const bridge = (id: string, bus: string, chassis: number) => ({
  model: 'pci-bridge',
  id,
  bus,
  properties: { chassis_nr: String(chassis) },
});

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 128,
  authentic: 'qemu',
  parts: [
    { ...bridge('b1', 'pci.0', 1), addr: '2' },
    { ...bridge('b2', 'b1', 2), addr: '1' },
    { model: 'edu', bus: 'b2', addr: '1' },
    { model: 'e1000', bus: 'b2', addr: '2' },
    { model: 'e1000', bus: 'b1', addr: '3' },
  ],
};

function whole(program: string): Session {
  const s = new Session(scenario);
  s.act({ text: program, commands: [{ do: 'start', program }] });
  s.act({ text: 'run', commands: [{ do: 'step', count: 1_000_000 }] });
  return s;
}

function packed({ sentences }: Session, last = sentences.length - 1): Packing {
  const packing = packingOf(sentences, last);
  if (!packing) throw new Error('nothing packed');
  return packing;
}

const find = ({ buses }: Packing, bus: number, kind: string): PackedBus => {
  const found = buses.find((each) => each.bus === bus && each.kind === kind);
  if (!found) throw new Error(`no ${kind} on bus ${String(bus)}`);
  return found;
};

/** Bytes from the base to the limit of a bridge's memory or I/O window, and the base. */
function windowIn({ machine }: Session, bdf: number, kind: 'io' | 'memory'): [base: number, bytes: number] {
  const fn = machine.find(bdf);
  const word = machine.word(fn, kind === 'io' ? 7 : 8);
  const [base, limit] =
    kind === 'io'
      ? [(word & 0xf0) * 0x100, (word & 0xf000) + 0xfff]
      : [(word & 0xfff0) * 0x1_0000, (word >>> 20) * 0x10_0000 + 0xf_ffff];
  return [base, limit - base + 1];
}

test.for(['seabios', 'textbook'])(
  '%s: every window in the registers is the one that was added up',
  (program) => {
    const session = whole(program);
    const packing = packed(session);
    for (const [bdf, bus] of [
      [0x10, 1],
      [0x108, 2],
    ] as const) {
      for (const kind of ['io', 'memory'] as const) {
        const { base, window } = find(packing, bus, kind);
        expect([base, window]).toEqual(windowIn(session, bdf, kind));
      }
    }
  },
);

test.for(['seabios', 'textbook'])(
  '%s: entries lie in their order, none over another, each in its window',
  (program) => {
    const { buses } = packed(whole(program));
    expect(buses.length).toBeGreaterThan(4);
    for (const { entries, base = 0, window, sum } of buses) {
      let end = base;
      for (const { address = -1, takes, align } of entries.filter((each) => each.takes > 0)) {
        expect(address).toBeGreaterThanOrEqual(end);
        expect(address % align).toBe(0);
        end = address + takes;
      }
      if (window !== undefined) expect(end).toBeLessThanOrEqual(base + window);
      expect(sum).toBe(entries.reduce((total, { takes }) => total + takes, 0));
    }
  },
);

test('the firmware sorts: the largest alignment first', () => {
  const { entries, align } = find(packed(whole('seabios')), 1, 'memory');
  // the window of the bridge below, the network card's ROM and registers, what the bridge itself wants
  expect(entries.map(({ bar }) => bar)[0]).toBe(-1);
  expect(entries.map((entry) => entry.align)).toEqual(
    entries.map((entry) => entry.align).toSorted((a, b) => b - a),
  );
  expect(align).toBe(0x20_0000);
});

test('it grows with the sentences: a size, then a sum, then a place', () => {
  const session = whole('seabios');
  const index = (id: string): number => [...session.sentences].findIndex(({ say }) => say.id === id);
  expect(packed(session, index('seabios.sizing')).buses).toEqual([]);
  const sized = packed(session, index('seabios.bar-size'));
  expect(sized.buses).toHaveLength(1);
  expect(sized.now).toEqual({ at: 0, entry: 0 });
  const summed = packed(session, index('seabios.window-size'));
  expect(summed.buses[summed.now?.at ?? -1]).toMatchObject({ bus: 2, kind: 'io', window: 0x1000, sum: 0x40 });
  expect(summed.buses.flatMap(({ entries }) => entries).some(({ address }) => address !== undefined)).toBe(
    false,
  );
  const placed = packed(session, index('seabios.map'));
  const { at = -1, entry = -1 } = placed.now ?? {};
  expect(placed.buses[at]?.entries[entry]?.address).toBeDefined();
});

test('what is set aside and decoded by nobody', () => {
  const packing = packed(whole('seabios'));
  expect(extentOf(find(packing, 2, 'io'))).toEqual({ bytes: 0x1000, waste: 0xfc0 });
  const { bytes, waste } = wasteOf(packing, true);
  const ports = packing.buses.filter(({ kind }) => kind === 'io').flatMap(({ entries }) => entries);
  const decoded = ports.filter(({ bar }) => bar >= 0).reduce((sum, entry) => sum + entry.bytes, 0);
  expect(bytes - waste).toBe(decoded);
  const root = find(packing, 0, 'io');
  expect(bytes).toBe(extentOf(root).bytes);
});

test('64-bit BARs that do not fit below 4 GiB are a list of their own', () => {
  const parts = [{ model: 'ivshmem-plain', properties: { memdev: 'm', 'memdev.size': '8G' } }];
  const session = new Session({ ...scenario, parts }, [], [], 1, catalogue);
  session.act({ text: 'seabios', commands: [{ do: 'start', program: 'seabios' }] });
  session.act({ text: 'run', commands: [{ do: 'step', count: 1_000_000 }] });
  const above = packed(session).buses.filter(({ isAbove }) => isAbove);
  expect(above.length).toBeGreaterThan(0);
  for (const { bus, base } of above) expect([bus, (base ?? 0) >= 0x1_0000_0000]).toEqual([0, true]);
});

test('other programs pack nothing', () => {
  expect(packingOf(whole('kvmtool').sentences, 3)).toBeUndefined();
  expect(packingOf(new Sentences(), -1)).toBeUndefined();
});
