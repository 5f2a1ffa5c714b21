/** Where block and bracket are at any moment of their beat. */
import { expect, test } from 'vitest';
import type { Window } from '../../engine/windows.ts';
import { blockAt, ghostAt, glowAt, gridAt, notchesOf, phases, slotAt, stretchAt } from './flight.ts';

const plan = {
  from: { x: 20, y: 400, width: 10, height: 10 },
  to: { x: 900, y: 200, width: 180, height: 40 },
  off: 0,
  brackets: 2,
};

test('a block begins in its register, ends in its slot, and hands over to the block of the map', () => {
  const begin = blockAt(plan, 0);
  expect(begin.x + (begin.scale * 180) / 2).toBeCloseTo(25);
  expect(begin.y + (begin.scale * 40) / 2).toBeCloseTo(405);
  expect(blockAt(plan, phases.land)).toMatchObject({ x: 900, y: 200, scale: 1, opacity: 1 });
  expect(blockAt(plan, 1).opacity).toBe(0);
  expect(slotAt(0)).toBeLessThan(0.2);
  expect(slotAt(1)).toBe(1);
  expect(gridAt(1)).toBe(0);
});

test('an address off the grid is refused: the block comes to it and drops onto the grid', () => {
  const off = { ...plan, off: 0.5 };
  expect(blockAt(off, phases.arrive)).toMatchObject({ x: 900, y: 180 });
  expect(blockAt(off, phases.land).y).toBe(200);
  expect(ghostAt(off, phases.land)).toMatchObject({ y: 180, opacity: 1 });
  expect(ghostAt(off, 1).opacity).toBe(0);
  expect(ghostAt(plan, phases.land).opacity).toBe(0);
});

test('brackets light up in turn, the nearest first', () => {
  expect(glowAt(plan, 0, phases.land)).toBe(0);
  expect(glowAt(plan, 0, 0.89)).toBe(1);
  expect(glowAt(plan, 1, 0.89)).toBe(0);
  expect(glowAt(plan, 1, 1)).toBe(1);
});

const window = (from: number, to: number): Window => ({ kind: 'memory', from, to, enabled: true });

test('a window goes by whole units', () => {
  expect(notchesOf(window(0x100000, 0x1fffff), window(0x100000, 0x4fffff), 0x100000)).toBe(3);
  expect(notchesOf(window(0x100000, 0xfffff), window(0x100000, 0x2fffff), 0x100000)).toBe(2);
  expect(notchesOf(window(0x100000, 0x1fffff), window(0xfff00000, 0xfffff), 0x100000)).toBe(1);
  const stretch = { from: { y: 100, height: 20 }, to: { y: 40, height: 80 }, notches: 3 };
  expect(stretchAt(stretch, 0)).toEqual({ y: 100, height: 20 });
  expect(stretchAt(stretch, 0.5)).toEqual({ y: 80, height: 40 });
  expect(stretchAt(stretch, 1)).toEqual({ y: 40, height: 80 });
});
