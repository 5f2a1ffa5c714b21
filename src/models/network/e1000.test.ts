import { expect, test } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import { e1000 } from './e1000.ts';
import { edu } from '../teaching/edu.ts';
import { pcWith, setConfig } from '../testing.ts';

const at = 0xf000_0000;
const ICR = at + 0xc0;
const ICS = at + 0xc8;
const IMS = at + 0xd0;

function board(mac?: string): Machine {
  const m = pcWith([
    { model: edu, devfn: 0x28 },
    { model: e1000, devfn: 0x30 },
    { model: e1000, devfn: 0x10, properties: mac === undefined ? {} : { mac } },
  ]);
  setConfig(m, 0x10, 0x10, at);
  setConfig(m, 0x10, 0x04, 6, 2);
  return m;
}

const isAsserted = (m: Machine): boolean => (m.in(0xcfe, 1) & 8) !== 0;

test('MAC addresses count up, or are given', () => {
  expect(board().load(at + 0x5404, 4)).toBe(0x8000_5734);
  const m = board('02:11:22:33:44:55');
  expect([m.load(at + 0x5400, 4), m.load(at + 0x5404, 4)]).toEqual([0x3322_1102, 0x8000_5544]);
});

test('the EEPROM sums up to BABA', () => {
  const m = board();
  let sum = 0;
  for (let i = 0; i < 64; i++) {
    m.store(at + 0x14, (i << 8) | 1, 4);
    sum += m.load(at + 0x14, 4) >>> 16;
  }
  expect(sum & 0xffff).toBe(0xbaba);
});

test('the pin follows unmasked causes, and reading them clears them', () => {
  const m = board();
  m.store(ICS, 4, 4);
  expect(isAsserted(m)).toBe(false);
  m.store(IMS, 4, 4);
  expect(isAsserted(m)).toBe(true);
  expect(m.load(ICR, 4)).toBe(4);
  expect(isAsserted(m)).toBe(false);
});

test('after one interrupt the next waits 128 µs', () => {
  const m = board();
  m.store(IMS, 4, 4);
  m.store(ICS, 4, 4);
  m.load(ICR, 4);
  m.store(ICS, 4, 4);
  expect(isAsserted(m)).toBe(false);
  m.advance(127_999);
  expect(isAsserted(m)).toBe(false);
  m.advance(1);
  expect(isAsserted(m)).toBe(true);
});

test('the PHY answers at address 1', () => {
  const m = board();
  m.store(at + 0x20, (1 << 21) | (2 << 16) | 0x0800_0000, 4);
  expect(m.load(at + 0x20, 4) & 0x1000_ffff).toBe(0x1000_0141);
});
