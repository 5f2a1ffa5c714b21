import { expect, test } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import type { Model } from '../model.ts';
import { config, pcWith, setConfig } from '../testing.ts';
import { am53c974, dc390 } from './esp-pci.ts';
import { ich9Ahci } from './ich9-ahci.ts';
import { lsi53c895a } from './lsi53c895a.ts';
import { megasas } from './megasas.ts';
import { mptsas1068 } from './mptsas1068.ts';
import { pvscsi } from './pvscsi.ts';
import { sdhciPci } from './sdhci-pci.ts';

const devfn = 0x20;
const memory = 0xf000_0000;
const ports = 0xd000;

/** The card with one BAR mapped, at `memory` or at `ports`. */
function board(model: Model | undefined, bar: number, at: number, properties = {}): Machine {
  const m = pcWith(model ? [{ model, devfn, properties }] : []);
  setConfig(m, devfn, 0x10 + 4 * bar, at);
  setConfig(m, devfn, 0x04, 7, 2);
  return m;
}

const isAsserted = (m: Machine): boolean => (config(m, devfn, 4) & 0x0008_0000) !== 0;

test('sdhci-pci: a command that wants a response times out, and the pin says so', () => {
  const m = board(sdhciPci, 0, memory);
  m.store(memory + 0x2c, 1, 2);
  expect(m.load(memory + 0x2c, 2)).toBe(3); // the internal clock is stable at once
  m.store(memory + 0x2c, 5, 2);
  m.store(memory + 0x34, -1, 4);
  m.store(memory + 0x38, 0x8000, 4);
  m.store(memory + 0x0e, 0x011a, 2);
  expect(m.load(memory + 0x30, 4)).toBe(0x0001_8001);
  expect(isAsserted(m)).toBe(true);
  m.store(memory + 0x30, 0x0001_0001, 4);
  expect([m.load(memory + 0x30, 4), isAsserted(m)]).toEqual([0, false]);
});

test('sdhci-pci: no block is larger than the buffer that the capabilities promise', () => {
  const m = board(sdhciPci, 0, memory);
  m.store(memory + 4, 0x7fff, 2);
  expect(m.load(memory + 4, 4)).toBe(0x7200);
});

test('pvscsi: a command waits for its words; the interrupt mask outlives a reset', () => {
  const m = board(pvscsi, 0, memory);
  m.store(memory, 5, 4);
  m.store(memory + 4, 0, 4);
  m.store(memory + 4, 0, 4);
  expect(m.load(memory + 8, 4)).toBe(0xffff_fffe);
  m.store(memory + 4, 0, 4);
  expect(m.load(memory + 8, 4)).toBe(0xffff_ffff); // there is no device to reset
  m.store(memory + 0x2010, 0x0f, 4);
  m.reset(0xcf9);
  setConfig(m, devfn, 0x10, memory);
  setConfig(m, devfn, 0x04, 7, 2);
  expect([m.load(memory + 8, 4), m.load(memory + 0x2010, 4)]).toEqual([0, 0x0f]);
});

test('megasas: its firmware is ready, with 80 elements and 1000 commands; MSI-X lies in the same BAR', () => {
  const m = board(megasas[0], 0, memory);
  expect(m.load(memory + 0x18, 4)).toBe(0xb450_03e8);
  expect(m.load(memory + 0x200c, 4)).toBe(1);
  for (const key of [0, 4, 0xb, 2, 7, 0xd]) m.store(memory + 0xfc, key, 4);
  expect(m.load(memory + 0xf8, 4)).toBe(0x80);
  const few = board(megasas[1], 1, memory, { max_sge: '16', max_cmds: '5000', msix: 'off' });
  expect(few.load(memory + 0xb0, 4)).toBe(0xb010_0800);
});

test('lsi53c895a: an aborted script interrupts until its status is read', () => {
  const m = board(lsi53c895a[0], 0, ports);
  expect(m.in(ports + 0x1a, 1)).toBe(0x11);
  m.out(ports + 0x39, 0x10, 1);
  m.out(ports + 0x14, 0x80, 1);
  expect([m.in(ports + 0x14, 1), isAsserted(m)]).toEqual([0x81, true]);
  expect(m.in(ports + 0x0c, 1)).toBe(0x90);
  expect([m.in(ports + 0x0c, 1), isAsserted(m)]).toEqual([0x80, false]);
});

test('am53c974: its unique id shows until the counter above it is written', () => {
  const m = board(am53c974, 0, ports);
  expect(m.in(ports + 0x38, 4)).toBe(0x12);
  m.out(ports + 0x38, 5, 1);
  expect(m.in(ports + 0x38, 4)).toBe(0);
});

test('dc390: two config registers are wires to its EEPROM and hold nothing', () => {
  const m = board(dc390, 0, ports);
  for (const at of [0x80, 0xc0, 0x84]) setConfig(m, devfn, at, -1);
  expect([0x80, 0xc0, 0x84].map((at) => config(m, devfn, at))).toEqual([0, 0, 0xffff_ffff]);
});

test('dc390: the EEPROM is clocked in at 80h and read at the first byte of the ids', () => {
  const m = board(dc390, 0, ports);
  const clock = (bit: number): void =>
    [0, 0x80].forEach((edge) => setConfig(m, devfn, 0x80, edge | (bit * 0x40), 1));
  setConfig(m, devfn, 0xc0, 0, 1);
  for (const bit of [0, 1, 1, 0, 1, 0, 0, 0, 0, 0]) clock(bit); // start, read, word 32
  let word = 0;
  for (let i = 0; i < 16; i++) {
    clock(0);
    word = (word << 1) | (config(m, devfn, 0, 1) === 0x22 ? 1 : 0);
  }
  expect(word).toBe(0x0f07); // SCSI id 7
  expect(config(m, devfn, 0)).toBe(0x2020_1022); // wider reads do not see it
});

test('mptsas1068: every byte of a register reads as its lowest', () => {
  const m = board(mptsas1068, 0, ports);
  expect([0x34, 0x35, 0x36, 0x37].map((at) => m.in(ports + at, 1))).toEqual([9, 9, 9, 9]);
});

test('ich9-ahci: receiving FISes, a port says what it is, once', () => {
  const m = board(ich9Ahci, 5, memory);
  m.store(memory + 0x108, 0x20_0000, 4);
  m.store(memory + 0x118, 0x10, 4);
  expect(m.load(memory + 0x110, 4)).toBe(1);
  expect([m.load(memory + 0x120, 4), m.load(memory + 0x124, 4)]).toEqual([0x50, 0xffff_0101]);
  expect(m.load(0x20_0040, 4)).toBe(0x0050_4034);
});

test("IDE without drives: zero at ISA's ports, ones beyond them", () => {
  const m = board(undefined, 0, 0);
  expect([m.in(0x1f7, 1), m.in(0x1f7, 2), m.in(0x1f0, 4), m.in(0x1f1, 4), m.in(0x376, 1)]).toEqual([
    0, 0xff00, 0, 0xffff_ffff, 0,
  ]);
});
