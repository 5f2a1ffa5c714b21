/**
 * Geometry of the address map: numbers only. The column is cut at every edge of a block or window; each piece gets a height
 * (the logarithm of its size, held between bounds), so that order and touching are kept and labels never collide.
 */
import { bisector, greatest, scaleLinear, scaleLog } from 'd3';
import type { Block, MapWindow } from './items.ts';
import { isClosed, isDrawn } from './items.ts';

export interface Box {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A stretch that nobody answers. `break`: drawn as a wavy line, not to scale; `free`: room inside a window; else just space. */
export interface Gap {
  readonly kind: 'break' | 'free' | 'space';
  readonly y: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
}

/** A bracket at the right of what a window holds. */
export interface Bracket extends Box {
  /** Around nothing. */
  readonly isClosed: boolean;
  readonly labelY: number;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  /** The axis, and the column of blocks. */
  readonly axisX: number;
  readonly column: { readonly x: number; readonly width: number; readonly height: number };
  /** Highest address first, then the shelf. */
  readonly boxes: readonly Box[];
  readonly gaps: readonly Gap[];
  readonly brackets: readonly Bracket[];
  /** Left end of the brackets' labels. */
  readonly labelX: number;
  /** Addresses beside the axis, at the lower edge of what begins there. */
  readonly ticks: readonly { readonly y: number; readonly address: number }[];
  /** What is being sized, in place of an address. */
  readonly sizing: readonly { readonly key: string; readonly y: number }[];
  /** Where 4 GiB is, when anything lies above it. */
  readonly divider: number | undefined;
  /** Where the shelf of what has no address begins. */
  readonly shelf: number | undefined;
  /** The height at which an address is drawn. */
  readonly y: (address: number) => number;
}

export const least = 24;
const most = 84;
const piece = 14;
const between = 2;
const fourGiB = 2 ** 32;
const bracketStep = 9;
const labelWidth = 50;
export const labelHeight = 30;
const shelfHead = 26;
const closedHeight = 6;

/** Digits of the longest address, and the room they need beside the axis. */
export const digitsOf = (blocks: readonly Block[], io: boolean): number =>
  io ? 4 : blocks.some((b) => inColumn(b) && b.to >= fourGiB) ? 11 : 8;

export const inColumn = (b: Block): boolean => b.state === 'on' || b.state === 'off' || b.state === 'unsized';

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly covers: readonly Block[];
  readonly inside: boolean;
}

/** Pieces from the highest address down. */
function cut(blocks: readonly Block[], windows: readonly MapWindow[]): Piece[] {
  const edges = new Set<number>();
  for (const b of [...blocks, ...windows]) edges.add(b.from).add(b.to + 1);
  if (blocks.some((b) => b.from >= fourGiB)) edges.add(fourGiB);
  const sorted = [...edges].sort((a, b) => b - a);
  return sorted.slice(1).map((from, i) => {
    const to = (sorted[i] ?? from) - 1;
    const holds = (b: { from: number; to: number }): boolean => b.from <= from && b.to >= to;
    return { from, to, covers: blocks.filter(holds), inside: windows.some(holds) };
  });
}

const breakAt = (io: boolean): number => (io ? 0x400 : 0x200_0000);

function gapKind(p: Piece, io: boolean): Gap['kind'] {
  const bytes = p.to - p.from + 1;
  if (p.inside && bytes >= (io ? 0x100 : 0x1_0000)) return 'free';
  return bytes >= breakAt(io) ? 'break' : 'space';
}

const gapHeight = { break: 22, free: 20, space: 6 } as const;

