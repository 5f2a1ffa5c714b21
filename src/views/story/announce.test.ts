/** One message a step, as long as was asked for; phases only when steps fly by. */
import { expect, test } from 'vitest';
import { en } from '../../content/words/en/index.ts';
import { translator } from '../../store/words.ts';
import { announcementOf, type Moment } from './announce.ts';

const t = translator(en);
const step = (more: Partial<Moment> = {}): Moment => ({
  at: 37,
  of: 212,
  sentence: 'CPU reads CFC. 00:03.0 answers 100E8086: Vendor ID, Device ID.',
  doing: '',
  phase: 'Size BAR0',
  place: '00:03.0 Vendor ID',
  playing: false,
  ...more,
});
const slow = 1000;

test('normal: what it came to, then the phase where one begins', () => {
  const { sentence } = step();
  expect(announcementOf(step(), step({ at: 36 }), slow, 'normal', t)).toBe(sentence);
  expect(announcementOf(step(), step({ phase: 'Reset' }), slow, 'normal', t)).toBe(
    `${sentence} Phase: Size BAR0.`,
  );
});

test('a program is heard where it says something new', () => {
  const said = announcementOf(step({ doing: 'Read the vendor.' }), step(), slow, 'normal', t);
  expect(said).toBe(`Read the vendor. ${step().sentence}`);
  const same = step({ doing: 'Read the vendor.' });
  expect(announcementOf(same, same, slow, 'normal', t)).toBe(step().sentence);
});

test('terse is the sentence alone, verbose the number and the place as well', () => {
  const before = step({ phase: 'Reset' });
  expect(announcementOf(step({ doing: 'x' }), before, slow, 'terse', t)).toBe(step().sentence);
  expect(announcementOf(step(), step(), slow, 'verbose', t)).toBe(
    `${step().sentence} Step 37 of 212, 00:03.0 Vendor ID.`,
  );
});

test('faster than two steps a second only phases are said; whoever steps hears every step', () => {
  const playing = step({ playing: true });
  expect(announcementOf(playing, playing, 100, 'verbose', t)).toBeUndefined();
  expect(announcementOf(playing, step({ phase: 'Reset' }), 100, 'terse', t)).toBe(
    'Size BAR0, step 37 of 212.',
  );
  expect(announcementOf(playing, playing, slow, 'normal', t)).toBe(step().sentence);
  expect(announcementOf(step(), step(), 20, 'normal', t)).toBe(step().sentence);
});
