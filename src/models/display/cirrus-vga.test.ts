import { expect, test } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import { pcWith, setConfig } from '../testing.ts';
import { cirrusVga } from './cirrus-vga.ts';

const frame = 0xe000_0000;
const registers = 0xf000_0000;

function board(): Machine {
  const m = pcWith([{ model: cirrusVga, devfn: 0x10 }]);
  setConfig(m, 0x10, 0x10, frame);
  setConfig(m, 0x10, 0x14, registers);
  setConfig(m, 0x10, 0x04, 3, 2);
  m.out(0x3c2, 0x67, 1);
  return m;
}

const select = (m: Machine, port: number, index: number, value: number): void =>
  m.out(port, (value << 8) | index, 2);

test('the part says who it is, at ports and in BAR 1', () => {
  const m = board();
  m.out(0x3d4, 0x27, 1);
  expect(m.in(0x3d5, 1)).toBe(0xb8);
  expect(m.load(registers + 0x15, 1)).toBe(0xb8);
});

test('the fifth look at the pixel mask is the hidden register', () => {
  const m = board();
  m.in(0x3c8, 1);
  for (let i = 0; i < 4; i++) m.in(0x3c6, 1);
  m.out(0x3c6, 0xc1, 1);
  expect([1, 2, 3, 4, 5].map(() => m.in(0x3c6, 1))).toEqual([0xff, 0xff, 0xff, 0xff, 0xc1]);
});

test('banks of 16 KiB show video memory at A0000', () => {
  const m = board();
  m.store(frame + 0x4000, 0x1234_5678, 4);
  select(m, 0x3c4, 0x07, 0x01);
  select(m, 0x3ce, 0x0b, 0x20);
  select(m, 0x3ce, 0x09, 0x01);
  expect(m.load(0xa_0000, 4)).toBe(0x1234_5678);
});

test('write mode 5 makes eight pixels of a byte', () => {
  const m = board();
  select(m, 0x3ce, 0x00, 0x11);
  select(m, 0x3ce, 0x01, 0x99);
  select(m, 0x3ce, 0x0b, 0x04);
  select(m, 0x3ce, 0x05, 0x05);
  m.store(frame, 0xa1, 1);
  expect([m.load(frame, 4), m.load(frame + 4, 4)]).toEqual([0x1199_1199, 0x9911_1111]);
});
