import { expect, test } from 'vitest';
import { firstVisit } from '../../content/scenarios/first-visit.ts';
import { BoardBuilder } from '../../engine/board.ts';
import { Machine } from '../../engine/machine.ts';
import { bridgeShape, endpointShape, plainPlatform } from '../../engine/testing.ts';
import { perform } from '../../session/command.ts';
import { Session } from '../../session/session.ts';
import { itemsOf, type Items } from './items.ts';

/** Two endpoints on the root bus and one behind a bridge. */
function small(): Machine {
  const board = new BoardBuilder('pci.0', false);
  const shape = endpointShape(0x1000);
  board.plug({ path: 'a', model: 'endpoint', shape, wire: 0, devfn: 0x08 });
  board.plug({ path: 'b', model: 'endpoint', shape, wire: 0, devfn: 0x10 });
  const bridge = board.plug({ path: 'c', model: 'bridge', shape: bridgeShape(), wire: 0, devfn: 0x18 });
  const wire = board.parts[bridge]?.below ?? 0;
  board.plug({ path: 'd', model: 'endpoint', shape, wire, devfn: 0x00 });
  return new Machine(board.done(plainPlatform, 0x10_0000, 'qemu'));
}
const set = (m: Machine, bdf: number, offset: number, value: number): void =>
  perform(m, { do: 'config', bdf, offset, bytes: 4, value });
const of = (items: Items, key: string) => items.blocks.find((b) => b.key === key);

test('a BAR is unplaced, then being sized, then programmed, then on', () => {
  const m = small();
  const state = () => of(itemsOf(m, 'memory'), '0.0')?.state;
  expect(state()).toBe('unplaced');
  set(m, 0x08, 0x10, 0xffff_ffff);
  expect(state()).toBe('sizing');
  set(m, 0x08, 0x10, 0xfe00_0000);
  expect(state()).toBe('off');
  set(m, 0x08, 0x04, 2);
  expect(state()).toBe('on');
  expect(of(itemsOf(m, 'memory', new Set(['0.0'])), '0.0')?.state).toBe('off');
});

test('two BARs at one address overlap, and so does a BAR on RAM', () => {
  const m = small();
  for (const bdf of [0x08, 0x10]) {
    set(m, bdf, 0x10, 0xfe00_0000);
    set(m, bdf, 0x04, 2);
  }
  expect(of(itemsOf(m, 'memory'), '0.0')?.overlaps).toEqual(['1.0']);
  expect(of(itemsOf(m, 'memory'), '1.0')?.overlaps).toEqual(['0.0']);
  set(m, 0x10, 0x10, 0x8000);
  expect(of(itemsOf(m, 'memory'), '0.0')?.overlaps).toEqual([]);
  expect(of(itemsOf(m, 'memory'), '1.0')?.overlaps).toEqual(['ram@0']);
});

test('a BAR outside the window of its bridge says so', () => {
  const m = small();
  set(m, 0x18, 0x18, 0x0001_0100);
  set(m, 0x18, 0x20, 0xfe10_fe00);
  set(m, 0x18, 0x04, 2);
  set(m, 0x100, 0x04, 2);
  set(m, 0x100, 0x10, 0xfe00_0000);
  expect(of(itemsOf(m, 'memory'), '3.0')?.outside).toEqual([]);
  set(m, 0x100, 0x10, 0xfd00_0000);
  expect(of(itemsOf(m, 'memory'), '3.0')?.outside).toEqual([2]);
});

test('the ports of mechanism #1 are two blocks of their own', () => {
  const { machine } = new Session(firstVisit.scenario, firstVisit.entries);
  const { blocks } = itemsOf(machine, 'io');
  expect(blocks.filter((b) => b.look === 'config').map((b) => [b.from, b.to])).toEqual([
    [0xcf8, 0xcfb],
    [0xcfc, 0xcff],
  ]);
  expect(blocks.filter((b) => b.to - b.from > 0x100)).toEqual([]);
});
