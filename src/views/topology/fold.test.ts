/** Large boards folded: what must be seen is drawn, nothing is lost from the count, small boards stay as they are. */
import { expect, test } from 'vitest';
import type { Board } from '../../engine/board.ts';
import { randomBoard } from '../../engine/testing.ts';
import { censusOf, foldedPlan, type Limits, type Seen, type Unfolded } from './fold.ts';
import { planOf, type Plan } from './plan.ts';

const tight: Limits = { enough: 4, rail: 3, passed: 2 };
const nothing: Unfolded = { open: new Set(), whole: new Set() };
const unseen: Seen = { fns: [], wires: [] };

/** Functions that a plan shows or counts, from wire 0 on. */
function told(plan: Plan, wire = 0): number {
  return (plan.rails[wire] ?? []).reduce(
    (n, { fns, below, folded }) =>
      n + fns.length + (folded?.functions ?? 0) + (below >= 0 ? told(plan, below) : 0),
    0,
  );
}

const drawnIn = (plan: Plan): ReadonlySet<number> =>
  new Set(plan.rails.flatMap((units) => units.flatMap(({ fns }) => fns)));

const seeds = Array.from({ length: 60 }, (_, i) => i + 1);
const boards = seeds.map((seed): [number, Board] => [seed, randomBoard(seed)]);

test('a board that fits is drawn whole: the very same plan', () => {
  for (const [, board] of boards) {
    const plan = planOf(board);
    expect(foldedPlan(plan, censusOf(plan, []), board, nothing, unseen)).toBe(plan);
  }
});

test('no function is lost: what is not drawn is counted', () => {
  for (const [seed, board] of boards) {
    const plan = planOf(board);
    const census = censusOf(plan, []);
    for (const open of [nothing, { open: new Set([1, 2]), whole: new Set([0]) }]) {
      const folded = foldedPlan(plan, census, board, open, unseen, tight);
      expect({ seed, told: told(folded) }).toEqual({ seed, told: told(plan) });
    }
  }
});

test('what must be seen is drawn, and every bridge on its way', () => {
  for (const [, board] of boards) {
    const plan = planOf(board);
    const census = censusOf(plan, []);
    const all = [...drawnIn(plan)];
    for (const fn of all) {
      const folded = foldedPlan(plan, census, board, nothing, { fns: [fn], wires: [] }, tight);
      expect(drawnIn(folded)).toContain(fn);
      expect(told(folded)).toBe(told(plan));
    }
  }
});

test('rails hold no more than they may', () => {
  for (const [, board] of boards) {
    const plan = planOf(board);
    const folded = foldedPlan(plan, censusOf(plan, []), board, nothing, unseen, tight);
    if (folded === plan) continue;
    for (const units of folded.rails) expect(units.length).toBeLessThanOrEqual(tight.rail);
  }
});
