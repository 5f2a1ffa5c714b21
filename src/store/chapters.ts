/** Chapters of the story: the phases that its entries and its programs name. */
import type { Sentence } from '../session/running.ts';
import type { Logged } from '../session/log.ts';

export interface Chapter {
  /** A word of the catalogue, or the name itself. */
  readonly id: string;
  /** Its first row. */
  readonly first: number;
}

/** In the order of their rows. */
export function chaptersOf(log: readonly Logged[], sentences: readonly Sentence[]): readonly Chapter[] {
  const entries = log.flatMap(({ entry: { phase }, first }) =>
    phase === undefined ? [] : [{ id: phase, first }],
  );
  const said = sentences.flatMap(({ phase, row }) =>
    phase === undefined ? [] : [{ id: phase, first: row }],
  );
  return [...entries, ...said].toSorted((a, b) => a.first - b.first);
}

/** The chapter of the row before `cursor`; at power-on the first, if it starts there. */
export const chapterAt = (chapters: readonly Chapter[], cursor: number): Chapter | undefined =>
  chapters.findLast((chapter) => chapter.first <= Math.max(0, cursor - 1));

/** Where a chapter on (1) or back (-1) begins: after its first row. The ends of the story when there is none. */
export function chapterFrom(chapters: readonly Chapter[], cursor: number, by: 1 | -1, head: number): number {
  const starts = chapters.map((chapter) => chapter.first + 1);
  return by === 1
    ? (starts.find((start) => start > cursor) ?? head)
    : (starts.findLast((start) => start < cursor) ?? 0);
}
