/** Blocks and holes of one column of the packing. Arithmetic only: a packed bus in, heights out. */
import { extentOf, type PackedBus, type PackedEntry } from '../../session/packing.ts';

export interface Block {
  readonly is: 'block';
  readonly index: number;
  readonly entry: PackedEntry;
  /** Pixels of the whole, and of what rounding adds to it. */
  readonly height: number;
  readonly rounding: number;
}

export interface Hole {
  readonly is: 'hole';
  readonly why: 'alignment' | 'empty';
  readonly bytes: number;
  readonly height: number;
}

/** Entries that are not drawn. */
export interface More {
  readonly is: 'more';
  readonly count: number;
  readonly height: number;
}

export interface Column {
  readonly marks: readonly (Block | Hole | More)[];
  /** Pixels that the sum's bracket spans: all but the hole at the end. */
  readonly height: number;
}

const line = 22;
const perDoubling = 2;
/** Doublings below which a block is no less high: a page of memory, four ports. */
const least = { io: 2, memory: 12, prefetch: 12 } as const;
/** More marks than this are left out, those far from the current one. */
const most = 40;

/** Pixels of so many bytes: a line of text, and a little more for every doubling. */
export function heightOf(bytes: number, kind: PackedBus['kind']): number {
  const doublings = Math.log2(Math.max(1, bytes)) - least[kind];
  return Math.round(line + perDoubling * Math.max(0, doublings));
}

/** The first and the end of `size` things around one of `count`. */
export function around(at: number, count: number, size: number): [first: number, end: number] {
  const first = Math.max(0, Math.min(at - Math.floor(size / 2), count - size));
  return [first, Math.min(count, first + size)];
}

/** A column around the entry `now`; a closed window is nothing to draw. */
export function columnOf(bus: PackedBus, now = 0): Column {
  const { entries, kind, base } = bus;
  const [first, end] = around(now, entries.length, most);
  const marks: (Block | Hole | More)[] = [];
  const more = (count: number): void => {
    if (count > 0) marks.push({ is: 'more', count, height: line });
  };
  let at = base;
  entries.forEach((entry, index) => {
    if (index === first) more(first);
    const { takes, bytes, address } = entry;
    const gap = address === undefined || at === undefined ? 0 : address - at;
    at = address === undefined ? undefined : address + takes;
    if (index < first || index >= end || takes === 0) return;
    if (gap > 0) marks.push({ is: 'hole', why: 'alignment', bytes: gap, height: heightOf(gap, kind) });
    const rounding = takes > bytes ? line - 4 : 0;
    marks.push({ is: 'block', index, entry, height: heightOf(takes, kind) + rounding, rounding });
  });
  more(entries.length - end);
  const height = marks.reduce((sum, mark) => sum + mark.height, 0);
  const empty = emptyAtEnd(bus);
  if (empty > 0) marks.push({ is: 'hole', why: 'empty', bytes: empty, height: heightOf(empty, kind) });
  return { marks, height };
}

/** What the window holds past its last entry. */
function emptyAtEnd(bus: PackedBus): number {
  const { entries, base, sum, window } = bus;
  if (window === undefined) return 0;
  const last = entries.at(-1);
  const used = last?.address === undefined || base === undefined ? sum : last.address + last.takes - base;
  return extentOf(bus).bytes - used;
}
