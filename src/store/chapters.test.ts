/** Chapters of a short story. */
import { expect, test } from 'vitest';
import { say } from '../base/problem.ts';
import { Sentences } from '../session/sentences.ts';
import { chapterAt, chapterFrom, chaptersOf } from './chapters.ts';

const log = [
  { entry: { text: 'a', commands: [], phase: 'one' }, first: 0 },
  { entry: { text: 'b', commands: [] }, first: 1 },
  { entry: { text: 'c', commands: [], phase: 'two' }, first: 3 },
];
const chapters = chaptersOf(log);

test('a row belongs to the chapter that began last', () => {
  expect([0, 1, 3, 4, 9].map((cursor) => chapterAt(chapters, cursor)?.id)).toEqual([
    'one',
    'one',
    'one',
    'two',
    'two',
  ]);
});

test('a chapter on, a chapter back, and the ends', () => {
  expect(chapterFrom(chapters, 0, 1, 9)).toBe(1);
  expect(chapterFrom(chapters, 1, 1, 9)).toBe(4);
  expect(chapterFrom(chapters, 4, 1, 9)).toBe(9);
  expect(chapterFrom(chapters, 9, -1, 9)).toBe(4);
  expect(chapterFrom(chapters, 4, -1, 9)).toBe(1);
  expect(chapterFrom(chapters, 1, -1, 9)).toBe(0);
});

test('what a program names is a chapter too', () => {
  const sentences = new Sentences();
  sentences.add(2, 'p', { say: say('textbook.number', {}), phase: 'phase.sizing' }, 0);
  sentences.add(2, 'p', { say: say('textbook.enable', {}) }, 0);
  expect(chaptersOf(log, sentences).map(({ id }) => id)).toEqual(['one', 'phase.sizing', 'two']);
});
