/** Each lint appears when something is wrong and goes when its own fix is run. */
import { expect, test } from 'vitest';
import '../../scenario/rare.ts';
import { hex } from '../../base/hex.ts';
import { explain } from '../../engine/explain.ts';
import { Machine } from '../../engine/machine.ts';
import { windowsOf } from '../../engine/windows.ts';
import { catalogue } from '../../models/catalogue.ts';
import { atOnce } from '../../base/at-once.ts';
import { textbook } from '../../programs/textbook.ts';
import { build } from '../../scenario/build.ts';
import type { DumpedFunction, Scenario } from '../../scenario/scenario.ts';
import { perform } from '../command.ts';
import { readLine } from '../console/language.ts';
import { lintsOf, lintsOfRow } from './index.ts';
import type { Lint, LintId } from './lint.ts';

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [
    { model: 'e1000', addr: '3' },
    { model: 'edu', addr: '4' },
    { model: 'pci-bridge', id: 'b1', addr: '5', properties: { chassis_nr: '1' } },
    { model: 'pci-bridge', id: 'b2', addr: '6', properties: { chassis_nr: '2' } },
    { model: 'nvme', addr: '7', properties: { serial: '1' } },
    { model: 'e1000', bus: 'b1', addr: '1' },
    { model: 'pci-bridge', id: 'b3', bus: 'b1', addr: '2', properties: { chassis_nr: '3' } },
    { model: 'e1000', bus: 'b3', addr: '1' },
    { model: 'pci-bridge', id: 'b4', bus: 'b1', addr: '3', properties: { chassis_nr: '4' } },
  ],
};

/** A machine that the textbook has set up, and the addresses that the cases speak of. */
function setUp() {
  const m = new Machine(build(scenario, catalogue).board);
  atOnce(textbook(m));
  const bar = (bdf: number): string => hex((m.word(m.find(bdf), 4) & ~15) >>> 0);
  const [, window] = windowsOf(m, m.find(0x28));
  return { m, edu: bar(0x20), lastOfB1: hex(window.to + 1 - 0x2_0000) };
}
type Places = ReturnType<typeof setUp>;

function run(m: Machine, line: string): void {
  const read = readLine(line, {
    scenario,
    machine: m,
    cursor: m.trace.length,
    head: m.trace.length,
    ids: undefined,
  });
  if (!read.ok) throw new Error(`${line}: ${read.problem.message.id}`);
  for (const action of read.value)
    if (action.kind === 'act')
      for (const c of action.commands) if (c.do !== 'start' && c.do !== 'step') perform(m, c);
}

const ids = (lints: readonly Lint[]): LintId[] => lints.map(({ id }) => id);

const cases: readonly (readonly [LintId, (places: Places) => string])[] = [
  ['bar-overlap', ({ edu }) => `setpci -s 00:07.0 BASE_ADDRESS_0=${edu}`],
  ['bar-in-window', ({ lastOfB1 }) => `setpci -s 00:03.0 BASE_ADDRESS_0=${lastOfB1}`],
  ['bar-in-ram', () => 'setpci -s 00:03.0 BASE_ADDRESS_0=100000'],
  [
    'windows-overlap',
    ({ m }) =>
      `setpci -s 00:06.0 MEMORY_BASE=${hex(m.word(m.find(0x28), 8) & 0xffff)} MEMORY_LIMIT=${hex(m.word(m.find(0x28), 8) >>> 16)}`,
  ],
  ['bar-outside', () => 'setpci -s 01:01.0 BASE_ADDRESS_0=d0000000'],
  ['bar-outside', () => 'setpci -s 00:05.0 MEMORY_BASE=fff0 MEMORY_LIMIT=0'],
  ['window-outside', () => 'setpci -s 01:03.0 MEMORY_BASE=d000 MEMORY_LIMIT=d000'],
  [
    'window-outside',
    () => 'setpci -s 01:02.0 MEMORY_BASE=d000 MEMORY_LIMIT=d000 && setpci -s 02:01.0 BASE_ADDRESS_0=d0000000',
  ],
  ['bar-at-zero', () => 'setpci -s 00:04.0 BASE_ADDRESS_0=0'],
  ['bar-at-zero', () => 'setpci -s 01:01.0 BASE_ADDRESS_1=0'],
  ['bus-order', () => 'setpci -s 00:06.0 SUBORDINATE_BUS=2'],
  ['bus-order', () => 'setpci -s 00:06.0 SECONDARY_BUS=0'],
  ['bus-outside', () => 'setpci -s 01:03.0 SECONDARY_BUS=9 SUBORDINATE_BUS=9'],
  ['bus-outside', () => 'setpci -s 00:05.0 SUBORDINATE_BUS=2'],
  ['bus-overlap', () => 'setpci -s 00:06.0 SECONDARY_BUS=1 SUBORDINATE_BUS=1'],
  ['message-not-master', () => 'setpci -s 00:07.0 CAP_MSIX+2.W=8000:8000 COMMAND=0:4'],
  ['message-not-master', () => 'setpci -s 00:04.0 CAP_MSI+2.W=1:1 COMMAND=0:4'],
  ['master-below', () => 'setpci -s 00:05.0 COMMAND=0:4'],
];

