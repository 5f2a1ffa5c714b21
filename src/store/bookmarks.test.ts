/** Bookmarks and branches as a person keeps them: by name, over branches, undo and the next visit. */
import { beforeEach, expect, test } from 'vitest';
import { firstVisit } from '../content/scenarios/first-visit.ts';
import {
  bookmarkAt,
  bookmarkHere,
  bookmarksOf,
  removeBookmark,
  renameBookmark,
  stepBookmark,
} from './bookmarks.ts';
import { dropBranch, nameStory } from './branches.ts';
import { lintRowsStore, watchLintRows } from './lint-rows.ts';
import { runToPoint } from './program-store.ts';
import { indexFrom, placeOf, search, searchStore, stepFound } from './search-store.ts';
import {
  act,
  idle,
  open,
  present,
  seek,
  sessionStore,
  setPace,
  start,
  switchTo,
  undo,
} from './session-store.ts';
import { connect } from './testing.ts';
import { timelineStore, zoomBy, zoomTo, zoomToPhase } from './timeline-store.ts';

const state = sessionStore.getState;
const until = async (isSo: () => boolean): Promise<void> => {
  for (let i = 0; i < 400 && !isSo(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(isSo()).toBe(true);
};

beforeEach(async () => {
  setPace(0, 0);
  await start(connect, firstVisit);
  await idle();
});

const write = () => act('setpci', [{ do: 'config', bdf: 0x18, offset: 0x10, bytes: 4, value: 0xfeb0_0000 }]);

test('a bookmark is where the cursor stood, with a name, and comes back with the session', async () => {
  seek(9);
  bookmarkHere();
  bookmarkHere();
  expect(state().bookmarks).toEqual([{ row: 9, story: 1, name: '' }]);
  const made = bookmarkAt(state(), 9);
  expect(timelineStore.getState().naming).toBe(made);
  if (made) renameBookmark(made, ' the bridge ');
  seek(3);
  bookmarkHere();
  seek(5);
  stepBookmark(1);
  expect(state().cursor).toBe(9);
  stepBookmark(-1);
  expect(state().cursor).toBe(3);
  const kept = present();
  expect(kept.bookmarks).toEqual([
    { row: 9, story: 1, name: 'the bridge' },
    { row: 3, story: 1, name: '' },
  ]);
  await open(firstVisit);
  expect(state().bookmarks).toEqual([]);
  await open(kept);
  expect(bookmarksOf(state()).map(({ row }) => row)).toEqual([3, 9]);
});

test('what two stories share is bookmarked in both; what one has alone is not', async () => {
  seek(9);
  bookmarkHere();
  seek(20);
  bookmarkHere();
  seek(12);
  await write();
  expect(state().story).toBe(2);
  expect(bookmarksOf(state()).map(({ row }) => row)).toEqual([9]);
  await switchTo(1);
  expect(bookmarksOf(state()).map(({ row }) => row)).toEqual([9, 20]);
});

test('a branch of a branch: each leaves the story being told where that is no longer the same', async () => {
  seek(20);
  bookmarkHere();
  await write();
  seek(12);
  await write();
  const forks = (): number[][] => state().branches.map(({ id, fork }) => [id, fork]);
  expect(forks()).toEqual([
    [1, 12],
    [2, 12],
  ]);
  expect(state().branches.map(({ rows, fork, ops }) => rows - fork - ops.length)).toEqual([0, 0]);
  expect(bookmarksOf(state())).toEqual([]);
  await switchTo(2);
  expect(
    state()
      .branches.map(({ id }) => id)
      .toSorted((a, b) => a - b),
  ).toEqual([1, 3]);
  expect(state().branches.every(({ fork }) => fork === 12)).toBe(true);
});

test('taking a bookmark away can be taken back', () => {
  seek(9);
  bookmarkHere();
  const made = bookmarkAt(state(), 9);
  if (made) removeBookmark(made);
  expect(state().bookmarks).toEqual([]);
  timelineStore.getState().removed?.restore();
  expect(bookmarkAt(state(), 9)).toEqual({ row: 9, story: 1, name: '' });
});

test('a branch has a name, goes, and comes back; what is gone is not kept', async () => {
  seek(12);
  await write();
  nameStory(1, 'as it was');
  const [branch] = state().branches;
  expect(present().names).toEqual({ 1: 'as it was' });
  if (branch) dropBranch(branch);
  await write();
  expect(state().branches).toEqual([]);
  expect(present()).toMatchObject({ branches: [] });
  expect(present().names).toBeUndefined();
  timelineStore.getState().removed?.restore();
  expect(state().branches.map(({ id }) => id)).toEqual([1]);
  await switchTo(1);
  expect(state()).toMatchObject({ story: 1, head: firstVisit.entries.length });
});

test('a search finds rows while the page goes on, and again after the story has changed', async () => {
  search('reg:BAR0 op:write bdf:00:03.0');
  await until(() => searchStore.getState().scanned === undefined && searchStore.getState().count > 0);
  const { found, count } = searchStore.getState();
  seek(0);
  stepFound(1);
  expect(state().cursor).toBe(found.at(0) + 1);
  expect(placeOf(searchStore.getState(), state().cursor)).toBe(1);
  stepFound(-1);
  expect(placeOf(searchStore.getState(), state().cursor)).toBe(count);
  expect(indexFrom(found, Infinity)).toBe(count);
  seek(state().head);
  await write();
  await until(() => searchStore.getState().count === count + 1);
  search('op:sideways');
  expect(searchStore.getState()).toMatchObject({ count: 0, problems: [{ message: { id: 'search.value' } }] });
});

test('lints of the whole story are found aside, and nobody sees where the machine was meanwhile', async () => {
  const stop = watchLintRows();
  seek(state().head);
  // all ones into a BAR that decodes
  await act('on', [{ do: 'config', bdf: 0x18, offset: 4, bytes: 2, value: 3, mask: 3 }]);
  await act('size', [{ do: 'config', bdf: 0x18, offset: 0x10, bytes: 4, value: 0xffff_ffff }]);
  const { head, machine } = state();
  const hash = machine.image.hash();
  await until(() => lintRowsStore.getState().isAll);
  const { rows, count } = lintRowsStore.getState();
  expect(rows.at(count - 1)).toBe(head - 1);
  expect(machine.image.hash()).toBe(hash);
  await undo();
  await until(() => lintRowsStore.getState().isAll && lintRowsStore.getState().count === count - 1);
  stop();
});

test('running until goes through what is recorded, and stays where it never happens', async () => {
  seek(0);
  expect(await runToPoint({ on: 'register', bdf: 0x18, from: 0, to: 3 })).toBe(true);
  const { cursor } = state();
  expect(cursor).toBeGreaterThan(0);
  expect(await runToPoint({ on: 'address', space: 'io', from: 0x1234, to: 0x1234 })).toBe(false);
  expect(state().cursor).toBe(cursor);
});

test('zoom is around the cursor and moves along with it; a phase fills the view and lets go again', () => {
  seek(20);
  zoomBy(4);
  const { zoom } = timelineStore.getState();
  expect(zoom && zoom.from <= 20 && zoom.to >= 20).toBe(true);
  seek(state().head);
  expect(timelineStore.getState().zoom?.to).toBe(state().head);
  zoomTo(undefined);
  zoomToPhase(3);
  expect(timelineStore.getState().zoom?.from).toBe(0);
  zoomToPhase(3);
  expect(timelineStore.getState().zoom).toBeUndefined();
});
