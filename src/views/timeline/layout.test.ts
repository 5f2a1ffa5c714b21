import { expect, test } from 'vitest';
import fc from 'fast-check';
import { Op, Outcome, Trace } from '../../engine/trace.ts';
import { Overview } from '../../store/overview.ts';
import { whole } from '../../store/timeline-view.ts';
import {
  bandRect,
  cursorAt,
  cutOf,
  firstFrom,
  laneAt,
  lanesOf,
  pad,
  placeBranch,
  placeLabels,
  rowAt,
  spotsOf,
  stripHeight,
  xOf,
  zoomed,
} from './layout.ts';
import { branchTicks, densityOf, foundOf, ticksOf } from './marks.ts';

const width = 1000;
const lanes = lanesOf((id) => id === 'config' || id === 'io' || id === 'memory');
const traceOf = (ops: readonly number[], outcome: number = Outcome.claimed): Trace => {
  const trace = new Trace();
  for (const op of ops) trace.push(op, 4, outcome, 0, 0, 0, -1, 0, 0);
  return trace;
};
const count = (d: string): number => d.split('M').length - 1;

test('a click on a row means the state after it; left of all rows, power-on', () => {
  const view = whole(50);
  for (let row = 0; row < 50; row++) {
    expect(cursorAt((xOf(row, view, width) + xOf(row + 1, view, width)) / 2, view, width, 50)).toBe(row + 1);
  }
  expect(cursorAt(pad / 2, view, width, 50)).toBe(0);
  expect(cursorAt(width, view, width, 50)).toBe(50);
});

test('zooming keeps the row under the pointer', () => {
  fc.assert(
    fc.property(fc.integer({ min: pad, max: width - pad }), (x) => {
      const before = { from: 400, to: 600 };
      const after = zoomed(before, 2, x, width, 1000);
      expect(rowAt(x, after, width)).toBeCloseTo(rowAt(x, before, width), 6);
    }),
  );
});

test('lanes share the height without touching; a place on the strip tells its lane', () => {
  const all = lanesOf(() => true);
  for (const some of [lanes, all]) {
    let bottom = 0;
    for (const [id, { top, tall }] of Object.entries(some)) {
      expect(top).toBeGreaterThanOrEqual(bottom);
      expect(tall).toBeGreaterThanOrEqual(4);
      expect(laneAt(top + tall / 2, some)).toBe(id);
      bottom = top + tall;
    }
    expect(bottom).toBeLessThanOrEqual(stripHeight('usual', 6) - 7);
  }
});

test('large, lanes have room for a name over each; folded, all accesses share one', () => {
  const large = Object.values(lanesOf(() => true, 'large'));
  expect(large).toHaveLength(6);
  let bottom = 0;
  for (const { top, tall } of large) {
    expect(top - bottom).toBeGreaterThanOrEqual(16);
    bottom = top + tall;
  }
  expect(bottom).toBeLessThanOrEqual(stripHeight('large', 6) - 8);
  const folded = lanesOf(() => true, 'folded');
  expect(folded.config).toEqual(folded.memory);
  expect(folded.edits?.top).toBeGreaterThan(folded.io?.top ?? 99);
  expect(stripHeight('folded', 6)).toBeLessThan(30);
});

test('bands stand with a seam between them, and none is drawn that is out of view', () => {
  const rects = [
    { id: undefined, first: 0, end: 2 },
    { id: 'a', first: 2, end: 10 },
  ].map((band) => bandRect(band, whole(10), width));
  expect(rects[0]?.x).toBe(0);
  expect((rects[0]?.x ?? 0) + (rects[0]?.width ?? 0)).toBeLessThan(rects[1]?.x ?? 0);
  expect((rects[1]?.x ?? 0) + (rects[1]?.width ?? 0)).toBe(width);
  expect(bandRect({ id: 'a', first: 2, end: 7 }, { from: 8, to: 10 }, width)).toBeUndefined();
});

