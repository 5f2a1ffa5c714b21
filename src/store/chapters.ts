/** Chapters of the story: the phases that its entries name. */
import type { Logged } from '../session/session.ts';

export interface Chapter {
  /** A word of the catalogue, or the name itself. */
  readonly id: string;
  /** Its first row. */
  readonly first: number;
}

export const chaptersOf = (log: readonly Logged[]): readonly Chapter[] =>
  log.flatMap(({ entry, first }) => (entry.phase === undefined ? [] : [{ id: entry.phase, first }]));

/** The chapter of the row before `cursor`; at power-on the first, if it starts there. */
export const chapterAt = (log: readonly Logged[], cursor: number): Chapter | undefined =>
  chaptersOf(log).findLast((chapter) => chapter.first <= Math.max(0, cursor - 1));

/** Where a chapter on (1) or back (-1) begins: after its first row. The ends of the story when there is none. */
export function chapterFrom(log: readonly Logged[], cursor: number, by: 1 | -1, head: number): number {
  const starts = chaptersOf(log).map((chapter) => chapter.first + 1);
  return by === 1
    ? (starts.find((start) => start > cursor) ?? head)
    : (starts.findLast((start) => start < cursor) ?? 0);
}