test.each(cases)('%s comes and, fixed, goes', (id, wrong) => {
  const places = setUp();
  const { m } = places;
  expect(ids(lintsOf(m))).toEqual([]);
  for (const line of wrong(places).split(' && ')) run(m, line);
  expect(ids(lintsOf(m))).toContain(id);
  for (let left = 8; left > 0; left--) {
    const [lint] = lintsOf(m);
    const fix = lint?.fix();
    if (!lint) break;
    if (!fix) throw new Error(`${lint.id} has no fix`);
    run(m, fix.line);
  }
  expect(ids(lintsOf(m))).toEqual([]);
});

test('a lint says where it is', () => {
  const { m, edu } = setUp();
  run(m, `setpci -s 00:07.0 BASE_ADDRESS_0=${edu}`);
  const from = Number.parseInt(edu, 16);
  expect(lintsOf(m)[0]).toMatchObject({
    severity: 'warning',
    where: { fn: m.find(0x38), offset: 0x10, bytes: 4, space: 'memory', from },
  });
});

test('a bridge that waits for its turn has no bus numbers to remark upon', () => {
  const { m } = setUp();
  run(m, 'setpci -s 00:06.0 SECONDARY_BUS=ff SUBORDINATE_BUS=0');
  expect(ids(lintsOf(m))).toEqual([]);
});

/** A function of a dump: 64 bytes, or more, with some dwords set. */
function dumped(words: Readonly<Record<number, number>>, bytes = 256): DumpedFunction {
  let config = '';
  for (let at = 0; at < bytes; at += 4) {
    const word = { 0: 0x0001_1234, 8: 0x0200_0000, ...words }[at] ?? 0;
    for (const shift of [0, 8, 16, 24]) config += hex((word >>> shift) & 0xff, 2);
  }
  return { domain: 0, bdf: 0x18, config };
}

const ofDump = (f: DumpedFunction): LintId[] => {
  const dump: Scenario = { title: '', machine: 'dump', ram: 0, authentic: 'spec', parts: [], functions: [f] };
  return ids(lintsOf(new Machine(build(dump, catalogue).board)));
};
const hasList = 0x0010_0000;

test('a capability list that comes back, or leads into the header', () => {
  expect(ofDump(dumped({ 4: hasList, 0x34: 0x40, 0x40: 0x5001, 0x50: 0x0009 }))).toEqual([]);
  expect(ofDump(dumped({ 4: hasList, 0x34: 0x40, 0x40: 0x5001, 0x50: 0x4009 }))).toEqual(['capability-list']);
  expect(ofDump(dumped({ 4: hasList, 0x34: 0x20 }))).toEqual(['capability-list']);
});