/** Lays out one space in `width` pixels; blocks grow towards `room` pixels of height when there is room. */
export function layoutOf(
  items: {
    readonly space: 'io' | 'memory';
    readonly blocks: readonly Block[];
    readonly windows: readonly MapWindow[];
  },
  width: number,
  room: number,
): MapLayout {
  const io = items.space === 'io';
  const blocks = items.blocks.filter(inColumn);
  const windows = items.windows.filter(isDrawn);
  const pieces = cut(blocks, windows);

  // heights
  const grow = scaleLog([io ? 4 : 0x1000, io ? 0x400 : 0x1000_0000], [least, most]).clamp(true);
  const parts = new Map<Block, number>();
  for (const p of pieces) for (const b of p.covers) parts.set(b, (parts.get(b) ?? 0) + 1);
  const wanted = (p: Piece, stretch: number): number => {
    if (p.covers.length === 0) return gapHeight[gapKind(p, io)];
    const share = (b: Block): number =>
      (least + stretch * (grow(b.to - b.from + 1) - least)) / (parts.get(b) ?? 1);
    return Math.max(piece, ...p.covers.map(share));
  };
  const total = (stretch: number): number =>
    pieces.reduce((sum, p) => sum + wanted(p, stretch) + (p.covers.length > 0 ? between : 0), 0);
  const shelved = shelf(items.blocks);
  const sized = items.blocks.filter((b) => b.state === 'sizing');
  const small = total(0);
  const large = total(1);
  const spare =
    room -
    16 -
    sized.length * (least + 8) -
    (shelved.length > 0 ? shelfHead + Math.ceil(shelved.length / 2) * (least + 4) : 0) -
    small;
  const stretch = large > small ? Math.max(0, Math.min(1, spare / (large - small))) : 0;

  // what is being sized has no address: it stands in the largest break, where nothing is to scale
  const broken = pieces.filter((p) => p.covers.length === 0 && gapKind(p, io) === 'break');
  const widest = greatest(broken, (p) => p.to - p.from);
  const sizing: { key: string; y: number }[] = [];

  // from the top down
  const tops = new Map<number, number>();
  const bottoms = new Map<number, number>();
  const gaps: Gap[] = [];
  let y = 8;
  for (const p of pieces) {
    const height = wanted(p, stretch);
    if (p === widest) {
      for (const { key } of sized) {
        sizing.push({ key, y: y + 4 });
        y += least + 8;
      }
    }
    tops.set(p.to, y);
    if (p.covers.length === 0) gaps.push({ kind: gapKind(p, io), y, height, from: p.from, to: p.to });
    y += height;
    bottoms.set(p.from, y);
    // no seam inside a block
    if (p.covers.length > 0 && p.covers.every((b) => b.from === p.from)) y += between;
  }
  if (widest === undefined) {
    for (const { key } of sized) {
      sizing.push({ key, y: y + 4 });
      y += least + 8;
    }
  }
  const columnHeight = y;

  // across
  const axisX = digitsOf(items.blocks, io) * 6.6 + (io ? 12 : 15);
  const columnX = axisX + 7;
  const closed = items.windows.filter(isClosed);
  const deepest = Math.max(-1, ...windows.map((w) => w.depth), ...closed.map((w) => w.depth));
  const bracketRoom = deepest >= 0 ? 8 + (deepest + 1) * bracketStep + 4 + labelWidth : 0;
  const columnWidth = Math.max(96, Math.min(280, width - columnX - bracketRoom));
  const lanes = lanesOf(blocks);
  const boxes: Box[] = blocks
    .map((b) => {
      const { lane, of } = lanes.get(b.key) ?? { lane: 0, of: 1 };
      const top = tops.get(b.to) ?? 0;
      const w = (columnWidth - (of - 1) * between) / of;
      return {
        key: b.key,
        x: columnX + lane * (w + between),
        y: top,
        width: w,
        height: (bottoms.get(b.from) ?? top) - top,
      };
    })
    .sort((a, b) => a.y - b.y || a.x - b.x);

  const rightX = columnX + columnWidth;
  const heightAt = scaleOf(pieces, tops, bottoms);
  const bracketX = (depth: number): number => rightX + 8 + (deepest - depth) * bracketStep;
  const brackets = spread([
    ...windows.map((w) => {
      const top = tops.get(w.to) ?? 0;
      const height = (bottoms.get(w.from) ?? top) - top;
      return { key: w.key, x: bracketX(w.depth), y: top, width: 8, height, isClosed: false };
    }),
    ...closed.map((w) => {
      const top = heightAt(w.needs?.from ?? w.from) - closedHeight;
      return { key: w.key, x: bracketX(w.depth), y: top, width: 8, height: closedHeight, isClosed: true };
    }),
  ]);

  for (const { key, y: top } of sizing)
    boxes.push({ key, x: columnX, y: top, width: columnWidth, height: least });

  // the shelf
  const full = width - columnX;
  const perRow = full >= 236 ? 2 : 1;
  const wide = (Math.min(full, 300) - (perRow - 1) * 6) / perRow;
  const rowOf = (i: number): number => columnHeight + shelfHead + Math.floor(i / perRow) * (least + 4);
  shelved.forEach(({ key }, i) => {
    boxes.push({ key, x: columnX + (i % perRow) * (wide + 6), y: rowOf(i), width: wide, height: least });
  });
  const end = shelved.length > 0 ? rowOf(shelved.length - 1) + least : columnHeight;
  const labelEnd = Math.max(0, ...brackets.map((b) => b.labelY + labelHeight));

  return {
    width,
    height: Math.max(end, labelEnd) + 8,
    axisX,
    column: { x: columnX, width: columnWidth, height: columnHeight },
    boxes,
    gaps,
    brackets,
    labelX: rightX + 8 + (deepest + 1) * bracketStep + 4,
    ticks: ticksOf(blocks, windows, bottoms),
    sizing,
    divider: blocks.some((b) => b.from >= fourGiB) ? (bottoms.get(fourGiB) ?? undefined) : undefined,
    shelf: shelved.length > 0 ? columnHeight : undefined,
    y: heightAt,
  };
}