test('few rows are shapes: a write is filled, a read an outline, what nobody claimed a cross', () => {
  const view = whole(6);
  const cut = cutOf(view, width);
  const trace = traceOf([Op.config | 128, Op.config, Op.io, Op.memory, Op.memory | 128]);
  trace.push(Op.io, 4, Outcome.unclaimed, 0, 0, 0, -1, 0, 0);
  const { paths, crosses } = ticksOf(trace, cut, view, width, lanes);
  expect(paths.map(({ kind, isHollow, d }) => [kind, isHollow, count(d)])).toEqual([
    ['config', false, 1],
    ['config', true, 1],
    ['io', true, 1],
    ['memory', true, 1],
    ['memory', false, 1],
  ]);
  expect(crosses).not.toBe('');
});

test('zoomed to the middle of rows, every row still has its own tick', () => {
  const view = { from: 18.4, to: 35.7 };
  const { paths } = ticksOf(
    traceOf(Array<number>(50).fill(Op.config)),
    cutOf(view, width),
    view,
    width,
    lanes,
  );
  expect(paths.map(({ d }) => count(d))).toEqual([18]);
});

test('many rows are density with at most one mark a pixel and lane', () => {
  const all = whole(100_000);
  const cut = cutOf(all, width);
  expect(cutOf(whole(50), width)).toMatchObject({ columns: 50, single: true });
  expect(cut).toMatchObject({ columns: width - 2 * pad, single: false });
  const trace = traceOf(Array.from({ length: 100_000 }, (_, i) => (i % 3 === 0 ? Op.config : Op.io)));
  const bins = new Overview(trace).bins(0, 100_000, cut.columns);
  const { paths } = densityOf(bins, cut, all, width, lanes);
  expect(paths.map(({ d }) => count(d))).toEqual([cut.columns, cut.columns, 0, 0]);
});

test('in bars of density, what nobody claimed is crossed, not coloured alone', () => {
  const all = whole(10_000);
  const trace = traceOf(Array<number>(10_000).fill(Op.config), Outcome.unclaimed);
  const cut = cutOf(all, width);
  const bins = new Overview(trace).bins(0, 10_000, cut.columns);
  const { crosses, unclaimed } = densityOf(bins, cut, all, width, lanes);
  expect(unclaimed).not.toBe('');
  expect(count(crosses)).toBeGreaterThan(50);
  expect(count(crosses)).toBeLessThan(width / 8);
});

test('rising rows are drawn once a pixel, however many there are', () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => i);
  const spots = spotsOf(rows, whole(200_000), width);
  expect(spots.length).toBeLessThanOrEqual(width);
  expect(spots.length).toBeGreaterThan(width - 2 * pad - 20);
  expect(spotsOf([3, 5, 5, 900], { from: 4, to: 10 }, width)).toHaveLength(2);
  expect(foundOf([], whole(10), width, 48)).toBe('');
  fc.assert(
    fc.property(fc.array(fc.nat(100)), fc.nat(100), (some, row) => {
      const sorted = some.toSorted((a, b) => a - b);
      const index = sorted.findIndex((each) => each >= row);
      expect(firstFrom(sorted, row)).toBe(index < 0 ? sorted.length : index);
    }),
  );
});

test('labels do not touch, and what has no room is left out', () => {
  expect(
    placeLabels(
      [
        { x: 10, width: 50 },
        { x: 20, width: 50 },
        { x: 990, width: 50 },
      ],
      width,
    ),
  ).toEqual([10, 64, 950]);
  expect(
    placeLabels(
      Array.from({ length: 40 }, () => ({ x: 0, width: 50 })),
      200,
    ).filter((x) => x !== undefined),
  ).toHaveLength(2);
});

test('a branch leaves where it forked; its label stands beside its line where there is room', () => {
  const view = whole(100);
  expect(placeBranch({ fork: 50, rows: 70 }, view, width, 200)).toMatchObject({ x: 500, labelX: 294 });
  expect(placeBranch({ fork: 5, rows: 20 }, view, width, 200).labelX).toBeGreaterThan(xOf(20, view, width));
  expect(placeBranch({ fork: 5, rows: 100 }, view, width, 200).labelX).toBe(800);
  const ticks = branchTicks(new Uint8Array([Op.config, Op.io, Op.io]), 50, view, width);
  expect(ticks.map(({ kind, d }) => [kind, count(d)])).toEqual([
    ['config', 1],
    ['io', 2],
  ]);
});