test('a function that reads as ones', () => {
  expect(ofDump({ domain: 0, bdf: 0x18, config: 'ff'.repeat(64) })).toEqual(['all-ones']);
  expect(ofDump({ domain: 0, bdf: 0x18, config: 'ff'.repeat(4096) })).toEqual(['all-ones']);
});

test('a 64-bit BAR without an upper half', () => {
  expect(ofDump(dumped({ 0x20: 0xfe00_0004 }))).toEqual([]);
  expect(ofDump(dumped({ 0x24: 0xfe00_0004 }))).toEqual(['bar-last-wide']);
  // what looks like one is the upper half of the one before
  expect(ofDump(dumped({ 0x20: 0xfe00_0004, 0x24: 0x4 }))).toEqual([]);
});

/** Lints of the last row after a line. */
function ofLast(m: Machine, line: string): readonly Lint[] {
  run(m, line);
  return lintsOfRow(m, explain(m, m.trace.length - 1));
}

test('sizing while decoding', () => {
  const { m } = setUp();
  const [lint] = ofLast(m, 'setpci -s 00:03.0 BASE_ADDRESS_0=ffffffff');
  expect(lint).toMatchObject({
    id: 'row-sizing',
    severity: 'info',
    where: { row: m.trace.length - 1, offset: 0x10 },
  });
  expect(lint?.fix()).toMatchObject({ line: 'setpci -s 00:03.0 COMMAND=0:2', before: m.trace.length - 1 });
  run(m, 'setpci -s 00:03.0 COMMAND=0:2');
  expect(ofLast(m, 'setpci -s 00:03.0 BASE_ADDRESS_0=ffffffff')).toEqual([]);
});

test('CONFIG_ADDRESS written in pieces', () => {
  const { m } = setUp();
  expect(ofLast(m, 'outl 0xcf8 0x80001800')).toEqual([]);
  const [lint] = ofLast(m, 'outw 0xcf8 0x1810');
  expect(lint?.id).toBe('row-narrow');
  expect(lint?.fix()?.line).toBe('outl 0xcf8 0x80001810');
});

test('an access that nobody takes', () => {
  const { m, edu } = setUp();
  expect(ofLast(m, 'setpci -s 00:03.0 VENDOR_ID')).toEqual([]);
  expect(ofLast(m, `readl 0x${edu}`)).toEqual([]);
  run(m, 'setpci -s 00:04.0 COMMAND=0:2');
  const [lint] = ofLast(m, `readl 0x${edu}`);
  expect(lint).toMatchObject({ id: 'row-unclaimed', severity: 'info', where: { fn: m.find(0x20) } });
  expect(lint?.fix()?.line).toBe('setpci -s 00:04.0 COMMAND=2:2');
  expect(ids(ofLast(m, 'writel 0xd0000000 1'))).toEqual(['row-unclaimed']);
  // looking for a device is no mistake; writing to none is
  run(m, 'outl 0xcf8 0x8000f800');
  expect(ofLast(m, 'inl 0xcfc')).toEqual([]);
  expect(ids(ofLast(m, 'outl 0xcfc 0'))).toEqual(['row-unclaimed']);
});

test('a BAR given an address that it cannot hold', () => {
  const { m } = setUp();
  const [lint] = ofLast(m, 'setpci -s 00:03.0 BASE_ADDRESS_0=d0001000');
  expect(lint?.id).toBe('row-unaligned');
  expect(lint?.fix()?.line).toBe('setpci -s 00:03.0 BASE_ADDRESS_0=d0020000');
  expect(ofLast(m, 'setpci -s 00:03.0 BASE_ADDRESS_0=d0020000')).toEqual([]);
  expect(ofLast(m, 'setpci -s 00:03.0 BASE_ADDRESS_1=d041')).toEqual([]);
  expect(ids(ofLast(m, 'setpci -s 00:03.0 BASE_ADDRESS_1=d011'))).toEqual(['row-unaligned']);
});
