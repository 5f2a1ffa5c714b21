/** Geometry of two maps at one scale: numbers only. An address has one height, so what did not move is level. */
import type { Place } from '../../session/places.ts';
import { isWindow } from '../../session/places.ts';

export interface Located {
  readonly key: string;
  readonly place: Place;
}

export interface Box extends Located {
  readonly y: number;
  readonly height: number;
  /** Of blocks that lie on each other, which from the left, of how many. */
  readonly lane: number;
  readonly lanes: number;
}

/** The same BAR on both sides, by the middles of its blocks. */
export interface Link {
  readonly key: string;
  readonly left: number;
  readonly right: number;
  readonly moved: boolean;
}

export interface Columns {
  readonly left: readonly Box[];
  readonly right: readonly Box[];
  readonly leftWindows: readonly Box[];
  readonly rightWindows: readonly Box[];
  readonly links: readonly Link[];
  readonly ticks: readonly { readonly y: number; readonly address: number }[];
  readonly height: number;
}

const least = 16;
const most = 44;
const gap = 10;
const wideGap = 20;
const between = 2;
const tickEvery = 13;

/** Grows with the logarithm of the size. */
const heightOf = (bytes: number, io: boolean): number => {
  const [low, high] = io ? [2, 10] : [12, 28];
  const share = (Math.log2(Math.max(1, bytes)) - low) / (high - low);
  return least + (most - least) * Math.max(0, Math.min(1, share));
};

/** A window as reset leaves it. */
const isUnset = (place: Place): boolean => isWindow(place) && place.state === 'off' && place.from === 0;

const endOf = ({ from, to }: Place): number => to ?? from;

/** Places of one space that have an address, of both sides. Blocks and windows come back apart. */
export function columnsOf(left: readonly Located[], right: readonly Located[], io: boolean): Columns {
  const has = ({ place }: Located): boolean =>
    place.state !== 'none' && (place.space === 'io') === io && !isUnset(place);
  const [here, there] = [left.filter(has), right.filter(has)];
  const all = [...here, ...there];
  const blocks = all.filter(({ place }) => !isWindow(place));
  const edges = new Set(all.flatMap(({ place }) => [place.from, endOf(place) + 1]));
  const sorted = [...edges].toSorted((a, b) => b - a);
  const pieces = sorted.slice(1).map((from, i) => {
    const to = (sorted[i] ?? from) - 1;
    return { from, to, covers: blocks.filter(({ place }) => place.from <= from && endOf(place) >= to) };
  });
  const shares = new Map<Located, number>();
  for (const { covers } of pieces) for (const b of covers) shares.set(b, (shares.get(b) ?? 0) + 1);
  const tops = new Map<number, number>();
  const bottoms = new Map<number, number>();
  let y = 6;
  for (const { from, to, covers } of pieces) {
    tops.set(to, y);
    const heights = covers.map((b) => heightOf(endOf(b.place) - b.place.from + 1, io) / (shares.get(b) ?? 1));
    const isWide = to - from >= (io ? 0x400 : 0x200_0000);
    y += covers.length > 0 ? Math.max(6, ...heights) : isWide ? wideGap : gap;
    bottoms.set(from, y);
    if (covers.length > 0 && covers.every(({ place }) => place.from === from)) y += between;
  }
  const boxesOf = (list: readonly Located[]): Box[] => {
    const boxes = list.map((b) => {
      const top = tops.get(endOf(b.place)) ?? 0;
      return { ...b, y: top, height: (bottoms.get(b.place.from) ?? top) - top, lane: 0, lanes: 1 };
    });
    return boxes.map((box, i) => {
      const over = boxes.flatMap((other, j) =>
        other.y < box.y + box.height && box.y < other.y + other.height ? [j] : [],
      );
      return { ...box, lane: over.indexOf(i), lanes: over.length };
    });
  };
  const [l, r] = [here, there].map((list) => boxesOf(list.filter(({ place }) => !isWindow(place))));
  const [lw, rw] = [here, there].map((list) => boxesOf(list.filter(({ place }) => isWindow(place))));
  const others = new Map(r?.map((box) => [box.key, box]));
  const links = (l ?? []).flatMap((box): Link[] => {
    const other = others.get(box.key);
    if (!other) return [];
    const moved = other.place.from !== box.place.from;
    return [{ key: box.key, left: box.y + box.height / 2, right: other.y + other.height / 2, moved }];
  });
  return {
    left: l ?? [],
    right: r ?? [],
    leftWindows: lw ?? [],
    rightWindows: rw ?? [],
    links,
    ticks: ticksOf([...(l ?? []), ...(r ?? [])]),
    height: y + 6,
  };
}

/** Where blocks begin, the lowest first, as many as can be read. */
function ticksOf(boxes: readonly Box[]): { y: number; address: number }[] {
  const found: { y: number; address: number }[] = [];
  const begins = boxes.map(({ y, height, place }) => ({ y: y + height, address: place.from }));
  for (const tick of begins.toSorted((a, b) => b.y - a.y)) {
    const last = found.at(-1);
    if (!last || last.y - tick.y >= tickEvery) found.push(tick);
  }
  return found;
}
