import { expect, test } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import type { Model } from '../model.ts';
import { config, pcWith, setConfig } from '../testing.ts';
import { ivshmemDoorbell, ivshmemPlain } from './ivshmem.ts';

const devfn = 0x20;
const registers = 0xfe00_0000;
const table = 0xfe00_1000;

function board(model: Model, properties: Record<string, string>): Machine {
  const m = pcWith([{ model, devfn, properties }]);
  setConfig(m, devfn, 0x10, registers);
  setConfig(m, devfn, 0x14, table);
  setConfig(m, devfn, 0x04, 7, 2);
  return m;
}

test('the memory is a 64-bit prefetchable BAR of the size that memdev has, even beyond 4 GiB', () => {
  const m = board(ivshmemPlain, { memdev: 'm', 'memdev.size': '8G' });
  setConfig(m, devfn, 0x18, -1);
  setConfig(m, devfn, 0x1c, -1);
  expect([config(m, devfn, 0x18), config(m, devfn, 0x1c)]).toEqual([0x0c, 0xffff_fffe]);
  setConfig(m, devfn, 0x18, 0);
  setConfig(m, devfn, 0x1c, 2);
  m.store(0x3_ffff_fffc, 0x1234_5678, 4);
  expect([m.load(0x3_ffff_fffe, 2), m.load(0x2_0000_0000, 4)]).toEqual([0x1234, 0]);
});

test('reading the interrupt status clears it', () => {
  const m = board(ivshmemPlain, { memdev: 'm' });
  m.store(registers + 4, 5, 4);
  expect([m.load(registers + 4, 4), m.load(registers + 4, 4)]).toEqual([5, 0]);
});

test('ringing one’s own doorbell sends a message; what is masked stays pending', () => {
  const m = board(ivshmemDoorbell, { chardev: 'c', vectors: '2' });
  m.store(table + 0x10, 0x1000, 4);
  m.store(table + 0x18, 0xabcd, 4);
  setConfig(m, devfn, 0x42, 0x8000, 2);
  m.store(registers + 12, 1, 4);
  expect([m.load(0x1000, 4), m.load(table + 0x800, 4)]).toEqual([0, 2]);
  m.store(table + 0x1c, 0, 4);
  expect([m.load(0x1000, 4), m.load(table + 0x800, 4)]).toEqual([0xabcd, 0]);
  m.store(registers + 12, 0x1_0001, 4); // there is no peer 1
  m.store(0x1000, 0, 4);
  m.store(registers + 12, 1, 4);
  expect(m.load(0x1000, 4)).toBe(0xabcd);
});
