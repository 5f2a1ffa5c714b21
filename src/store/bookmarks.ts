/** Bookmarks: moments of a story with a name. A moment that several stories share is bookmarked in all of them. */
import type { Bookmark } from '../session/stored.ts';
import { seek, sessionStore, type SessionState } from './session-store.ts';
import { nameIt, tellRemoved } from './timeline-store.ts';

const { getState: told, setState: set } = sessionStore;
type Told = Pick<SessionState, 'bookmarks' | 'branches' | 'story' | 'head'>;

/** Rows that a story has in common with the one being told; -1: it is gone. */
const sharedRows = ({ branches, story, head }: Told, of: number): number =>
  of === story ? head : (branches.find(({ id }) => id === of)?.fork ?? -1);

/** Those of the story being told, by row. What undo took the rows of waits for redo. */
export const bookmarksOf = (s: Told): readonly Bookmark[] =>
  s.bookmarks
    .filter(({ row, story }) => row <= Math.min(s.head, sharedRows(s, story)))
    .toSorted((a, b) => a.row - b.row);

export const bookmarkAt = (s: Told, cursor: number): Bookmark | undefined =>
  bookmarksOf(s).find(({ row }) => row === cursor);

/** Puts a bookmark where the cursor stands, if there is none, and asks for its name. */
export function bookmarkHere(): void {
  const { cursor: row, story, bookmarks } = told();
  const there = bookmarkAt(told(), row);
  const bookmark = there ?? { row, story, name: '' };
  if (!there) set({ bookmarks: [...bookmarks, bookmark] });
  nameIt(bookmark);
}

export function renameBookmark(bookmark: Bookmark, name: string): void {
  const renamed = { ...bookmark, name: name.trim().slice(0, 200) };
  set(({ bookmarks }) => ({ bookmarks: bookmarks.map((b) => (b === bookmark ? renamed : b)) }));
}

export function removeBookmark(bookmark: Bookmark): void {
  set(({ bookmarks }) => ({ bookmarks: bookmarks.filter((b) => b !== bookmark) }));
  const { machine } = told();
  tellRemoved({
    what: 'bookmark',
    name: bookmark.name === '' ? String(bookmark.row) : bookmark.name,
    restore: () => {
      if (told().machine === machine) set(({ bookmarks }) => ({ bookmarks: [...bookmarks, bookmark] }));
    },
  });
}

/** Goes to the next bookmark (1), or the one before (-1). */
export function stepBookmark(by: 1 | -1): void {
  const { cursor } = told();
  const all = bookmarksOf(told());
  const goal = by === 1 ? all.find(({ row }) => row > cursor) : all.findLast(({ row }) => row < cursor);
  if (goal) seek(goal.row);
}
