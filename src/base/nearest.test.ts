/** Suggestions: near ones only. */
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test('the fewest edits win, the first on a tie', () => {
  expect(nearest('setpic', ['lspci', 'setpci', 'step'])).toBe('setpci');
  expect(nearest('E1000', ['e1000', 'e1000e'])).toBe('e1000');
  expect(nearest('inx', ['inb', 'inw', 'inl'])).toBe('inb');
});

test('what is not near is not suggested', () => {
  expect(nearest('frobnicate', ['rotate', 'device'])).toBe('');
  expect(nearest('anything', [])).toBe('');
});
