/** Path data of the strip's marks: a shape for every row while there is room, bars of density when not. Few paths, however many rows. */
import { Op, Outcome, type Trace } from '../../engine/trace.ts';
import { lanes as binLanes, type Bins } from '../../store/overview.ts';
import type { View } from '../../store/timeline-view.ts';
import { shapeStep, spotsOf, xOf, type Cut, type LaneId, type Lanes, type Rising } from './layout.ts';

/** What a row looks like; interrupts, DMA and events share a lane. */
export const kinds = ['config', 'io', 'memory', 'message', 'dma', 'event'] as const;
export type Kind = (typeof kinds)[number];

const kindOf: readonly Kind[] = ['io', 'memory', 'config', 'config', 'config', 'dma', 'message', 'event'];

/** Of an op as the trace keeps it, with or without the bit of a write. */
export const kindOfOp = (op: number): Kind => kindOf[op & 127] ?? 'event';
export const laneOfKind = (kind: Kind): LaneId =>
  kind === 'config' || kind === 'io' || kind === 'memory' ? kind : 'other';

export interface Path {
  readonly kind: Kind;
  /** Drawn as an outline: a read, where there is room for a shape. */
  readonly isHollow: boolean;
  readonly d: string;
}

export interface Marks {
  readonly paths: readonly Path[];
  /** Crosses on what nobody claimed. */
  readonly crosses: string;
  /** Its share of a bar of density. */
  readonly unclaimed: string;
}

type Columns = Pick<Trace, 'op' | 'outcome' | 'length'>;

const tenths = (n: number): string => String(Math.round(n * 10) / 10);
const bar = (x: number, y: number, width: number, height: number): string =>
  `M${tenths(x)} ${tenths(y)}h${tenths(width)}v${tenths(height)}h${tenths(-width)}z`;
const cross = (x: number, y: number, r: number, tall = r): string =>
  `M${tenths(x - r)} ${tenths(y - tall)}l${tenths(2 * r)} ${tenths(2 * tall)}m0 ${tenths(-2 * tall)}l${tenths(-2 * r)} ${tenths(2 * tall)}`;
