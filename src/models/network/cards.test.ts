import { expect, test } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import type { Model } from '../model.ts';
import { config, pcWith, setConfig } from '../testing.ts';
import { e1000e } from './e1000e.ts';
import { eepro100s } from './eepro100.ts';
import { ne2kPci } from './ne2k-pci.ts';
import { pcnet } from './pcnet.ts';
import { tulip } from './tulip.ts';
import { vmxnet3 } from './vmxnet3.ts';

const io = 0xc000;
const at = 0xf000_0000;
const slot = 0x10;

/** The card's BAR `index` decodes at `io` or `at`; before it there may be another card. */
function board(model: Model, index: number, base: number, mac = '', first?: string): Machine {
  const cards = [{ model, devfn: slot, properties: mac === '' ? {} : { mac } }];
  const other = { model: vmxnet3, devfn: 0x20, properties: { mac: first ?? '' } };
  const m = pcWith(first === undefined ? cards : [other, ...cards]);
  setConfig(m, slot, 0x10 + index * 4, base);
  setConfig(m, slot, 0x04, 7, 2);
  return m;
}

test('numbers that a card was given are left out, others are not missed', () => {
  const last = (m: Machine): number => m.load(at + 0x5404, 4) & 0xffff;
  expect(last(board(e1000e, 0, at, '', '52:54:00:12:34:56'))).toBe(0x5734);
  expect(last(board(e1000e, 0, at, '', '02:00:00:00:00:01'))).toBe(0x5634);
  expect(last(board(e1000e, 0, at, '02-00-00-00-0a-0b'))).toBe(0x0b0a);
});

test('e1000e: capabilities in the order that QEMU makes them', () => {
  const m = board(e1000e, 0, at);
  expect(config(m, slot, 0x34) & 0xff).toBe(0xc8);
  expect([0xc8, 0xd0, 0xe0, 0xa0].map((cap) => config(m, slot, cap) & 0xffff)).toEqual([
    0xd001, 0xe005, 0xa010, 0x0011,
  ]);
});

test('e1000e: the link is down while it is negotiated', () => {
  const m = board(e1000e, 0, at);
  const phy = (order: number): void => m.store(at + 0x20, (1 << 21) | order, 4);
  phy(0x0400_0000 | 0x1340);
  expect(m.load(at + 0x08, 4) & 2).toBe(0);
  m.advance(500_000_000);
  expect(m.load(at + 0x08, 4) & 2).toBe(2);
  expect(m.load(at + 0xc0, 4) & 4).toBe(4);
});

test('e1000e: an interrupt that waits for the throttle goes out at its end', () => {
  const m = board(e1000e, 0, at);
  const isAsserted = (): boolean => (m.in(0xcfe, 1) & 8) !== 0;
  setConfig(m, slot, 0x04, 7, 2);
  m.store(at + 0xd0, 4, 4);
  m.store(at + 0xc8, 4, 4);
  expect(isAsserted()).toBe(true);
  m.load(at + 0xc0, 4);
  m.store(at + 0xc8, 4, 4);
  expect(isAsserted()).toBe(false);
  m.advance(128_000);
  expect(isAsserted()).toBe(true);
});

test('pcnet: the first read of the reset port makes it answer in words again', () => {
  const m = board(pcnet, 0, io);
  expect([m.in(io + 14, 1), m.in(io + 15, 1)]).toEqual([0x57, 0x57]);
  m.out(io + 0x10, 0, 4);
  expect(m.in(io + 14, 1)).toBe(0xff);
  expect(m.in(io + 0x18, 4)).toBe(0);
  expect(m.in(io + 0x10, 2)).toBe(4);
});

test('pcnet: the initialization block is read by the card itself', () => {
  const m = board(pcnet, 0, io);
  const csr = (n: number, value: number): void => {
    m.out(io + 0x12, n, 2);
    m.out(io + 0x10, value, 2);
  };
  m.store(0x1000, 0x2222_1111, 4);
  csr(1, 0x1000);
  csr(2, 0);
  csr(0, 1);
  expect(m.in(io + 0x10, 2)).toBe(0x0181);
  m.out(io + 0x12, 12, 2);
  expect(m.in(io + 0x10, 2)).toBe(0x2222);
});

test('ne2k_pci: the PROM comes out of the data port, every byte twice', () => {
  const m = board(ne2kPci, 0, io);
  for (const [port, value] of [
    [0x0a, 32],
    [0x0b, 0],
    [0x00, 0x0a],
  ] as const)
    m.out(io + port, value, 1);
  const bytes = Array.from({ length: 32 }, () => m.in(io + 0x10, 1));
  expect(bytes.filter((_, i) => i % 2 === 0).slice(0, 6)).toEqual([0x52, 0x54, 0, 0x12, 0x34, 0x56]);
  expect(m.in(io + 7, 1) & 0x40).toBe(0x40);
});

test('vmxnet3: it becomes active when the driver shares memory that says so', () => {
  const m = board(vmxnet3, 1, at);
  const activate = (): number => {
    m.store(at + 0x20, 0xcafe_0000, 4);
    return m.load(at + 0x20, 4);
  };
  expect(activate()).toBe(1);
  m.store(0x2000, 0xbabe_fee1, 4);
  m.store(at + 0x10, 0x2000, 4);
  m.store(at + 0x18, 0, 4);
  expect(activate()).toBe(0);
});

/** Reads word `n` of a 93C46 behind wires that `set` drives and `get` reads. */
function eepromWord(n: number, set: (clock: 0 | 1, bit: number) => void, get: () => number): number {
  const clock = (bit: number): number => {
    set(0, bit);
    set(1, bit);
    return get();
  };
  for (const bit of [0, 1, 1, 0, ...[5, 4, 3, 2, 1, 0].map((i) => (n >> i) & 1)]) clock(bit);
  let word = 0;
  for (let i = 0; i < 16; i++) word = (word << 1) | clock(0);
  return word;
}

test('tulip: the EEPROM holds the address', () => {
  const m = board(tulip, 1, at);
  const csr9 = at + 72;
  m.store(csr9, 0x800, 4);
  const word = eepromWord(
    10,
    (clock, bit) => m.store(csr9, 0x801 | (clock << 1) | (bit << 2), 4),
    () => (m.load(csr9, 4) >> 3) & 1,
  );
  expect(word).toBe(0x5452);
});

test('82559: the EEPROM sums up to BABA', () => {
  const model = eepro100s.find(({ id }) => id === 'i82559c');
  if (!model) return expect.unreachable();
  const m = board(model, 1, io | 1);
  let sum = 0;
  for (let n = 0; n < 64; n++) {
    m.out(io + 14, 0, 1);
    sum += eepromWord(
      n,
      (clock, bit) => m.out(io + 14, 2 | clock | (bit << 2), 1),
      () => (m.in(io + 14, 1) >> 3) & 1,
    );
  }
  expect(sum & 0xffff).toBe(0xbaba);
});
