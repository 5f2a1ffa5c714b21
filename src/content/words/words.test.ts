/** Sentences and their pieces. */
import { expect, test } from 'vitest';
import { speak } from './catalogue.ts';
import { en } from './en/index.ts';
import { plain, said, strong, value } from './pieces.ts';

test('a marked sentence keeps its pieces in order and reads plainly', () => {
  const sentence = said`CPU reads ${value('CFC')}: ${strong('128 KiB')}.`;
  expect(sentence).toEqual(['CPU reads ', { value: 'CFC' }, ': ', { strong: '128 KiB' }, '.']);
  expect(plain(sentence)).toBe('CPU reads CFC: 128 KiB.');
});

test('an entry speaks with its slots', () => {
  expect(plain(speak(en, 'story.counter', { at: '37', of: '212' }))).toBe('37 of 212');
  expect(plain(speak(en, 'problem.expected', { expected: 'a slot', given: 'x' }))).toBe(
    'Expected a slot here, not x.',
  );
});

test('no word of the screen is empty', () => {
  const empty = Object.entries(en).filter(([, entry]) => entry === '');
  expect(empty).toEqual([]);
});