/** What has no address; an unused ROM BAR is left out. */
const shelf = (blocks: readonly Block[]): Block[] =>
  blocks.filter((b) => b.state === 'unplaced' && b.bar?.kind !== 'rom');

/** Blocks at the same addresses stand side by side, as few lanes as it takes. */
function lanesOf(blocks: readonly Block[]): Map<string, { lane: number; of: number }> {
  const placed = new Map<string, { lane: number; of: number }>();
  let cluster: { block: Block; lane: number }[] = [];
  let reach = -1;
  const close = (): void => {
    const of = Math.max(0, ...cluster.map((c) => c.lane)) + 1;
    for (const { block, lane } of cluster) placed.set(block.key, { lane, of });
    cluster = [];
  };
  for (const block of [...blocks].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (block.from > reach) close();
    const taken = new Set(cluster.filter((c) => c.block.to >= block.from).map((c) => c.lane));
    let lane = 0;
    while (taken.has(lane)) lane++;
    cluster.push({ block, lane });
    reach = Math.max(reach, block.to);
  }
  close();
  return placed;
}

/** Labels beside the middle of their brackets, pushed down where they would touch. */
function spread(boxes: readonly Omit<Bracket, 'labelY'>[]): Bracket[] {
  let last = -Infinity;
  return boxes
    .map((b) => ({ ...b, labelY: Math.max(4, b.y + b.height / 2 - labelHeight / 2) }))
    .sort((a, b) => a.labelY - b.labelY)
    .map((b) => {
      const labelY = Math.max(b.labelY, last + labelHeight + 2);
      last = labelY;
      return { ...b, labelY };
    });
}

/** Addresses at lower edges of blocks, then of windows where there is room. The highest address stands on top. */
function ticksOf(
  blocks: readonly Block[],
  windows: readonly MapWindow[],
  bottoms: ReadonlyMap<number, number>,
): MapLayout['ticks'] {
  const ticks: { y: number; address: number }[] = [];
  const add = (address: number, y: number): void => {
    if (ticks.every((t) => Math.abs(t.y - y) >= 13)) ticks.push({ y, address });
  };
  const top = blocks.reduce((high, b) => Math.max(high, b.to), -1);
  // where sizes are unknown the highest block ends where it begins
  if (top >= 0 && blocks.every((b) => b.from !== top)) add(top, 18);
  for (const { from } of [...blocks].sort((a, b) => a.from - b.from)) add(from, bottoms.get(from) ?? 0);
  for (const { from } of windows) add(from, bottoms.get(from) ?? 0);
  return ticks.sort((a, b) => a.y - b.y);
}

/** Straight inside a piece. */
function scaleOf(
  pieces: readonly Piece[],
  tops: ReadonlyMap<number, number>,
  bottoms: ReadonlyMap<number, number>,
): (address: number) => number {
  const rising = [...pieces].reverse();
  const find = bisector((p: Piece) => p.to).left;
  return (address) => {
    const p = rising[Math.min(find(rising, address), rising.length - 1)];
    if (p === undefined) return 0;
    const range = [(bottoms.get(p.from) ?? 0) - 3, (tops.get(p.to) ?? 0) + 3];
    return scaleLinear([p.from, Math.max(p.to, p.from + 1)], range).clamp(true)(address);
  };
}
