import { expect, test } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import { config, pcWith, setConfig } from '../testing.ts';
import { ac97 } from './ac97.ts';
import { es1370 } from './es1370.ts';
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

test("AC'97: mixer registers are words, and the semaphore is taken by reading it", () => {
  const m = pcWith([{ model: ac97, devfn: 0x18 }]);
  setConfig(m, 0x18, 0x10, 0x4000);
  setConfig(m, 0x18, 0x14, 0x4400);
  setConfig(m, 0x18, 0x04, 5, 2);
  expect([m.in(0x407c, 2), m.in(0x407c, 1)]).toEqual([0x8384, 0xff]);
  m.out(0x4002, 0xffff, 2);
  expect(m.in(0x4002, 2)).toBe(0xbf3f);
  expect([m.in(0x4434, 1), m.in(0x4434, 1)]).toEqual([0, 1]);
});

test("AC'97: running fetches the first descriptor", () => {
  const m = pcWith([{ model: ac97, devfn: 0x18 }]);
  setConfig(m, 0x18, 0x14, 0x4400);
  setConfig(m, 0x18, 0x04, 5, 2);
  m.store(0x1_0004, 0x8000_0123, 4);
  m.out(0x4410, 0x1_0000, 4);
  m.out(0x441b, 1, 1);
  expect([m.in(0x4418, 2), m.in(0x4416, 2), m.in(0x441a, 1)]).toEqual([0x123, 0, 1]);
});

test('ES1370: frame registers lie on pages C and D', () => {
  const m = pcWith([{ model: es1370, devfn: 0x18 }]);
  setConfig(m, 0x18, 0x10, 0x4000);
  setConfig(m, 0x18, 0x04, 1, 2);
  m.out(0x400c, 0x0d, 4);
  m.out(0x4030, 0x1234_5678, 4);
  expect([m.in(0x4030, 4), m.in(0x4038, 4)]).toEqual([0x1234_5678, 0xffff_ffff]);
});
