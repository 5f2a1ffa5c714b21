/** Hot plug: a part comes as it is at power-on, goes without a trace on the bus, and both can be wound back. */
import { expect, test } from 'vitest';
import { BoardBuilder, type Board } from './board.ts';
import { grow, plug, unplug } from './hot-plug.ts';
import { Machine } from './machine.ts';
import { bridgeShape, endpointShape, plainPlatform } from './testing.ts';
import { Event, Op } from './trace.ts';

const board = (later: boolean): Board => {
  const builder = new BoardBuilder('pci.0', false);
  builder.plug({ path: 'br', model: 'bridge', shape: bridgeShape(), wire: 0, devfn: 0x08, busName: 'br' });
  if (later)
    builder.plug({ path: 'card', model: 'card', shape: endpointShape(), wire: 1, devfn: 0x10, absent: true });
  return builder.done(plainPlatform, 0x10_0000, 'qemu');
};

const config = (m: Machine, bdf: number, offset: number, value?: number): number => {
  m.out(0xcf8, (0x8000_0000 | (bdf << 8) | offset) >>> 0, 4);
  if (value === undefined) return m.in(0xcfc, 4);
  m.out(0xcfc, value, 4);
  return value;
};
const bridge = 0x08;
const card = 0x110;
const ids = 0x11e8_1234;

/** Bus 1 and a window behind the bridge. */
function open(m: Machine): Machine {
  config(m, bridge, 0x18, 0x0001_0100);
  config(m, bridge, 0x20, 0xe000_e000);
  config(m, bridge, 0x04, 7);
  return m;
}

test('an absent part answers nothing; plugged in, it is there with its reset values', () => {
  const m = open(new Machine(board(true)));
  expect(config(m, card, 0)).toBe(0xffff_ffff);
  plug(m, 1);
  expect(config(m, card, 0)).toBe(ids);
  expect(config(m, card, 0x10)).toBe(0);
  const { length } = m.trace;
  plug(m, 1);
  expect(m.trace.length).toBe(length);
});

test('pulled out while it decodes, it leaves its addresses; plugged in again, it is fresh', () => {
  const m = open(new Machine(board(true)));
  plug(m, 1);
  config(m, card, 0x10, 0xe000_0000);
  config(m, card, 0x04, 2);
  m.store(0xe000_0000, 0x1234, 4);
  expect(m.load(0xe000_0000, 4)).toBe(0x1234);
  unplug(m, 1);
  expect(m.load(0xe000_0000, 4)).toBe(0);
  expect(config(m, card, 0)).toBe(0xffff_ffff);
  plug(m, 1);
  expect(config(m, card, 0x10)).toBe(0);
  config(m, card, 0x10, 0xe000_0000);
  config(m, card, 0x04, 2);
  expect(m.load(0xe000_0000, 4)).toBe(0);
});

test('coming and going are rows, and can be wound back', () => {
  const m = open(new Machine(board(true)));
  const before = m.image.hash();
  const rows = m.trace.length;
  plug(m, 1);
  const there = m.image.hash();
  unplug(m, 1);
  expect(m.trace.row(rows)).toMatchObject({ op: Op.event, fn: 1, target: Event.plug });
  expect(m.trace.row(rows + 1)).toMatchObject({ op: Op.event, fn: 1, target: Event.unplug });
  m.seek(rows);
  expect(m.image.hash()).toBe(before);
  m.seek(rows + 1);
  expect(m.image.hash()).toBe(there);
});

test('a machine grows by a part and keeps its state', () => {
  const small = open(new Machine(board(false)));
  small.store(0x2000, 0xcafe, 4);
  const m = grow(small, board(true));
  expect(config(m, bridge, 0x18)).toBe(0x0001_0100);
  expect(m.load(0x2000, 4)).toBe(0xcafe);
  expect(config(m, card, 0)).toBe(0xffff_ffff);
  plug(m, 1);
  expect(config(m, card, 0)).toBe(ids);
});
