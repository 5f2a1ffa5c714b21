import { expect, test } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import { config, pcWith, setConfig } from '../testing.ts';
import { intelHdas } from './intel-hda.ts';

const registers = 0xf000_0000;

function hda(properties: Record<string, string> = {}): Machine {
  const model = intelHdas[0];
  if (!model) throw new Error('no model');
  const m = pcWith([{ model, devfn: 0x18, properties }]);
  setConfig(m, 0x18, 0x10, registers);
  setConfig(m, 0x18, 0x04, 6, 2);
  return m;
}

test('HD Audio: registers answer at their own address only, and again 8 KiB higher', () => {
  const m = hda();
  expect(m.load(registers, 2)).toBe(0x4401);
  expect(m.load(registers + 1, 1)).toBe(0);
  expect(m.load(registers + 0x2083, 1)).toBe(0x20);
});

test('HD Audio: commands without a codec are taken and forgotten', () => {
  const m = hda();
  m.store(registers + 0x5a, 1, 2);
  m.store(registers + 0x4c, 2, 1);
  m.store(registers + 0x48, 7, 2);
  expect(m.load(registers + 0x4a, 2)).toBe(7);
});

test('HD Audio: a stream that completed interrupts', () => {
  const m = hda();
  m.store(registers + 0x20, 0x8000_0001, 4);
  m.store(registers + 0x80, 0x0400_0000, 4);
  expect(m.load(registers + 0x24, 4)).toBe(0x8000_0001);
  expect(config(m, 0x18, 4) & 0x8_0000).toBe(0x8_0000);
  m.store(registers + 0x83, 0x04, 1);
  expect(config(m, 0x18, 4) & 0x8_0000).toBe(0);
});

test('HD Audio: the wall clock counts 24 a microsecond', () => {
  const m = hda({ msi: 'off' });
  m.advance(1000);
  expect(m.load(registers + 0x30, 4)).toBe(24);
});
