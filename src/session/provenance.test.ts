/** Where values come from: power-on, a write, the device itself, an event; and who else touched a register. */
import { expect, test } from 'vitest';
import type { Scenario } from '../scenario/scenario.ts';
import type { Command } from './command.ts';
import { accessesTo, lastWrite, rowOf } from './provenance.ts';
import { Session } from './session.ts';

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [
    { model: 'e1000', addr: '3' },
    { model: 'pci-bridge', id: 'br', addr: '4', properties: { chassis_nr: '1' } },
    { model: 'edu', bus: 'br', addr: '1' },
  ],
};

const bar = { offset: 0x10, bytes: 4 } as const;
const command = { offset: 4, bytes: 2 } as const;

function open() {
  const session = new Session(scenario);
  const m = session.machine;
  const act = (...commands: Command[]): number => {
    session.act({ text: 'test', commands });
    return m.trace.length - 1;
  };
  const write = (offset: number, bytes: 1 | 2 | 4, value: number, bdf = 0x18): number =>
    act({ do: 'config', bdf, offset, bytes, value });
  const read = (offset: number, bytes: 1 | 2 | 4): number => act({ do: 'config', bdf: 0x18, offset, bytes });
  return { m, fn: m.find(0x18), act, write, read };
}

test('power-on, then the write that made it; where one stands decides', () => {
  const { m, fn, write } = open();
  const from = (cursor: number) => {
    m.seek(cursor);
    return lastWrite(m, cursor, { fn, ...bar });
  };
  const first = write(0x10, 4, 0xffff_ffff);
  const second = write(0x10, 4, 0xfebc_0000);
  expect(from(0)).toEqual({ kind: 'reset', again: -1 });
  expect(from(first)).toEqual({ kind: 'reset', again: -1 });
  expect(from(first + 1)).toEqual({ kind: 'write', row: first, again: -1 });
  expect(from(second)).toEqual({ kind: 'write', row: first, again: -1 });
  expect(from(second + 1)).toEqual({ kind: 'write', row: second, again: -1 });
  // a moment inside the row: not written yet
  m.seek(second);
  expect(lastWrite(m, second + 1, { fn, ...bar })).toEqual({ kind: 'write', row: first, again: -1 });
});

test('bits of one register come from different rows; neighbours do not count', () => {
  const { m, fn, write } = open();
  const io = write(4, 2, 0x0001);
  const memory = write(4, 2, 0x0003);
  const other = write(4, 4, 0xffff_0003);
  const bit = (n: number) => lastWrite(m, m.trace.length, { fn, ...command, hi: n, lo: n });
  expect(bit(0)).toEqual({ kind: 'write', row: io, again: other });
  expect(bit(1)).toEqual({ kind: 'write', row: memory, again: other });
  expect(bit(2)).toEqual({ kind: 'reset', again: other });
  expect(lastWrite(m, m.trace.length, { fn, offset: 0, bytes: 4 })).toEqual({ kind: 'reset', again: -1 });
});

test('a reset of the bus, a reset of the machine', () => {
  const { m, act, write } = open();
  write(0x18, 4, 0x0001_0100, 0x20);
  const fn = m.find(0x108);
  expect(fn).toBeGreaterThan(0);
  write(0x10, 4, 0xfe80_0000, 0x108);
  const reset = write(0x3e, 2, 0x0040, 0x20);
  expect(lastWrite(m, m.trace.length, { fn, ...bar })).toMatchObject({ kind: 'device', row: reset });
  write(0x3e, 2, 0, 0x20);
  const again = write(0x10, 4, 0xfe80_0000, 0x108);
  expect(lastWrite(m, m.trace.length, { fn, ...bar })).toMatchObject({ kind: 'write', row: again });
  const event = act({ do: 'reset' });
  expect(lastWrite(m, m.trace.length, { fn, ...bar })).toMatchObject({ kind: 'event', row: event });
});

test('what is put there and taken away in one row came from before', () => {
  const { m, fn, write } = open();
  const placed = write(0x10, 4, 0xfebc_0000);
  const at = (m.base[fn] ?? 0) + 4;
  m.image.set(at, 0);
  m.image.set(at, 0xfebc_0000 | 0);
  m.in(0xcfc, 4);
  expect(lastWrite(m, m.trace.length, { fn, ...bar })).toEqual({ kind: 'write', row: placed, again: -1 });
  m.image.set(at, 0);
  m.in(0x80, 1);
  const itself = m.trace.length - 1;
  expect(lastWrite(m, m.trace.length, { fn, ...bar })).toEqual({ kind: 'device', row: itself, again: -1 });
});

test('every access to a register, in order', () => {
  const { m, fn, write, read } = open();
  const rows = [write(0x10, 4, 0xffff_ffff), read(0x10, 4), read(0x12, 2)];
  write(0x14, 4, 0);
  rows.push(write(0x10, 4, 0));
  expect(accessesTo(m.trace, { fn, ...bar })).toEqual(rows);
  expect(accessesTo(m.trace, { fn, offset: 0x3c, bytes: 1 })).toEqual([]);
});

test('a place on the tape belongs to the first row that ends after it', () => {
  const { m, write } = open();
  write(0x10, 4, 0xffff_ffff);
  for (let i = 0; i < m.image.tape.length; i++) {
    const row = rowOf(m.trace, i);
    expect(m.trace.tape[row]).toBeGreaterThan(i);
    expect(row === 0 ? 0 : m.trace.tape[row - 1]).toBeLessThanOrEqual(i);
  }
});
