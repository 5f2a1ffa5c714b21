import { expect, test } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import { pcWith, setConfig } from '../testing.ts';
import { vga, videoMemory } from './vga.ts';

const frame = 0xe000_0000;
const registers = 0xf000_0000;

function board(): Machine {
  const m = pcWith([{ model: vga, devfn: 0x10 }]);
  setConfig(m, 0x10, 0x10, frame);
  setConfig(m, 0x10, 0x18, registers);
  setConfig(m, 0x10, 0x04, 3, 2);
  return m;
}

test('video memory is a power of two from 1 to 512 MiB', () => {
  expect([0, 1, 3, 16, 1000].map((n) => videoMemory(n) / 0x10_0000)).toEqual([1, 1, 4, 16, 512]);
});

test('the display interface answers at ports and in BAR 2', () => {
  const m = board();
  m.out(0x1ce, 0, 2);
  expect(m.in(0x1d0, 2)).toBe(0xb0c5);
  expect(m.load(registers + 0x500, 2)).toBe(0xb0c5);
  m.store(registers + 0x502, 800, 2);
  m.store(registers + 0x504, 600, 2);
  m.store(registers + 0x506, 32, 2);
  m.store(registers + 0x508, 0x41, 2);
  expect(m.load(registers + 0x50e, 2)).toBe(0x147a); // lines that fit into 16 MiB
  expect(m.load(registers + 0xffc, 4)).toBe(0xffff_ffff);
});

test('a write through the planes shows in the framebuffer', () => {
  const m = board();
  m.out(0x3c4, 0x0f02, 2);
  m.out(0x3ce, 0xff08, 2);
  m.store(0xa_0000, 0x5a, 1);
  expect(m.load(frame, 4)).toBe(0x5a5a_5a5a);
  m.out(0x3c4, 0x0202, 2); // plane 1 only
  m.store(0xa_0000, 0xc3, 1);
  expect(m.load(frame, 4)).toBe(0x5a5a_c35a);
  m.out(0x3ce, 0x0104, 2);
  expect(m.load(0xa_0000, 1)).toBe(0xc3);
});
