import { expect, test } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import { pcWith, setConfig } from '../testing.ts';
import { rtl8139 } from './rtl8139.ts';

const at = 0xc000;
const command = at + 0x37;
const interruptStatus = at + 0x3e;
const timer = at + 0x48;
const eeprom = at + 0x50;
const timerInterrupt = at + 0x54;
const timedOut = 0x4000;
const second = 1_000_000_000;

function board(): Machine {
  const m = pcWith([{ model: rtl8139, devfn: 0x10 }]);
  setConfig(m, 0x10, 0x10, at);
  setConfig(m, 0x10, 0x04, 5, 2);
  return m;
}

test('the timer counts 33 MHz on virtual time, and wraps', () => {
  const m = board();
  m.out(timer, 12_345, 4);
  expect(m.in(timer, 4)).toBe(0);
  m.advance(second);
  expect(m.in(timer, 4)).toBe(33_333_333);
  m.advance(128 * second);
  expect(m.in(timer, 4)).toBeLessThan(33_333_333 * 2);
  expect(m.in(interruptStatus, 2) & timedOut).toBe(0);
});

test('TimerInt is reached, acknowledged, and reached again a turn later', () => {
  const m = board();
  m.out(timer, 0, 4);
  m.out(timerInterrupt, 1, 4);
  m.advance(40);
  expect(m.in(interruptStatus, 2) & timedOut).toBe(timedOut);
  m.out(interruptStatus, timedOut, 2);
  expect(m.in(interruptStatus, 2) & timedOut).toBe(0);
  m.advance(30 * 2 ** 32);
  expect(m.in(interruptStatus, 2) & timedOut).toBe(timedOut);
});

test('what the timer said stays when the timer or its limit starts anew', () => {
  const m = board();
  m.out(timer, 0, 4);
  m.out(timerInterrupt, 16_000_000, 4);
  m.advance(second);
  m.out(timerInterrupt, 0, 4);
  m.out(timer, 0, 4);
  expect(m.in(interruptStatus, 2) & timedOut).toBe(timedOut);
});

test('the EEPROM tells its id over three wires', () => {
  const m = board();
  const clock = (bit: number): number => {
    m.out(eeprom, 0x88 | (bit << 1), 1);
    m.out(eeprom, 0x8c | (bit << 1), 1);
    return m.in(eeprom, 1) & 1;
  };
  m.out(eeprom, 0x80, 1);
  for (const bit of [1, 1, 0, 0, 0, 0, 0, 0, 0]) clock(bit); // start, read, word 0
  let word = 0;
  for (let i = 0; i < 16; i++) word = (word << 1) | clock(0);
  expect(word).toBe(0x8129);
});

test('the reset bit clears itself', () => {
  const m = board();
  expect(m.in(command, 1)).toBe(0x11);
  m.out(command, 0x10, 1);
  expect(m.in(command, 1)).toBe(0x01);
});
