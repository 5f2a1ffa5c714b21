/** The two machines that are compared: copies and replays are what they are copies and replays of. */
import { beforeEach, expect, test } from 'vitest';
import { firstVisit } from '../content/scenarios/first-visit.ts';
import { difference } from '../session/compare.ts';
import { addText, beginCompare, choose, compareStore, swap, type Which } from './compare-store.ts';
import { idle, seek, sessionStore, setPace, start, startProgram, stepProgram } from './session-store.ts';
import { connect } from './testing.ts';

beforeEach(async () => {
  setPace(0, 0);
  await start(connect, firstVisit);
  await idle();
});

function hashOf(which: Which): number | undefined {
  const made = compareStore.getState().made[which];
  return made.state === 'made' ? made.side.machine.image.hash() : undefined;
}

test('power-on against the cursor; the open machine stays where it is', async () => {
  const { machine, cursor } = sessionStore.getState();
  const now = machine.image.hash();
  await beginCompare([]);
  expect(hashOf('right')).toBe(now);
  expect(machine.image.hash()).toBe(now);
  seek(0);
  expect(hashOf('left')).toBe(machine.image.hash());
  seek(cursor);
  swap();
  expect(hashOf('left')).toBe(now);
});

test('a program played aside is the program played in the story; what it left is a branch', async () => {
  const { head } = sessionStore.getState();
  const end = sessionStore.getState().machine;
  seek(head);
  const left = end.image.hash();
  seek(0);
  await startProgram('seabios');
  await stepProgram(Infinity);
  await choose('left', 'program:seabios');
  await choose('right', 'now');
  expect(hashOf('left')).toBe(hashOf('right'));
  await choose('left', 'branch:1');
  expect(hashOf('left')).toBe(left);
  await beginCompare([]);
  expect(compareStore.getState().choices).toEqual({ left: 'branch:1', right: 'now' });
  await choose('left', 'branch:99');
  expect(compareStore.getState().made.left).toEqual({ state: 'refused', why: 'gone' });
});

test('a text is a machine; what is none is said to be none', async () => {
  await addText({ name: 'mine', text: 'qemu-system-x86_64 -machine pc -nodefaults -device edu' });
  const { made, texts } = compareStore.getState();
  expect(texts.at(-1)?.name).toBe('mine');
  const { left, right } = made;
  if (left.state !== 'made') throw new Error('not made');
  expect(left.dropped).toBe(texts.at(-1));
  await choose('right', 'row:0');
  const other = compareStore.getState().made.right;
  if (other.state !== 'made') throw new Error('not made');
  const kinds = difference(left.side, other.side).map(({ kind }) => kind);
  expect(kinds).toContain('added');
  expect(kinds).toContain('removed');
  expect(right.state).not.toBe('refused');
  await addText({ name: '', text: 'lorem ipsum' });
  expect(compareStore.getState().problem).toBe('unknown');
});
