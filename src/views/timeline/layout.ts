/** Geometry of the strip: which rows are in view, where they stand, what the phases and branches span. Numbers only. */
import { scaleSqrt } from 'd3';
import type { Chapter } from '../../store/chapters.ts';
import { lanes, type Bins } from './bins.ts';

/** Rows in view, [from, to): row `i` takes the stretch from `i` to `i + 1`. */
export interface View {
  readonly from: number;
  readonly to: number;
}

/** A click left of the first row goes to power-on. */
export const pad = 8;
export const stripHeight = 40;
const laneHeight = 9;
/** Nearer than this, rows are drawn as density. */
export const tickStep = 4;
const leastRows = 8;

export const whole = (head: number): View => ({ from: 0, to: Math.max(1, head) });

/** Where a moment stands: x of row boundary `row`. */
export const xOf = (row: number, { from, to }: View, width: number): number =>
  pad + ((row - from) / (to - from)) * (width - 2 * pad);

/** The cursor that a click at `x` means: the state after the row under it; 0 left of the first. */
export function cursorAt(x: number, view: View, width: number, head: number): number {
  const at = view.from + ((x - pad) / (width - 2 * pad)) * (view.to - view.from);
  if (at < 0) return 0;
  return Math.min(head, Math.floor(at) + 1);
}

const held = (from: number, rows: number, head: number): View => {
  const start = Math.max(0, Math.min(from, head - rows));
  return { from: start, to: start + rows };
};

/** Zooms by `factor` (above 1: closer) around the row under `x`; never past the ends or nearer than a few rows. */
export function zoomed(view: View, factor: number, x: number, width: number, head: number): View {
  const all = Math.max(1, head);
  const rows = Math.min(all, Math.max(Math.min(leastRows, all), (view.to - view.from) / factor));
  const share = Math.max(0, Math.min(1, (x - pad) / (width - 2 * pad)));
  const anchor = view.from + share * (view.to - view.from);
  return held(anchor - share * rows, rows, all);
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

export interface Rect {
  readonly x: number;
  readonly width: number;
}

/** A band inside the view with a seam at its right, or undefined when it is out of it. */
export function bandRect({ first, end }: Band, view: View, width: number): Rect | undefined {
  const left = first <= view.from ? 0 : xOf(first, view, width);
  const right = end >= view.to ? width : xOf(end, view, width) - 3;
  return end <= view.from || first >= view.to ? undefined : { x: left, width: Math.max(1, right - left) };
}

/** SVG path data of the strip's marks. */
export interface Marks {
  /** By lane. */
  readonly ticks: readonly string[];
  /** Crosses on what nobody claimed. */
  readonly crosses: string;
  /** Its share of a bar of density. */
  readonly unclaimed: string;
  /** Under accesses to the selected register. */
  readonly watched: string;
}

/** Lanes that the strip shows: the last only when something is in it. */
const laneTop = (lane: number, shown: number): number => (shown > 3 ? 1.5 + lane * 9.6 : 3 + lane * 12);

/** What to bin: whole rows, one column each, while they can be told apart; else the view, one column a pixel. */
export interface Cut extends View {
  readonly columns: number;
  readonly single: boolean;
}

export function cutOf(view: View, width: number): Cut {
  const pixels = Math.max(1, Math.floor(width - 2 * pad));
  const from = Math.floor(view.from);
  const to = Math.ceil(view.to);
  const single = (to - from) * tickStep <= pixels;
  return single ? { from, to, columns: to - from, single } : { ...view, columns: pixels, single };
}

/** Ticks while every column is a row, bars of density when not. Each column's middle is its place. */
export function marksOf(bins: Bins, { from, to, single }: Cut, view: View, width: number): Marks {
  const { columns, counts, unclaimed, marks, most } = bins;
  const rows = (to - from) / columns;
  const step = xOf(from + rows, view, width) - xOf(from, view, width);
  const middle = (c: number): number => xOf(from + (c + 0.5) * rows, view, width);
  const shown = counts.subarray(3 * columns).some((n) => n > 0) ? 4 : 3;
  const tall = shown > 3 ? 8 : laneHeight;
  const heightOf = scaleSqrt([0, Math.max(1, most)], [2, tall]);
  const wide = single ? Math.min(3, step * 0.6) : Math.max(1, step);
  const ticks = lanes.map(() => '');
  let crosses = '';
  let share = '';
  let watched = '';
  for (let lane = 0; lane < lanes.length; lane++) {
    const top = laneTop(lane, shown);
    const parts: string[] = [];
    for (let c = 0; c < columns; c++) {
      const n = counts[lane * columns + c] ?? 0;
      if (n === 0) continue;
      const x = middle(c);
      const bad = unclaimed[lane * columns + c] ?? 0;
      if (single && bad > 0) crosses += cross(x, top + tall / 2, Math.min(3, step * 0.45));
      else {
        const h = single ? tall : heightOf(n);
        parts.push(bar(x - wide / 2, top + tall - h, wide, h));
        if (bad > 0) share += bar(x - wide / 2, top + tall - (h * bad) / n, wide, (h * bad) / n);
      }
    }
    ticks[lane] = parts.join('');
  }
  const under = Math.max(3, wide + 4);
  for (let c = 0; c < columns; c++) {
    if (marks[c] !== 1) continue;
    watched += bar(middle(c) - under / 2, stripHeight - 4, under, 4);
  }
  return { ticks, crosses, unclaimed: share, watched };
}

const tenths = (n: number): number => Math.round(n * 10) / 10;
const bar = (x: number, y: number, width: number, height: number): string =>
  `M${tenths(x)} ${tenths(y)}h${tenths(width)}v${tenths(height)}h${-tenths(width)}z`;

const cross = (x: number, y: number, r: number): string =>
  `M${(x - r).toFixed(1)} ${(y - r).toFixed(1)}l${(2 * r).toFixed(1)} ${(2 * r).toFixed(1)}m0 -${(2 * r).toFixed(1)}l-${(2 * r).toFixed(1)} ${(2 * r).toFixed(1)}`;

export interface PlacedBranch {
  readonly id: number;
  readonly fork: number;
  readonly rows: number;
  readonly x: number;
  readonly end: number;
  readonly labelX: number;
}

const branchLabel = 96;

/** Branches by where they leave the story; their labels stand in a row without touching while there is room. */
export function placeBranches(
  branches: readonly { id: number; fork: number; rows: number }[],
  view: View,
  width: number,
): PlacedBranch[] {
  let taken = 0;
  const inside = (x: number): number => Math.max(0, Math.min(width, x));
  return [...branches]
    .sort((a, b) => a.fork - b.fork)
    .map(({ id, fork, rows }) => {
      const x = inside(xOf(fork, view, width));
      const labelX = Math.min(Math.max(x + 8, taken), Math.max(0, width - branchLabel));
      taken = labelX + branchLabel + 4;
      return { id, fork, rows, x, end: inside(xOf(rows, view, width)), labelX };
    });
}
