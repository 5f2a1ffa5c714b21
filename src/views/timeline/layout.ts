/** Geometry of the strip: where rows, lanes, phases, labels and branches stand. Numbers only. */
import { zoomedAround, type Band, type View } from '../../store/timeline-view.ts';

/** A click left of the first row goes to power-on. */
export const pad = 8;
/** How the strip stands: as usual; folded, all accesses in one lane; large, every lane with its name over it. */
export type Look = 'usual' | 'folded' | 'large';
const usualHeight = 48;
const foldedHeight = 24;
const largePitch = 52;
const nameHeight = 16;
/** Under the lanes: what touches the selected register, and what was found. */
const rail = 8;
/** Nearer than this, rows are drawn as density. */
export const tickStep = 4;
/** From here on a row has room for the shape of its space. */
export const shapeStep = 10;

/** Where a moment stands: x of row boundary `row`. */
export const xOf = (row: number, { from, to }: View, width: number): number =>
  pad + ((row - from) / (to - from)) * (width - 2 * pad);

/** The place in the story under `x`, as a fraction of rows. */
export const rowAt = (x: number, { from, to }: View, width: number): number =>
  from + ((x - pad) / (width - 2 * pad)) * (to - from);

/** The cursor that a click at `x` means: the state after the row under it; 0 left of the first. */
export function cursorAt(x: number, view: View, width: number, head: number): number {
  const at = rowAt(x, view, width);
  return at < 0 ? 0 : Math.min(head, Math.floor(at) + 1);
}

/** Zooms by `factor` (above 1: closer) around the row under `x`. */
export function zoomed(view: View, factor: number, x: number, width: number, head: number): View {
  const inside = Math.max(pad, Math.min(width - pad, x));
  return zoomedAround(view, factor, rowAt(inside, view, width), head);
}

export const laneIds = ['config', 'io', 'memory', 'other', 'edits', 'problems'] as const;
export type LaneId = (typeof laneIds)[number];

export interface Lane {
  readonly top: number;
  readonly tall: number;
}
export type Lanes = Readonly<Partial<Record<LaneId, Lane>>>;

export const stripHeight = (look: Look, lanes: number): number =>
  look === 'large' ? Math.max(1, lanes) * largePitch + rail : look === 'folded' ? foldedHeight : usualHeight;

const isAccess = (id: LaneId): boolean => id !== 'edits' && id !== 'problems';

/** The lanes with something in them share the strip's height. */
export function lanesOf(isThere: (id: LaneId) => boolean, look: Look = 'usual'): Lanes {
  const shown = laneIds.filter(isThere);
  const place = (id: LaneId, i: number): Lane => {
    if (look === 'folded') return isAccess(id) ? { top: 2, tall: 8 } : { top: 11, tall: 5 };
    if (look === 'large') {
      const tall = isAccess(id) ? largePitch - nameHeight - 10 : 10;
      return { top: i * largePitch + nameHeight + 6, tall };
    }
    const pitch = (usualHeight - rail - 2) / shown.length;
    const tall = Math.min(9, Math.floor(pitch - 1.5));
    return { top: 2 + i * pitch + (pitch - tall) / 2, tall };
  };
  return Object.fromEntries(shown.map((id, i) => [id, place(id, i)]));
}

/** The lane that a place on the strip is in. */
export const laneAt = (y: number, lanes: Lanes): LaneId | undefined =>
  laneIds.find((id) => {
    const lane = lanes[id];
    return lane !== undefined && y >= lane.top - 2 && y <= lane.top + lane.tall + 2;
  });

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

/** Rows that rise. */
export interface Rising {
  readonly length: number;
  at(i: number): number | undefined;
}

/** Index of the first of rising rows that is `row` or after it. */
export function firstFrom(rows: Rising, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows.at(middle) ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The middles of these rows in view, at most one a step of `apart` pixels: however many rows, so much work as pixels. */
export function spotsOf(rows: Rising, view: View, width: number, apart = 1): number[] {
  const spots: number[] = [];
  const perPixel = (view.to - view.from) / (width - 2 * pad);
  let i = firstFrom(rows, Math.floor(view.from));
  while (i < rows.length) {
    const row = rows.at(i) ?? Infinity;
    if (row >= view.to) break;
    spots.push(xOf(row + 0.5, view, width));
    // many in a pixel: on by halves
    const beyond = row + perPixel * apart;
    i = perPixel * apart < 1 ? i + 1 : Math.max(i + 1, firstFrom(rows, Math.ceil(beyond)));
  }
  return spots;
}

/** Places for labels of given widths at `x`: in a row, without touching while there is room. Undefined: there is none. */
export function placeLabels(
  labels: readonly { readonly x: number; readonly width: number }[],
  width: number,
): (number | undefined)[] {
  let taken = 0;
  return labels.map((label) => {
    const x = Math.max(Math.min(label.x, width - label.width), taken);
    if (x + label.width > width || x - label.x > 2 * label.width) return undefined;
    taken = x + label.width + 4;
    return x;
  });
}

export interface PlacedBranch {
  /** Where it leaves, and where it ends. */
  readonly x: number;
  readonly end: number;
  /** Beside its line: before it, after it, or, where there is no room, over its end. */
  readonly labelX: number;
}

export function placeBranch(
  { fork, rows }: { readonly fork: number; readonly rows: number },
  view: View,
  width: number,
  label: number,
): PlacedBranch {
  const inside = (x: number): number => Math.max(0, Math.min(width, x));
  const x = inside(xOf(fork, view, width));
  const end = inside(xOf(rows, view, width));
  const before = x - label - 6;
  const after = end + 6;
  return { x, end, labelX: before >= 0 ? before : after + label <= width ? after : width - label };
}
