/** Views stay inside the story and keep what they were asked to keep; phases cut it without a gap. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandAt, bandsOf, keeping, panned, whole, zoomedAround } from './timeline-view.ts';

test('zooming keeps the row that it is about and stays inside the story', () => {
  const some = fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0.2, max: 8, noNaN: true }));
  fc.assert(
    fc.property(some, ([head, factor]) => {
      const view = zoomedAround(zoomedAround(whole(head), 4, head / 2, head), factor, head / 3, head);
      expect(view.from).toBeGreaterThanOrEqual(0);
      expect(view.to).toBeLessThanOrEqual(head + 1e-6);
      expect(view.to).toBeGreaterThan(view.from);
    }),
  );
  expect(zoomedAround(whole(1000), 2, 500, 1000)).toEqual({ from: 250, to: 750 });
  expect(zoomedAround({ from: 250, to: 750 }, 0.01, 300, 1000)).toEqual(whole(1000));
  expect(panned({ from: 250, to: 750 }, 900, 1000)).toEqual({ from: 500, to: 1000 });
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
});
