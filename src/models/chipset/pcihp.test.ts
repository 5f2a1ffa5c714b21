/** ACPI hot plug: the buses' numbers and what stays, as the real QEMU 7.2 gives them; coming and leaving. */
import { expect, test } from 'vitest';
import { BoardBuilder, type Board } from '../../engine/board.ts';
import { plug } from '../../engine/hot-plug.ts';
import { Machine } from '../../engine/machine.ts';
import { bridgeShape, endpointShape } from '../../engine/testing.ts';
import { pc } from './pc.ts';

/** Three bridges, b3 behind b2, and a card that is not there yet. */
function board(): Board {
  const builder = new BoardBuilder(pc.rootBus, pc.express);
  for (const { model, devfn, shape } of pc.builtIn(0x100_0000))
    builder.plug({ path: model, model, shape, wire: 0, devfn, builtIn: true });
  const bridge = (path: string, wire: number, slot: number): number => {
    builder.plug({ path, model: 'bridge', shape: bridgeShape(), wire, devfn: slot * 8, busName: path });
    return builder.wires.length - 1;
  };
  const card = (path: string, model: string, wire: number, slot: number, absent = false): number =>
    builder.plug({ path, model, shape: endpointShape(), wire, devfn: slot * 8, absent });
  card('vga', 'VGA', 0, 2);
  const b1 = bridge('b1', 0, 4);
  const b2 = bridge('b2', 0, 5);
  const b3 = bridge('b3', b2, 3);
  card('vga3', 'VGA', b3, 7);
  card('vga1', 'VGA', b1, 8);
  card('late', 'card', 0, 9, true);
  return builder.done(pc.platform(0x100_0000), 0x100_0000, 'qemu');
}

const select = (m: Machine, bus: number): void => m.out(0xae10, bus, 4);

test('buses are numbered depth first, newest bridge first; what stays has no bit', () => {
  const m = new Machine(board());
  const removable = [0, 1, 2, 3, 4, 256].map((bus) => {
    select(m, bus);
    return m.in(0xae0c, 4);
  });
  expect(removable).toEqual([0xffff_ffc8, 0xffff_fff7, 0xffff_ff7f, 0xffff_feff, 0xffff_ffff, 0]);
  expect([m.in(0xae00, 1), m.in(0xae0c, 2), m.in(0xae18, 4)]).toEqual([0, 0, 0xffff_ffff]);
});

test('a card comes: a bit that reading clears, and an event; it leaves when the guest lets go', () => {
  const m = new Machine(board());
  const late = m.board.parts.length - 1;
  expect(m.in(0xafe0, 2)).toBe(0);
  plug(m, late);
  expect(m.in(0xafe0, 2)).toBe(2);
  m.out(0xafe0, 2, 2);
  expect([m.in(0xafe0, 4), m.in(0xae00, 4), m.in(0xae00, 4)]).toEqual([0, 1 << 9, 0]);
  m.board.platform.leave?.(m, late);
  expect([m.in(0xafe0, 2), m.in(0xae04, 4)]).toEqual([2, 1 << 9]);
  m.out(0xae08, 1 << 4, 4);
  expect(m.isPresent(late)).toBe(true);
  m.out(0xae08, 1 << 9, 4);
  expect(m.isPresent(late)).toBe(false);
  expect(m.in(0xae04, 4)).toBe(0);
});

test('what is leaving is gone after a reset; what is soldered on never leaves', () => {
  const m = new Machine(board());
  const late = m.board.parts.length - 1;
  plug(m, late);
  m.board.platform.leave?.(m, late);
  m.reset();
  expect(m.isPresent(late)).toBe(false);
  m.out(0xae08, 1 << 1, 4);
  expect(m.isPresent(1)).toBe(true);
});
