import { expect, test } from 'vitest';
import fc from 'fast-check';
import { Op, Trace } from '../../engine/trace.ts';
import { binRows } from './bins.ts';
import {
  bandAt,
  bandRect,
  bandsOf,
  cutOf,
  cursorAt,
  keeping,
  marksOf,
  pad,
  whole,
  xOf,
  zoomed,
} from './layout.ts';

const width = 1000;

test('a click on a row means the state after it; left of all rows, power-on', () => {
  const view = whole(50);
  for (let row = 0; row < 50; row++) {
    expect(cursorAt((xOf(row, view, width) + xOf(row + 1, view, width)) / 2, view, width, 50)).toBe(row + 1);
  }
  expect(cursorAt(pad / 2, view, width, 50)).toBe(0);
  expect(cursorAt(width, view, width, 50)).toBe(50);
});

test('zooming keeps the row under the pointer and stays inside the story', () => {
  const some = fc.tuple(
    fc.integer({ min: 1, max: 1e6 }),
    fc.double({ min: 0.2, max: 8, noNaN: true }),
    fc.integer({ min: pad, max: width - pad }),
  );
  fc.assert(
    fc.property(some, ([head, factor, x]) => {
      const view = zoomed(zoomed(whole(head), 4, width / 2, width, head), factor, x, width, head);
      expect(view.from).toBeGreaterThanOrEqual(0);
      expect(view.to).toBeLessThanOrEqual(head + 1e-6);
      expect(view.to).toBeGreaterThan(view.from);
    }),
  );
  const closer = zoomed(whole(1000), 2, width / 2, width, 1000);
  expect(closer).toEqual({ from: 250, to: 750 });
  expect(zoomed(closer, 0.01, 300, width, 1000)).toEqual(whole(1000));
});

test('the view follows the cursor only as far as it must', () => {
  const view = { from: 100, to: 200 };
  expect(keeping(view, 150, 1000)).toEqual(view);
  expect(keeping(view, 201, 1000)).toEqual({ from: 105, to: 205 });
  expect(keeping(view, 0, 1000)).toEqual({ from: 0, to: 100 });
  expect(keeping(view, 30, 40)).toEqual({ from: 0, to: 40 });
});

test('phases cut the story; the lit one holds the row before the cursor', () => {
  const chapters = [
    { id: 'a', first: 2 },
    { id: 'b', first: 7 },
  ];
  const bands = bandsOf(chapters, 10);
  expect(bands).toEqual([
    { id: undefined, first: 0, end: 2 },
    { id: 'a', first: 2, end: 7 },
    { id: 'b', first: 7, end: 10 },
  ]);
  expect([0, 2, 3, 7, 8, 10].map((cursor) => bandAt(bands, cursor))).toEqual([0, 0, 1, 1, 2, 2]);
  const rects = bands.map((b) => bandRect(b, whole(10), width));
  expect(rects[0]?.x).toBe(0);
  expect((rects[0]?.x ?? 0) + (rects[0]?.width ?? 0)).toBeLessThan(rects[1]?.x ?? 0);
  expect((rects[2]?.x ?? 0) + (rects[2]?.width ?? 0)).toBe(width);
  expect(bandRect({ id: 'a', first: 2, end: 7 }, { from: 8, to: 10 }, width)).toBeUndefined();
});

test('few rows are ticks, many are density with at most one mark a pixel and lane', () => {
  expect(cutOf(whole(50), width)).toMatchObject({ columns: 50, single: true });
  const all = whole(100_000);
  const cut = cutOf(all, width);
  expect(cut).toMatchObject({ columns: width - 2 * pad, single: false });
  const trace = new Trace();
  for (let i = 0; i < 100_000; i++) trace.push(i % 3 === 0 ? Op.config : Op.io, 4, 0, 0, 0, 0, -1, 0, 0);
  const { ticks } = marksOf(binRows(trace, 0, 100_000, cut.columns), cut, all, width);
  expect(ticks.map((t) => t.split('M').length - 1)).toEqual([cut.columns, cut.columns, 0, 0]);
});

test('zoomed to the middle of rows, every row still has its own tick', () => {
  const trace = new Trace();
  for (let i = 0; i < 50; i++) trace.push(Op.config, 4, 0, 0, 0, 0, -1, 0, 0);
  const view = { from: 18.4, to: 35.7 };
  const cut = cutOf(view, width);
  const { ticks } = marksOf(binRows(trace, cut.from, cut.to, cut.columns), cut, view, width);
  expect(ticks[0]?.split('M').length).toBe(1 + 18);
});
