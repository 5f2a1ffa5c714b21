/** Which language a person gets, and the change to another. */
import { expect, test } from 'vitest';
import { beginIn, languageOf, render, speakIn, wordsStore } from './words.ts';
import { say } from '../base/problem.ts';

test('the first language of a person that the page speaks', () => {
  expect(languageOf(['zh'])).toBe('zh-CN');
  expect(languageOf(['zh-TW', 'en'])).toBe('zh-CN');
  expect(languageOf(['zh-Hans-SG'])).toBe('zh-CN');
  expect(languageOf(['de-AT', 'en-GB', 'zh-CN'])).toBe('en');
  expect(languageOf(['fr'])).toBe('en');
  expect(languageOf([])).toBe('en');
});

test('a message that was kept is worded in the language of now', async () => {
  const message = say('say.reset', {});
  await beginIn('en');
  expect(render(message)).toBe('The machine is reset.');
  await speakIn('zh-CN');
  expect(wordsStore.getState().language).toBe('zh-CN');
  expect(render(message)).toBe('机器复位。');
  await speakIn('en');
  expect(render(message)).toBe('The machine is reset.');
});

test('who changes their mind gets the last language', async () => {
  await Promise.all([speakIn('zh-CN'), speakIn('en')]);
  expect(wordsStore.getState().language).toBe('en');
});
