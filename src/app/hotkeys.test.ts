/** Presses and the commands that they mean. */
import { expect, test } from 'vitest';
import type { Command } from '../views/parts/command.ts';
import { commandFor, isSingle, matches, type Press } from './hotkeys.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test('a sign is the sign, however the layout types it', () => {
  expect(matches('.', press('.'))).toBe(true);
  expect(matches('?', press('?', { shiftKey: true }))).toBe(true);
  expect(matches(';', press(';', { shiftKey: true, code: 'Comma' }))).toBe(true);
});

test('Shift with a sign is known by its place', () => {
  expect(matches('Shift+.', press('>', { shiftKey: true, code: 'Period' }))).toBe(true);
  expect(matches('Shift+.', press(':', { shiftKey: true, code: 'Period' }))).toBe(true);
  expect(matches('.', press('>', { shiftKey: true, code: 'Period' }))).toBe(false);
});

test('Mod is Ctrl or ⌘, and nothing else comes along', () => {
  expect(matches('Mod+Z', press('z', { ctrlKey: true }))).toBe(true);
  expect(matches('Mod+Z', press('z', { metaKey: true }))).toBe(true);
  expect(matches('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
  expect(matches('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
  expect(matches('Mod+Z', press('z', { ctrlKey: true, altKey: true }))).toBe(false);
  expect(matches('t', press('t', { ctrlKey: true }))).toBe(false);
});

test('Space and function keys go by name', () => {
  expect(matches('Space', press(' '))).toBe(true);
  expect(matches('Shift+F6', press('F6', { shiftKey: true }))).toBe(true);
  expect(matches('F6', press('F6', { shiftKey: true }))).toBe(false);
});

test('single characters are those that can be switched off', () => {
  expect(['.', 't', 'Shift+.', 'Space'].map(isSingle)).toEqual([true, true, true, true]);
  expect(['F6', 'Mod+Z', 'Escape'].map(isSingle)).toEqual([false, false, false]);
});

test('the first command that has the shortcut is meant', () => {
  const command = (id: Command['id'], keys: readonly string[]): Command => ({
    id,
    title: 'command.theme',
    keys,
    group: 'page',
    run: () => undefined,
  });
  const commands = [command('redo', ['Mod+Shift+Z', 'Mod+Y']), command('undo', ['Mod+Z'])];
  expect(commandFor(commands, press('y', { ctrlKey: true }))?.command.id).toBe('redo');
  expect(commandFor(commands, press('z', { ctrlKey: true }))?.command.id).toBe('undo');
  expect(commandFor(commands, press('q'))).toBeUndefined();
});
