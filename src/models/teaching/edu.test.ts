import { expect, test } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import { edu } from './edu.ts';
import { pcWith, setConfig } from '../testing.ts';

const at = 0xf000_0000;

function board(): Machine {
  const m = pcWith([{ model: edu, devfn: 0x10 }]);
  setConfig(m, 0x10, 0x10, at);
  setConfig(m, 0x10, 0x04, 6, 2);
  return m;
}

test('it says who it is and that it lives', () => {
  const m = board();
  expect(m.load(at, 4)).toBe(0x0100_00ed);
  m.store(at + 4, 0x1234_5678, 4);
  expect(m.load(at + 4, 4)).toBe(0xedcb_a987);
  expect(m.load(at, 1)).toBe(0);
  expect(m.load(at, 8)).toBe(0xffff_ffff);
});

test.for([
  [0, 1],
  [5, 120],
  [12, 479_001_600],
  [13, 1_932_053_504],
  [34, 0],
  [0xffff_ffff, 0],
] as const)('%d! is %d', ([n, product]) => {
  const m = board();
  m.store(at + 8, n, 4);
  expect(m.load(at + 8, 4)).toBe(product);
});

test('a finished factorial interrupts when asked to', () => {
  const m = board();
  m.store(at + 0x20, 0x80, 4);
  m.store(at + 8, 5, 4);
  expect(m.load(at + 0x24, 4)).toBe(1);
  expect(m.in(0xcfe, 1) & 8).toBe(8); // Interrupt Status
  m.store(at + 0x64, 1, 4);
  expect(m.in(0xcfe, 1) & 8).toBe(0);
});

test('DMA takes 100 ms there and 100 ms back', () => {
  const m = board();
  m.store(0x1000, 0xdead_beef, 4);
  const go = (source: number, destination: number, command: number): void => {
    m.store(at + 0x80, source, 4);
    m.store(at + 0x88, destination, 4);
    m.store(at + 0x90, 5, 4);
    m.store(at + 0x98, command, 4);
  };
  go(0x1000, 0x4_0002, 1);
  m.advance(99_999_999);
  expect(m.load(at + 0x98, 4)).toBe(1);
  m.advance(1);
  expect(m.load(at + 0x98, 4)).toBe(0);
  go(0x4_0002, 0x2000, 7);
  m.advance(100_000_000);
  expect(m.load(at + 0x24, 4)).toBe(0x100);
  expect(m.load(0x2000, 4)).toBe(0xdead_beef);
});
