import { expect, test } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import { config, pcWith, setConfig } from '../testing.ts';
import { nvme } from './nvme.ts';

const devfn = 0x20;
const registers = 0xfd00_0000;

function board(properties: Record<string, string> = {}): Machine {
  const m = pcWith([{ model: nvme, devfn, properties: { serial: '1', ...properties } }]);
  setConfig(m, devfn, 0x10, registers);
  setConfig(m, devfn, 0x18, 0xfc00_0000);
  setConfig(m, devfn, 0x04, 6, 2);
  return m;
}

const read = (m: Machine, at: number): number => m.load(registers + at, 4);
const write = (m: Machine, at: number, value: number): void => m.store(registers + at, value, 4);

test('enabling makes it ready when the admin queues have a size and an aligned address, else it fails', () => {
  const m = board();
  write(m, 0x14, 0x0046_0001);
  expect(read(m, 0x1c)).toBe(2);
  write(m, 0x14, 0);
  expect(read(m, 0x1c)).toBe(0);
  write(m, 0x24, 0x001f_001f);
  m.store(registers + 0x28, 0x1000, 8);
  m.store(registers + 0x30, 0x2000, 8, 1); // 8 bytes are two writes of 4
  write(m, 0x14, 0x0046_0001);
  expect([read(m, 0x1c), read(m, 0x34)]).toEqual([1, 1]);
  write(m, 0x1000, 5); // a doorbell
  expect(read(m, 0x1000)).toBe(0);
});

test('the memory buffer is there from the start; its registers say so when they are enabled', () => {
  const m = board({ cmb_size_mb: '2' });
  m.store(0xfc00_0004, 0x1234_5678, 4);
  expect(m.load(0xfc00_0006, 2)).toBe(0x1234);
  expect([read(m, 0x38), read(m, 0x3c)]).toEqual([0, 0]);
  write(m, 0x50, 1);
  expect([read(m, 0x38), read(m, 0x3c)]).toEqual([0x62, 0x221d]);
  expect(read(board({ cmb_size_mb: '2', 'legacy-cmb': 'on' }), 0x38)).toBe(0x62);
});

test('BAR 0 holds the registers, a page of doorbells at least, the MSI-X table and its pending bits', () => {
  const m = board({ msix_qsize: '2048', num_queues: '600' });
  expect([config(m, devfn, 0x44), config(m, devfn, 0x48)]).toEqual([0x3000, 0xb000]);
  setConfig(m, devfn, 0x10, -1);
  expect(config(m, devfn, 0x10)).toBe(0xffff_0004);
});
