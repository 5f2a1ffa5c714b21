/** The grid drawn as text. */
import { expect, test } from 'vitest';
import { describe } from '../../pci/describe.ts';
import { Session } from '../../session/session.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as hex from './hex-layout.ts';
import { byteOf, changedBytes, spaceOf } from './space.ts';

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [{ model: 'e1000', addr: '3' }],
};
const session = new Session(scenario);
const m = session.machine;
const fn = m.find(0x18);
const space = spaceOf(m, fn, 0);
const description = describe(space.config);

test('what may be written, one letter a byte', () => {
  const rows = [0, 0x10, 0x20, 0x30, 0x40].map((at) => hex.looksOf(space, description, at, 16));
  expect(rows).toEqual([
    'oooop' + 'poc' + 'oooo' + 'w' + 'ooo',
    'oopw' + 'pwww' + 'oooooooo',
    'oooooooooooooooo',
    'popwo' + '-------' + 'w' + 'ooo',
    'uuuuuuuuuuuuuuuu',
  ]);
});

test('bytes that a dump does not hold are unknown', () => {
  const dumped = spaceOf(m, fn, 0, 64);
  expect(hex.looksOf(dumped, describe(dumped.config), 0x3c, 8)).toBe('wooo????');
});

test('arrows move by byte and row, Ctrl by register, and stay inside', () => {
  const to = (key: string, from: number, ctrl = false) => hex.moved(key, ctrl, from, 16, 256, description);
  expect(to('ArrowRight', 0xff)).toBe(0xff);
  expect(to('ArrowDown', 0x13)).toBe(0x23);
  expect(to('ArrowUp', 0x03)).toBe(0x03);
  expect(to('ArrowRight', 0x04, true)).toBe(0x06);
  expect(to('ArrowLeft', 0x12, true)).toBe(0x10);
  expect(to('Home', 0x1c)).toBe(0x10);
  expect(to('End', 0x1c, true)).toBe(0xff);
  expect(to('PageDown', 0xf0)).toBe(0xf0);
  expect(to('q', 0)).toBeUndefined();
});

test('a byte selects its register, or the aligned bytes of the width', () => {
  expect(hex.rangeAt(0x12, 'register', description)).toEqual({ offset: 0x10, bytes: 4 });
  expect(hex.rangeAt(0x0a, 'register', description)).toEqual({ offset: 0x09, bytes: 3 });
  expect(hex.rangeAt(0x13, 2, description)).toEqual({ offset: 0x12, bytes: 2 });
  expect(hex.rangeAt(0x80, 'register', description)).toEqual({ offset: 0x80, bytes: 1 });
});

test('digits come in from the right, the first replaces the value', () => {
  const start = hex.pend({ offset: 0x2e, bytes: 2 }, space.words);
  expect(start).toMatchObject({ bytes: 2, value: 0x1100 });
  const typed = [0xf, 0xe, 0xb].reduce(hex.typed, start);
  expect(typed.value).toBe(0xfeb);
  expect([0x2e, 0x2f].map((at) => hex.pendingByte(typed, at))).toEqual([0xeb, 0x0f]);
  expect(hex.rubbed(typed).value).toBe(0xfe);
  expect(hex.typed(hex.typed(typed, 1), 2).value).toBe(0xeb12);
});

test('extended space draws at most 32 rows around the place looked at', () => {
  expect(hex.rowsInView(0, 336, 21, 16, 256)).toEqual({ from: 16, to: 37 });
  expect(hex.rowsInView(2100, 336, 21, 16, 256)).toEqual({ from: 98, to: 119 });
  expect(hex.rowsInView(1e9, 4000, 21, 16, 256)).toEqual({ from: 224, to: 256 });
});

test('one can go to an offset, a setpci name or part of a register’s name', () => {
  const named = (name: string) => (name.toUpperCase() === 'COMMAND' ? 4 : undefined);
  const find = (text: string) => hex.findOffset(text, 256, description, named);
  expect(find('3c')).toBe(0x3c);
  expect(find('0x100')).toBeUndefined();
  expect(find('command')).toBe(4);
  expect(find('BAR1')).toBe(0x14);
  expect(find('latency')).toBe(0x0d);
  expect(find('nothing like it')).toBeUndefined();
});

test('only what the row changed is marked, and nothing before its mask has spoken', () => {
  const write = { do: 'config', bdf: 0x18, offset: 0x10, bytes: 4, value: 0xffff_ffff } as const;
  session.act({ text: '', commands: [write] });
  expect(changedBytes(m, fn, 2)[1]).toBe(0b1100);
  expect(changedBytes(m, fn, 1)[1]).toBe(0);
  m.seek(1);
  expect(changedBytes(m, fn, 2)[1]).toBe(0);
  m.seek(2);
  expect(byteOf(spaceOf(m, fn, 2).words, 0x12)).toBe(0xfe);
});
