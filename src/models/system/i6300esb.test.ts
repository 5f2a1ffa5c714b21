import { expect, test } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import { config, pcWith, setConfig } from '../testing.ts';
import { i6300esb } from './i6300esb.ts';

const registers = 0xf000_0000;

function board(): Machine {
  const m = pcWith([{ model: i6300esb, devfn: 0x18 }]);
  plug(m);
  return m;
}

function plug(m: Machine): void {
  setConfig(m, 0x18, 0x10, registers);
  setConfig(m, 0x18, 0x04, 2, 2);
}

function unlocked(m: Machine, at: number, value: number, bytes: number): void {
  m.store(registers + 0x0c, 0x80, 1);
  m.store(registers + 0x0c, 0x86, 1);
  m.store(registers + at, value, bytes);
}

const millisecond = 1_000_000;

test('two stages after the last ping it resets the machine, and remembers that', () => {
  const m = board();
  unlocked(m, 0, 1, 4); // a stage is 2^15 bus clocks, about a millisecond
  unlocked(m, 4, 1, 4);
  setConfig(m, 0x18, 0x68, 0x02, 1);
  m.advance(1.5 * millisecond);
  unlocked(m, 0x0c, 0x100, 2);
  m.advance(1.5 * millisecond);
  expect(config(m, 0x18, 0x10)).toBe(registers);
  m.advance(millisecond);
  expect(config(m, 0x18, 0x10)).toBe(0);
  plug(m);
  expect(m.load(registers + 0x0c, 2)).toBe(0x1200);
  unlocked(m, 0x0c, 0x200, 2);
  expect(m.load(registers + 0x0c, 2)).toBe(0);
});

test('locked, it cannot be switched off', () => {
  const m = board();
  setConfig(m, 0x18, 0x68, 0x03, 1);
  setConfig(m, 0x18, 0x68, 0, 1);
  expect(config(m, 0x18, 0x68, 1)).toBe(3);
  expect(config(m, 0x18, 0x68)).toBe(0); // other sizes reach what lies under it
});
