/** QEMU's trace lines become accesses and the log; PCI set-up is found in them; differences are told. */
import { describe, expect, test } from 'vitest';
import type { Access } from '../bios-run.ts';
import { orderDifference, outcomeDifferences } from './bios-difference.ts';
import { gaveUp, isWaiting, presentFunctions, setUpOf, TraceReader } from './bios-trace.ts';
import { boardOf } from './board-of.ts';
import { varied } from './firmware-variety.ts';
import { randomFrom } from './random.ts';
import { argumentsOf, randomTopology } from './random-topology.ts';

const line = (verb: string, at: number, value: number, size: number, name: string, cpu = 0): string =>
  `memory_region_ops_${verb} cpu ${String(cpu)} mr 0x55e6fd5b8b10 addr 0x${at.toString(16)} value 0x${value.toString(16)} size ${String(size)} name '${name}'`;
const printed = (text: string): string[] =>
  Array.from(text, (character) => line('write', 0x402, character.charCodeAt(0), 1, 'isa-debugcon'));

describe('reading a trace', () => {
  const reader = new TraceReader();
  const lines = [
    line('write', 0xcf8, 0x8000_1804, 4, 'pci-conf-idx'),
    line('write', 0xcf8, 0x12, 1, 'pci-conf-idx'), // narrow: ignored
    ...printed('one\n'),
    line('write', 0xcfe, 0x103, 2, 'pci-conf-data'),
    ...printed('\ntw'),
    line('read', 0xb008_0ff0, 0xffff_ffff, 2, 'pcie-mmcfg-mmio'),
    line('read', 0xcfc, 0x1234, 4, 'pci-conf-data', -1), // qtest's own
    line('write', 0x70, 0x8f, 1, 'rtc-index'),
    line('write', 0xcf8, 0x1804, 4, 'pci-conf-idx'),
    line('read', 0xcfc, 0xffff_ffff, 4, 'pci-conf-data'), // the enable bit is off
    ...printed('o'),
  ];
  const taken = lines.map((text) => reader.line(text));

  test('accesses: lanes, sizes, the function of an ECAM address', () => {
    expect(reader.trace).toEqual([
      ['w', '00:03.0', 6, 0x103, 2, 'cf8'],
      ['r', '00:10.0', 0xff0, 0xffff, 2, 'ecam'],
    ]);
  });
  test('the log: what came before each line, the last one still open', () => {
    expect(reader.log).toEqual([
      [0, 'one'],
      [1, ''],
      [1, 'two'],
    ]);
  });
  test('what is no trace line is not taken', () => {
    expect(taken).not.toContain(false);
    expect(reader.line('qemu-system-x86_64: warning: nic e1000.0 has no peer')).toBe(false);
  });
});

test('functions are those that answered', () => {
  const read = (bdf: string, at: number, value: number, bytes: number): Access => [
    'r',
    bdf,
    at,
    value,
    bytes,
    'cf8',
  ];
  expect(
    presentFunctions([
      read('00:01.0', 0, 0x7000_8086, 4),
      read('00:00.0', 0, 0x8086, 2),
      read('00:00.0', 0, 0x8086, 2),
      read('00:02.0', 0, 0xffff, 2),
      read('00:03.0', 4, 7, 2),
    ]),
  ).toEqual(['00:00.0', '00:01.0']);
});

describe('PCI set-up', () => {
  const trace = Array.from({ length: 20 }, (_, i): Access => ['r', '00:00.0', i, 0, 1, 'cf8']);
  const from = [3, '=== PCI bus & bridge init ==='] as const;
  const lengthOf = (...log: readonly (readonly [number, string])[]): number | undefined =>
    setUpOf({ log: [[0, 'SeaBIOS'], from, ...log], trace })?.length;

  test('ends with the word about VGA and what it announces', () => {
    expect(lengthOf([10, 'PCI: No VGA devices found'], [11, 'Found 1 cpu(s)'])).toBe(7);
    expect(lengthOf([10, 'PCI: Using 00:02.0 for primary VGA'])).toBe(7);
    expect(lengthOf([10, 'PCI: Enabling 01:02.0 for primary VGA'])).toBe(9);
    expect(
      lengthOf(
        [10, 'PCI: Enabling 01:02.0 for primary VGA'],
        [12, 'PCI: Setting VGA enable on bridge 00:01.0'],
      ),
    ).toBe(13);
  });
  test('ends where addresses run out', () => {
    const log = [from, [15, 'PCI: out of 32bit address space'] as const];
    expect(setUpOf({ log, trace })).toHaveLength(17);
    expect([gaveUp({ log }), gaveUp({ log: [from] })]).toEqual([true, false]);
  });
  test('without an end there is none', () => {
    expect(lengthOf()).toBeUndefined();
    expect(setUpOf({ log: [], trace })).toBeUndefined();
  });
  test('the firmware waits at the menu, or for good', () => {
    expect(['Press ESC for boot menu.', 'PCI: out of I/O address space', 'Press ESC'].map(isWaiting)).toEqual(
      [true, true, false],
    );
  });
});

describe('differences', () => {
  const config = (bytes: Readonly<Record<number, number>>): string =>
    Array.from({ length: 64 }, (_, at) => (bytes[at] ?? 0).toString(16).padStart(2, '0')).join('');
  const one = (bytes: Readonly<Record<number, number>>): { bdf: string; config_hex: string }[] => [
    { bdf: '00:02.0', config_hex: config(bytes) },
  ];

  test('only what the firmware decides counts', () => {
    expect(outcomeDifferences(one({ 4: 7, 0x3d: 1 }), one({ 4: 3 }))).toEqual([]);
  });
  test('the register is named, by header type', () => {
    expect(outcomeDifferences(one({ 0x3c: 10 }), one({ 0x3c: 11 }))).toEqual([
      '00:02.0 interrupt line: QEMU 0a, cf8 0b',
    ]);
    expect(outcomeDifferences(one({ 0xe: 0x81, 0x19: 2 }), one({ 0xe: 0x81, 0x19: 3, 0x3e: 8 }))).toEqual([
      '00:02.0 bus numbers: QEMU 000200, cf8 000300',
      '00:02.0 Bridge Control: QEMU 0000, cf8 0800',
    ]);
  });
  test('a function that the other does not have', () => {
    expect(outcomeDifferences(one({}), [])).toEqual(['00:02.0 is in QEMU only']);
    expect(outcomeDifferences([], one({}))).toEqual(['00:02.0 is in cf8 only']);
  });
  test('the first access that differs, or the end of one', () => {
    const read: Access = ['r', '00:02.0', 0x10, 8, 4, 'cf8'];
    const write: Access = ['w', '00:02.0', 0x10, 255, 4, 'ecam'];
    expect(orderDifference([read, write], [read, write])).toBeUndefined();
    expect(orderDifference([read, write], [read])).toBe(
      'access 1 of 2: QEMU writes 00:02.0 @10 ← ff (4 B, ecam), cf8 nothing more',
    );
    expect(orderDifference([read], [write])).toContain(
      'access 0 of 1: QEMU reads 00:02.0 @10 → 8 (4 B, cf8)',
    );
  });
});

test('boards made harder for firmware are boards that cf8 builds', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const random = randomFrom(seed);
    const { topology, ram } = varied(random, randomTopology(random));
    const args = argumentsOf(topology, ram);
    expect(boardOf(args), args.join(' ')).not.toBeTypeOf('string');
  }
});
