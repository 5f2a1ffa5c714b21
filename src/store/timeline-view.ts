/** Which rows of the story are in view, and how the story is cut into phases. Arithmetic; rows, no pixels. */
import type { Chapter } from './chapters.ts';

/** Rows in view, [from, to): row `i` takes the stretch from `i` to `i + 1`. */
export interface View {
  readonly from: number;
  readonly to: number;
}

const leastRows = 8;

export const whole = (head: number): View => ({ from: 0, to: Math.max(1, head) });

export const isWhole = ({ from, to }: View, head: number): boolean => to - from >= Math.max(1, head);

const held = (from: number, rows: number, head: number): View => {
  const start = Math.max(0, Math.min(from, head - rows));
  return { from: start, to: start + rows };
};

/** Zooms by `factor` (above 1: closer) around `row`, which keeps its place; never past the ends or nearer than a few rows. */
export function zoomedAround(view: View, factor: number, row: number, head: number): View {
  const all = Math.max(1, head);
  const before = view.to - view.from;
  const rows = Math.min(all, Math.max(Math.min(leastRows, all), before / factor));
  return held(row - ((row - view.from) / before) * rows, rows, all);
}

/** Moves the view by `rows`. */
export const panned = (view: View, rows: number, head: number): View =>
  held(view.from + rows, view.to - view.from, Math.max(1, head));

/** The same zoom, moved just so far that the cursor is in it. */
export function keeping(view: View, cursor: number, head: number): View {
  const all = Math.max(1, head);
  const rows = Math.min(all, view.to - view.from);
  const edge = Math.min(rows / 4, 4);
  if (cursor < view.from + 1) return held(cursor - 1 - edge, rows, all);
  if (cursor > view.from + rows) return held(cursor + edge - rows, rows, all);
  return held(view.from, rows, all);
}

export interface Band {
  /** Of the chapter; undefined before the first. */
  readonly id: string | undefined;
  readonly first: number;
  /** Row after its last. */
  readonly end: number;
}

/** The story cut into phases. */
export function bandsOf(chapters: readonly Chapter[], head: number): Band[] {
  const all = chapters[0]?.first === 0 ? chapters : [{ id: undefined, first: 0 }, ...chapters];
  return all
    .map(({ id, first }, i) => ({ id, first, end: all[i + 1]?.first ?? Math.max(1, head) }))
    .filter((b) => b.end > b.first);
}

/** The band of the row before the cursor. */
export const bandAt = (bands: readonly Band[], cursor: number): number =>
  bands.findLastIndex((b) => b.first <= Math.max(0, cursor - 1));
