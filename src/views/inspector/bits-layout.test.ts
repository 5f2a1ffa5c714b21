/** Bits, sizing arithmetic, BAR rows and chains. */
import { expect, test } from 'vitest';
import '../../pci/caps/all.ts';
import { describe } from '../../pci/describe.ts';
import type { BarSpec } from '../../engine/shape.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Beat } from '../../session/beats.ts';
import { placeAct, writeAct } from '../../session/inspector-acts.ts';
import { Session } from '../../session/session.ts';
import { say } from '../../base/problem.ts';
import { barRows } from './bars-layout.ts';
import * as bits from './bits-layout.ts';
import { chainsOf } from './capabilities-layout.ts';
import { groupsOf } from './fields-layout.ts';
import { spaceOf } from './space.ts';

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [{ model: 'e1000', addr: '3' }],
};

function open() {
  const session = new Session(scenario);
  const m = session.machine;
  const fn = m.find(0x18);
  const space = spaceOf(m, fn, 0);
  return { session, m, fn, space, description: describe(space.config) };
}

const bar = (kind: BarSpec['kind'], bytes: number): BarSpec => ({
  index: 0,
  kind,
  bytes,
  prefetchable: false,
  at: 0x10,
  stretches: [],
  modelled: false,
});

test('bits stand in groups of four', () => {
  expect([31, 28, 27, 0].map(bits.columnOf)).toEqual([1, 4, 6, 39]);
});

test('the fields of a dword cover all of it, high bits first', () => {
  const { description } = open();
  const text = bits
    .segmentsOf(description, 4)
    .map((s) => `${String(s.hi)}:${String(s.lo)} ${s.field?.name ?? ''}`);
  expect(text).toEqual([
    '31:4 Base Address 0',
    '3:3 Base Address 0 Prefetchable',
    '2:1 Base Address 0 Type',
    '0:0 Base Address 0 Space Indicator',
  ]);
  for (let word = 0; word < 64; word++) {
    const widths = bits.segmentsOf(description, word).map((s) => s.hi - s.lo + 1);
    expect(widths.reduce((a, b) => a + b, 0)).toBe(32);
  }
});

test('the masks of the function have the last word over the table', () => {
  const { space, description } = open();
  const of = (name: string): string => {
    const field = description.fields.find((f) => f.name === name);
    return field === undefined ? '' : bits.attributeOf(space, field);
  };
  expect(of('Memory Space Enable')).toBe('rw');
  expect(of('Special Cycle Enable')).toBe('ro');
  expect(of('Received Master Abort')).toBe('rw1c');
  expect(of('Base Address 0')).toBe('partial');
});

test('sizing: flags off, inverted, plus one, with the bits that the carry ran through', () => {
  expect(bits.sizingOf(0xfffe_0000, bar('mem32', 0x20000))).toEqual({
    read: 0xfffe_0000,
    bare: 0xfffe_0000,
    inverted: 0x0001_ffff,
    bytes: 0x0002_0000,
    carried: 0x0003_ffff,
  });
  expect(bits.sizingOf(0xffff_ffc1, bar('io', 0x40)).bytes).toBe(0x40);
  expect(bits.sizingOf(0xffff_c00c, bar('mem64', 0x4000)).bytes).toBe(0x4000);
});

test('what a write tried and could not', () => {
  const e = {
    word: 4,
    old: 0,
    tried: 0xffff_ffff,
    lanes: 0xffff_ffff,
    mask: 0xfffe_0000,
    cleared: 0,
    now: 0xfffe_0000,
  };
  expect(bits.popCount(bits.refusedBits(e))).toBe(17);
  expect(bits.areLow(bits.refusedBits(e))).toBe(true);
  expect(bits.refusedBits({ ...e, mask: 0xffff_ffc0, now: 0xffff_ffc1 })).toBe(0x3e);
});

test('the picture of a sizing depends on the beat alone', () => {
  const kinds = ['ask', 'decide', 'claim', 'return', 'flags', 'invert', 'add'] as const;
  const beats = kinds.map((kind): Beat => ({ kind, wire: 0, fn: 0, token: '', say: say('say.reset', {}) }));
  expect([1, 2, 3, 4, 5, 6, 7].map((beat) => bits.sizingStage(beats, beat))).toEqual([0, 0, 1, 1, 2, 3, 4]);
});

test('why a BAR does not decode, until it does', () => {
  const { session, m, fn } = open();
  const states = () => barRows(m, fn, m.trace.length).map((row) => `${String(row.index)} ${row.state.why}`);
  expect(states()).toEqual(['0 memory-off', '1 io-off', '6 memory-off']);
  session.act(writeAct(m, fn, 4, 2, 3));
  expect(states()).toEqual(['0 zero', '1 zero', '6 rom-off']);
  const [first] = m.shape(fn).bars;
  if (first !== undefined) session.act(placeAct(m, fn, first, 0xfebc_0000));
  expect(states()).toEqual(['0 decodes', '1 zero', '6 rom-off']);
});

test('reserved fields are not listed, a register that is one field is one row', () => {
  const { description } = open();
  const [header] = groupsOf(description);
  const names = header?.rows.map((row) => row.register.name);
  expect(names?.slice(0, 4)).toEqual(['Vendor ID', 'Device ID', 'Command', 'Status']);
  expect(names).not.toContain('Reserved 38h');
  expect(header?.rows[0]?.fields).toEqual([]);
  expect(header?.rows[2]?.fields).toHaveLength(11);
});

test('a chain starts at its pointer and shows where it loops', () => {
  const words = new Map([
    [1, 0x0010_0000],
    [13, 0x40],
    [16, 0x0000_5001],
    [20, 0x0000_40fe],
  ]);
  const description = describe({ bytes: 256, word: (n) => words.get(n) ?? 0 });
  const [chain] = chainsOf(description);
  expect(chain?.pointer).toBe(0x34);
  expect(chain?.links.map((l) => [l.at, l.title, l.opaque, l.real, l.trouble])).toEqual([
    [0x40, 'Power Management', false, true, undefined],
    [0x50, 'Capability fe', true, true, undefined],
    [0x40, 'Power Management', false, false, 'loop'],
  ]);
});
