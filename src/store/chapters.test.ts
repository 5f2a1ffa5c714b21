/** Chapters of a short story. */
import { expect, test } from 'vitest';
import { chapterAt, chapterFrom } from './chapters.ts';

const log = [
  { entry: { text: 'a', commands: [], phase: 'one' }, first: 0 },
  { entry: { text: 'b', commands: [] }, first: 1 },
  { entry: { text: 'c', commands: [], phase: 'two' }, first: 3 },
];

test('a row belongs to the chapter that began last', () => {
  expect([0, 1, 3, 4, 9].map((cursor) => chapterAt(log, cursor)?.id)).toEqual([
    'one',
    'one',
    'one',
    'two',
    'two',
  ]);
});

test('a chapter on, a chapter back, and the ends', () => {
  expect(chapterFrom(log, 0, 1, 9)).toBe(1);
  expect(chapterFrom(log, 1, 1, 9)).toBe(4);
  expect(chapterFrom(log, 4, 1, 9)).toBe(9);
  expect(chapterFrom(log, 9, -1, 9)).toBe(4);
  expect(chapterFrom(log, 4, -1, 9)).toBe(1);
  expect(chapterFrom(log, 1, -1, 9)).toBe(0);
});
