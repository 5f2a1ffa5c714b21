/** A saved session comes back; a damaged one gives what can be read of it, and never throws. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Stored } from '../stored.ts';
import { isFile, readFile, writeFile } from './file.ts';

const stored: Stored = {
  scenario: {
    title: '我的机器',
    machine: 'q35',
    ram: 64,
    authentic: 'spec',
    parts: [{ model: 'nvme', properties: { serial: '"{[' } }],
  },
  entries: [
    { text: 'inl 0xcfc', commands: [{ do: 'in', port: 0xcfc, bytes: 4 }], phase: 'phase.meet' },
    { text: 'reset', commands: [{ do: 'reset' }] },
  ],
  branches: [{ id: 1, fork: 1, entries: [{ text: 'reset', commands: [{ do: 'reset' }] }] }],
  story: 2,
  cursor: 1,
  bookmarks: [{ row: 1, story: 2, name: '这里' }],
  names: { '1': 'what if' },
};

const file = writeFile(stored);

test('it comes back as it was', () => {
  expect(isFile(file)).toBe(true);
  expect(readFile(file)).toEqual({ stored, problems: [] });
});

test('what is wrong in it is counted, the rest opens', () => {
  const bad = file.replace('"port":3324', '"port":-1').replace('"model":"nvme"', '"model":7');
  const { stored: read, problems } = readFile(bad);
  expect(read?.entries).toEqual(stored.entries.slice(1));
  expect(read?.scenario.parts).toEqual([]);
  expect(problems.map((p) => p.message)).toEqual([
    { id: 'link.bad-parts', with: { count: 1 } },
    { id: 'link.bad-entries', with: { count: 1 } },
  ]);
});

test('a newer version says so', () => {
  const { stored: read, problems } = readFile(file.replace('"v":1', '"v":3'));
  expect(read).toEqual(stored);
  expect(problems[0]?.message).toEqual({ id: 'link.newer', with: { version: 3 } });
});

test('what is nested without end is not even parsed', () => {
  const { stored: read, problems } = readFile(`{"v":1,"scenario":${'['.repeat(1_000_000)}`);
  expect(read).toBeUndefined();
  expect(problems[0]?.message.id).toBe('link.too-large');
});

test('anything else gives a problem', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.nat(file.length - 4).map((n) => file.slice(0, n)),
      ),
      (text) => {
        const { stored: read, problems } = readFile(text);
        expect([read, problems.length]).toEqual([undefined, 1]);
      },
    ),
  );
});
