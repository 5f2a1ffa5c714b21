/** Values that a program knows by an id are words of the page. */
import { expect, test } from 'vitest';
import { say } from '../../base/problem.ts';
import type { WholeCatalogue } from '../../content/words/catalogue.ts';
import { en } from '../../content/words/en/index.ts';
import { zh } from '../../content/words/zh/index.ts';
import { nameOf } from '../../store/words.ts';
import { slotsOf } from './slots.ts';

const values = (message: Parameters<typeof slotsOf>[0], language: WholeCatalogue): readonly string[] =>
  slotsOf(message, { name: (id) => nameOf(id, language), both: (name) => name }).map(({ value }) => value);

test.each([
  ['io', 'I/O', 'I/O'],
  ['memory', 'memory', '内存'],
  ['prefetch', 'prefetchable', '可预取'],
] as const)('%s', (kind, english, chinese) => {
  const message = say('seabios.window', { who: '00:04.0', bus: 1, kind });
  expect(values(message, en)).toContain(english);
  expect(values(message, zh)).toContain(chinese);
});

test('on and off, yes and no', () => {
  expect(values(say('linux.survey-bars', { pass: 'on' }), zh)).toEqual(['开启']);
  expect(values(say('linux.survey-bars', { pass: 'off' }), zh)).toEqual(['关闭']);
  expect(values(say('linux.bar', { who: '00:03.0', bar: 0, always: 1 }), zh)).toContain('是');
});
