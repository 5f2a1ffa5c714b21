/** What is stored comes back the same, and nothing else comes back at all. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read, type Stored } from './stored.ts';
import { write } from './write-stored.ts';

const stored: Stored = {
  scenario: {
    title: 'test',
    machine: 'pc',
    ram: 16,
    authentic: 'qemu',
    parts: [{ model: 'e1000', addr: '3', properties: { mac: '52:54:00:12:34:56' } }],
  },
  entries: [
    {
      text: 'outl 0xcf8 0x80001800',
      commands: [{ do: 'out', port: 0xcf8, bytes: 4, value: 0x80001800 }],
      phase: 'phase.meet',
    },
    { text: 'setpci', commands: [{ do: 'config', bdf: 0x18, offset: 4, bytes: 2, value: 2, mask: 2 }] },
  ],
  branches: [{ id: 1, fork: 1, entries: [{ text: 'reset', commands: [{ do: 'reset' }] }] }],
  story: 2,
  cursor: 1,
  bookmarks: [{ row: 1, story: 2, name: 'the latch' }],
  names: { 1: 'first try' },
};

test('a session comes back as it was', () => {
  expect(read(write(stored))).toEqual({ v: 1, ...stored });
});

test('one without bookmarks is one from before there were any', () => {
  const { bookmarks: _, names: __, ...before } = stored;
  expect(read(write(before))).toEqual({ v: 1, ...before });
});

test('what stories have in common is there once, however many there are', () => {
  const many = Array.from({ length: 300 }, (_, id) => ({ id: id + 1, fork: 1, entries: stored.entries }));
  const back = read(write({ ...stored, story: 400, branches: many }));
  expect(back?.branches).toHaveLength(300);
  const all = [...(back?.entries ?? []), ...(back?.branches ?? []).flatMap((b) => b.entries)];
  expect(new Set(all).size).toBe(2);
});

test('anything else is refused, and nothing throws', () => {
  for (const text of ['', '{}', 'null', '[]', '{"v":2}', write({ ...stored, cursor: -1 })]) {
    expect(read(text)).toBeUndefined();
  }
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(read(json)).toBeUndefined();
    }),
  );
});

test('commands out of range are refused', () => {
  const bad = write(stored).replace('"port":3320', '"port":70000');
  expect(read(bad)).toBeUndefined();
});
