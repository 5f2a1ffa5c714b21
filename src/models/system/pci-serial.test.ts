import { expect, test } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import { config, pcWith, setConfig } from '../testing.ts';
import { serialCards } from './pci-serial.ts';
import { tpci200 } from './tpci200.ts';

const ports = 0x4000;

function board(cards: number): Machine {
  const model = serialCards[cards];
  if (!model) throw new Error('no such card');
  const m = pcWith([{ model, devfn: 0x18 }]);
  setConfig(m, 0x18, 0x10, ports);
  setConfig(m, 0x18, 0x04, 1, 2);
  return m;
}

const isRaised = (m: Machine): boolean => (config(m, 0x18, 4) & 0x8_0000) !== 0;

test('the divisor lies under data and interrupt enable', () => {
  const m = board(0);
  m.out(ports + 3, 0x83, 1);
  m.out(ports, 0x0102, 2);
  expect([0, 1].map((at) => m.in(ports + at, 1))).toEqual([0x02, 0x01]);
  m.out(ports + 3, 0x03, 1);
  expect([0, 1, 5, 6].map((at) => m.in(ports + at, 1))).toEqual([0, 0, 0x60, 0xb0]);
});

test('in loopback a byte comes back, and modem outputs are inputs', () => {
  const m = board(0);
  m.out(ports + 4, 0x1b, 1);
  m.out(ports, 0x5a, 1);
  expect([6, 5, 0, 5].map((at) => m.in(ports + at, 1))).toEqual([0xb0, 0x61, 0x5a, 0x60]);
});

test('the FIFO interrupts at its trigger level, or when its bytes have waited', () => {
  const m = board(0);
  m.out(ports + 2, 0x41, 1); // trigger at four
  m.out(ports + 4, 0x10, 1);
  m.out(ports + 1, 0x01, 1);
  for (const byte of [1, 2, 3]) m.out(ports, byte, 1);
  expect(isRaised(m)).toBe(false);
  m.out(ports, 4, 1);
  expect(m.in(ports + 2, 1)).toBe(0xc4);
  m.in(ports, 1);
  expect(isRaised(m)).toBe(false);
  m.advance(5_000_000);
  expect(m.in(ports + 2, 1)).toBe(0xcc);
});

test('two UARTs share one pin', () => {
  const m = board(1);
  m.out(ports + 9, 0x02, 1);
  expect([2, 10].map((at) => m.in(ports + at, 1))).toEqual([0x01, 0x02]);
  m.out(ports + 1, 0x02, 1);
  expect(isRaised(m)).toBe(true);
  m.in(ports + 2, 1);
  expect(isRaised(m)).toBe(false);
});

test('tpci200: a space turned to big-endian swaps its words', () => {
  const m = pcWith([{ model: tpci200, devfn: 0x18 }]);
  setConfig(m, 0x18, 0x10, 0xf000_0000);
  setConfig(m, 0x18, 0x18, 0xf000_1000);
  setConfig(m, 0x18, 0x04, 2, 2);
  m.store(0xf000_1002, 0x40, 2);
  m.store(0xf000_002b, 1, 1);
  expect([m.load(0xf000_002b, 1), m.load(0xf000_1002, 2)]).toEqual([0xd5, 0x4000]);
});