const polygon = (points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${tenths(x)} ${tenths(y)}`).join('L')}z`;

/** The shape of a space around (x, y). */
function shape(kind: Kind, x: number, y: number, r: number): string {
  switch (kind) {
    case 'config':
      return bar(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
    case 'io':
      return polygon([
        [x, y - r * 1.15],
        [x + r * 1.15, y],
        [x, y + r * 1.15],
        [x - r * 1.15, y],
      ]);
    case 'memory': {
      const arc = `a${tenths(r)} ${tenths(r)} 0 0 1 `;
      return `M${tenths(x - r)} ${tenths(y)}${arc}${tenths(2 * r)} 0${arc}${tenths(-2 * r)} 0z`;
    }
    case 'message':
      return polygon([
        [x, y - r],
        [x + r * 1.1, y + r * 0.9],
        [x - r * 1.1, y + r * 0.9],
      ]);
    case 'dma':
      return polygon(
        [0, 1, 2, 3, 4, 5].map((k) => [
          x + r * 1.05 * Math.cos((k * Math.PI) / 3),
          y + r * 1.05 * Math.sin((k * Math.PI) / 3),
        ]),
      );
    case 'event':
      return bar(x - 1, y - r, 2, 2 * r);
  }
}

/** One mark a row: its shape, filled for a write and an outline for a read; with less room a bar, half as high for a read. */
export function ticksOf(trace: Columns, cut: Cut, view: View, width: number, lanes: Lanes): Marks {
  const step = xOf(1, view, width) - xOf(0, view, width);
  const isShaped = step >= shapeStep;
  const wide = Math.min(3, step * 0.6);
  const drawn = new Map<string, { kind: Kind; isHollow: boolean; d: string[] }>();
  let crosses = '';
  for (let row = Math.max(0, cut.from); row < Math.min(cut.to, trace.length); row++) {
    const op = trace.op[row] ?? 0;
    const kind = kindOfOp(op);
    const lane = lanes[laneOfKind(kind)];
    if (!lane) continue;
    const x = xOf(row + 0.5, view, width);
    const y = lane.top + lane.tall / 2;
    if (trace.outcome[row] === Outcome.unclaimed) {
      crosses += cross(x, y, Math.min(lane.tall / 2 - 0.5, step * 0.4), Math.min(lane.tall / 2 - 0.5, 6));
      continue;
    }
    const isRead = op < 128 && (op & 127) !== Op.message && (op & 127) !== Op.event;
    const isHollow = isRead && isShaped;
    const key = `${kind} ${String(isHollow)}`;
    const path = drawn.get(key) ?? { kind, isHollow, d: [] };
    drawn.set(key, path);
    const tall = isRead ? lane.tall * 0.5 : lane.tall;
    path.d.push(
      isShaped
        ? shape(kind, x, y, Math.min(lane.tall / 2, step * 0.4) - (isHollow ? 0.75 : 0))
        : bar(x - wide / 2, lane.top + lane.tall - tall, wide, tall),
    );
  }
  const paths = [...drawn.values()].map(({ d, ...path }) => ({ ...path, d: d.join('') }));
  return { paths, crosses, unclaimed: '' };
}

/** Crosses on bars of density keep this distance. */
const crossStep = 9;

/** Bars of density, a column a pixel; their height grows with the root of the count. */
export function densityOf(bins: Bins, { from, to }: Cut, view: View, width: number, lanes: Lanes): Marks {
  const { columns, counts, unclaimed, most } = bins;
  const rows = (to - from) / columns;
  const wide = Math.max(1, xOf(from + rows, view, width) - xOf(from, view, width));
  let share = '';
  let crosses = '';
  const paths = binLanes.map((id, at): Path => {
    const lane = lanes[id];
    const parts: string[] = [];
    let crossed = -Infinity;
    // areas tell; a scale of d3 would bring its colours and number formats along
    const heightOf = (n: number): number => 2 + Math.sqrt(n / Math.max(1, most)) * ((lane?.tall ?? 0) - 2);
    for (let c = 0; lane && c < columns; c++) {
      const n = counts[at * columns + c] ?? 0;
      if (n === 0) continue;
      const x = xOf(from + (c + 0.5) * rows, view, width) - wide / 2;
      const bad = unclaimed[at * columns + c] ?? 0;
      const h = heightOf(n);
      const base = lane.top + lane.tall;
      parts.push(bar(x, base - h, wide, h));
      if (bad === 0) continue;
      share += bar(x, base - (h * bad) / n, wide, (h * bad) / n);
      // colour alone tells nobody
      if (x < crossed + crossStep) continue;
      crossed = x;
      crosses += cross(x, base - 2.5, 2.5);
    }
    return { kind: id === 'other' ? 'message' : id, isHollow: false, d: parts.join('') };
  });
  return { paths, crosses, unclaimed: share };
}

/** Under accesses to the selected register. */
export function watchedOf(
  marks: Uint8Array,
  { from, to, columns, single }: Cut,
  view: View,
  width: number,
  height: number,
): string {
  const rows = (to - from) / columns;
  const step = xOf(from + rows, view, width) - xOf(from, view, width);
  const under = Math.max(3, (single ? Math.min(3, step * 0.6) : Math.max(1, step)) + 4);
  let d = '';
  for (let c = 0; c < columns; c++) {
    if (marks[c] === 1) d += bar(xOf(from + (c + 0.5) * rows, view, width) - under / 2, height - 3, under, 3);
  }
  return d;
}

/** A double line under what was found. */
export const foundOf = (rows: Rising, view: View, width: number, height: number): string =>
  spotsOf(rows, view, width)
    .map((x) => bar(x - 4, height - 8, 8, 1) + bar(x - 4, height - 5.5, 8, 1))
    .join('');

/** What a person did: a wedge that points at its first access. */
export function editsOf(rows: Rising, view: View, width: number, lanes: Lanes): string {
  const lane = lanes.edits;
  if (!lane) return '';
  const middle = lane.top + lane.tall / 2;
  return spotsOf(rows, view, width, 3)
    .map((x) =>
      polygon([
        [x - 2.5, middle + 2],
        [x, middle - 2],
        [x + 2.5, middle + 2],
      ]),
    )
    .join('');
}

/** A row that an engineer would remark upon: an exclamation mark. */
export function problemsOf(rows: Rising, view: View, width: number, lanes: Lanes): string {
  const lane = lanes.problems;
  if (!lane) return '';
  const { top, tall } = lane;
  return spotsOf(rows, view, width, 3)
    .map((x) => bar(x - 1, top, 2, tall - 3) + bar(x - 1, top + tall - 2, 2, 2))
    .join('');
}

/** A branch's own rows on its lane, while they can be told apart. */
export function branchTicks(ops: Uint8Array, fork: number, view: View, width: number): readonly Path[] {
  const step = xOf(1, view, width) - xOf(0, view, width);
  if (step < 3) return [];
  const from = Math.max(0, Math.floor(view.from) - fork);
  const to = Math.min(ops.length, Math.ceil(view.to) - fork);
  const parts = new Map<Kind, string>();
  for (let i = from; i < to; i++) {
    const kind = kindOfOp(ops[i] ?? 0);
    const x = xOf(fork + i + 0.5, view, width);
    parts.set(kind, (parts.get(kind) ?? '') + bar(x - 1, 9, 2, 6));
  }
  return [...parts].map(([kind, d]) => ({ kind, isHollow: false, d }));
}
