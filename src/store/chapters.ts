/** Chapters of the story: the phases that its entries and its programs name. */
import { Sentences } from '../session/sentences.ts';
import type { Logged } from '../session/log.ts';

export interface Chapter {
  /** A word of the catalogue, or the name itself. */
  readonly id: string;
  /** Its first row. */
  readonly first: number;
}

/** The chapters of a story that grows: of its many sentences only the new ones are looked at. */
export class Chapters {
  private said: readonly (Chapter & { readonly index: number })[] = [];

  /** All chapters, in the order of their rows, after the sentences from `from` on have become these. */
  after(log: readonly Logged[], sentences: Sentences, from: number): readonly Chapter[] {
    const said = this.said.filter(({ index }) => index < from);
    for (let index = from; index < sentences.length; index++) {
      const id = sentences.phaseOf(index);
      if (id !== undefined) said.push({ id, first: sentences.rowOf(index), index });
    }
    this.said = said;
    const entries = log.flatMap(({ entry: { phase }, first }) =>
      phase === undefined ? [] : [{ id: phase, first }],
    );
    return [...entries, ...said.map(({ id, first }) => ({ id, first }))].toSorted(
      (a, b) => a.first - b.first,
    );
  }
}

/** In the order of their rows. */
export const chaptersOf = (log: readonly Logged[], sentences = new Sentences()): readonly Chapter[] =>
  new Chapters().after(log, sentences, 0);

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
