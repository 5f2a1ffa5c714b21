/** Where the keys lead in a menu. */
import { expect, test } from 'vitest';
import { itemFor } from './Menu.tsx';

const titles = ['Open…', 'Theme', 'Shortcuts', 'Share'];

test('arrows go round, Home and End to the ends', () => {
  expect(itemFor('ArrowDown', 3, titles)).toBe(0);
  expect(itemFor('ArrowUp', 0, titles)).toBe(3);
  expect(itemFor('ArrowDown', -1, titles)).toBe(0);
  expect(itemFor('Home', 2, titles)).toBe(0);
  expect(itemFor('End', 0, titles)).toBe(3);
});

test('a letter goes to the next item that starts with it', () => {
  expect(itemFor('s', 0, titles)).toBe(2);
  expect(itemFor('S', 2, titles)).toBe(3);
  expect(itemFor('s', 3, titles)).toBe(2);
  expect(itemFor('x', 0, titles)).toBeUndefined();
  expect(itemFor('Enter', 0, titles)).toBeUndefined();
});
