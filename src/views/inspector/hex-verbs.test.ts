/** What the hex editor finds, copies and compares, without a DOM. */
import { expect, test } from 'vitest';
import { describe } from '../../pci/describe.ts';
import type { WriteEffect } from '../../engine/explain.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { openText } from '../../formats/index.ts';
import { noNames } from '../../formats/lspci/names.ts';
import { Session } from '../../session/session.ts';
import { differing, registersIn, setOf } from './byte-set.ts';
import { copyAs } from './hex-copy.ts';
import { completions, findAll, hitAfter, patternsOf } from './hex-find.ts';
import { resultOf } from './hex-result.ts';
import { lspciLine } from './lspci-line.ts';
import { spaceOf } from './space.ts';

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [{ model: 'e1000', addr: '3' }],
};
const m = new Session(scenario).machine;
const fn = m.find(0x18);
const space = spaceOf(m, fn, 0);
const description = describe(space.config);
const slot = '00:03.0';
const copied = (offset: number, bytes: number) => ({ space, slot, range: { offset, bytes } });

test('bytes as they lie there, values low byte first, ids in the order of ids', () => {
  expect(patternsOf('86 80')).toEqual([[0x86, 0x80]]);
  expect(patternsOf('0x8086')).toEqual([[0x86, 0x80]]);
  expect(patternsOf('100e8086')).toContainEqual([0x86, 0x80, 0x0e, 0x10]);
  expect(patternsOf('8086:100e')).toEqual([[0x86, 0x80, 0x0e, 0x10]]);
  const at = (text: string) => findAll(text, space, description).map(({ offset }) => offset);
  for (const text of ['86 80 0e 10', '100e8086', '8086100e', '8086:100e', '0x100e8086'])
    expect(at(text)).toEqual([0]);
  expect(at('77 77')).toEqual([]);
  expect(at('1af4')).toEqual([0x2c]);
});

test('names of registers, fields and what lspci calls them', () => {
  const at = (text: string) => findAll(text, space, description);
  expect(at('latency')).toContainEqual({ offset: 0x0d, bytes: 1 });
  expect(at('bar1')).toEqual([{ offset: 0x14, bytes: 4 }]);
  expect(at('bus master')).toEqual([{ offset: 4, bytes: 1 }]);
  expect(at('DisINTx')).toEqual([{ offset: 5, bytes: 1 }]);
});

test('from one hit to the next, around the end', () => {
  const hits = [2, 8, 9].map((offset) => ({ offset, bytes: 1 }));
  const after = (offset: number, back = false, bytes = 1) => hitAfter(hits, { offset, bytes }, back);
  expect([after(0), after(8), after(9)]).toEqual([0, 2, 0]);
  expect([after(2, true), after(9, true), hitAfter([], { offset: 0, bytes: 1 }, false)]).toEqual([2, 1, -1]);
  // a wider selection is not the hit that it begins with
  expect(after(8, false, 2)).toBe(1);
  expect(completions('in', ['Latency', 'Interrupt Pin', 'INTERRUPT_LINE', 'Command in'])).toEqual([
    'Interrupt Pin',
    'INTERRUPT_LINE',
    'Command in',
  ]);
});

test('copied in five ways', () => {
  expect(copyAs('hex', copied(0, 4))).toBe('86 80 0e 10');
  expect(copyAs('lspci', copied(0x10, 4))).toBe(
    '00:03.0 0200: 8086:100e\n10: 00 00 00 00 01 00 00 00 00 00 00 00 00 00 00 00\n',
  );
  expect(copyAs('c', copied(0, 2))).toBe(
    'static const unsigned char config_00_03_0[2] = {\n    0x86, 0x80, /* 00 */\n};\n',
  );
  expect(copyAs('setpci', copied(2, 6))).toBe('setpci -s 00:03.0 02.w=100e 04.l=00000000');
  expect(copyAs('u32', copied(0, 8))).toBe('0x100e8086, 0x00000000');
  // of a whole space only what a write reaches
  expect(copyAs('setpci', copied(0, 256))).toMatch(/^setpci -s 00:03\.0 04\.l=\S+ 0c\.l=\S+ 10\.l=/);
});

test('what lspci rows say can be opened again', () => {
  const opened = openText(copyAs('lspci', copied(0, 256)));
  expect(opened.kind).toBe('imported');
  if (opened.kind !== 'imported') return;
  expect(opened.imported.scenario.functions?.[0]).toMatchObject({ bdf: 0x18, domain: 0 });
  expect(opened.imported.scenario.functions?.[0]?.config).toHaveLength(512);
});

test('differences are counted by register', () => {
  const was = space.words.slice();
  was[4] = 0x1234_0000;
  was[0x40] = 1;
  const set = differing(space.words, was, 256);
  expect([set[1], set[4]]).toEqual([0b1100, 0]);
  expect(registersIn(set, description)).toEqual([{ offset: 0x10, bytes: 4 }]);
  expect([...setOf([{ offset: 0xe, bytes: 4 }], 256)].slice(0, 2)).toEqual([0xc000, 3]);
});

test('a write’s result is cut to the bytes that it drove', () => {
  const effect: WriteEffect = {
    word: 1,
    old: 0xf900_0000,
    tried: 0xffff_0000,
    lanes: 0xffff_0000,
    mask: 0,
    cleared: 0xf900_0000,
    now: 0,
  };
  expect(resultOf(effect, 0xf900_0000)).toEqual({
    tried: 0xffff,
    mask: 0xf900,
    now: 0,
    digits: 4,
    refused: 10,
    cleared: 6,
  });
});

test('the line of lspci that tells of a register', () => {
  const line = (at: number) => {
    const register = description.registerAt(at);
    return register && lspciLine(space, 0x18, { 0: 0x2_0000, 1: 0x40 }, register);
  };
  expect(noNames.vendor(0x8086)).toBeUndefined();
  expect(line(4)).toMatch(/^Control: I\/O- Mem- BusMaster-/);
  expect(line(0x14)).toMatch(/^Region 1: I\/O ports at <unassigned> \[disabled\] \[size=64\]/);
  expect(line(0x3c)).toMatch(/^Interrupt: pin A/);
  expect(line(0)).toBeUndefined();
});
