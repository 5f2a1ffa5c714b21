/** Where everything of the bus picture lies. Numbers only: the words, colours and the access in progress are drawn over it. */
import type { Folded, Plan, Unit } from './plan.ts';

// not d3's: the bus is in the first paint, and the d3 package brings its gestures along with anything
const sum = <T>(list: readonly T[], of: (each: T) => number): number =>
  list.reduce((n, each) => n + of(each), 0);

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly w: number;
  readonly h: number;
}

export interface CardPlace {
  readonly fn: number;
  /** The card, or its line in the card of a multifunction device. */
  readonly box: Box;
  /** A line among others: one line of text. */
  readonly compact: boolean;
  readonly wire: number;
  /** Which row of the wire's rail it hangs on. */
  readonly row: number;
  /** Where its stem leaves the rail; the stem ends at `top`. */
  readonly stem: Point;
  readonly top: number;
  readonly below: number;
  /** All behind it is folded into it. */
  readonly folded?: Folded;
}

/** A card for the cards of a rail that are not drawn. */
export interface RestPlace {
  readonly folded: Folded;
  readonly box: Box;
  readonly stem: Point;
}

export interface RailRow {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

export interface RailPlace {
  readonly wire: number;
  readonly rows: readonly RailRow[];
  /** From what drives the bus to the rail: from the host bridge, or from a bridge's lower edge. */
  readonly drop: readonly Point[];
  /** "Bus 1". */
  readonly label: Point & { readonly anchor: 'start' | 'end' };
  /** Where an access dies that nobody claims. */
  readonly end: Point;
  /** Where the card would hang that nobody plugged in. */
  readonly ghost: Box;
}

/** A card of several functions. */
export interface Frame {
  readonly fns: readonly number[];
  readonly box: Box;
  readonly stem: Point;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly cpu: Box;
  readonly memory: Box;
  readonly host: Box;
  /** By wire; of what is folded there is none. */
  readonly rails: readonly RailPlace[];
  /** By function index; the host bridge has none. */
  readonly cards: ReadonlyMap<number, CardPlace>;
  readonly frames: readonly Frame[];
  readonly rests: readonly RestPlace[];
}

const edge = 2;
const gap = 8;
const cardMin = 100;
const cardMax = 176;
const cardLiked = 136;
const cardHeight = 62;
const lineHeight = 21;
const framePadding = 7;
/** Cards of a row are equally high up to here. */
const evenUpTo = 84;
/** From a rail to its cards. */
const stemLength = 20;
/** The open end of a rail. */
const stub = 14;
/** Left of rows, where a wrapped rail goes down. */
const spine = 14;
/** Under cards: the claim's pill. */
const underCards = 38;
/** Under bridges: the pill, the windows, the next bus's name. */
const underBridges = 84;
const lane = 12;
const ghostWidth = 96;
const ghostPill = 132;

const frameHeight = (unit: Unit): number => framePadding * 2 + lineHeight * unit.fns.length;
const heightOf = (unit: Unit): number =>
  unit.fns.length > 1 ? Math.max(cardHeight, frameHeight(unit)) : cardHeight;
/** A card of several functions wants more width. */
const weight = (unit: Unit): number => (unit.fns.length > 1 ? 1.4 : 1);
const widthOf = (units: readonly Unit[], card: number): number =>
  sum(units, (u) => weight(u) * card) + gap * Math.max(0, units.length - 1);

/** Units in as few rows as `width` allows, rows about equally long. */
export function rowsOf(units: readonly Unit[], width: number): readonly (readonly Unit[])[] {
  if (units.length === 0) return [[]];
  const fits = (row: readonly Unit[]): boolean => row.length === 1 || widthOf(row, cardMin) <= width;
  const cut = (most: number): Unit[][] => {
    const rows: Unit[][] = [];
    for (const unit of units) {
      const last = rows.at(-1);
      if (last !== undefined && last.length < most && fits([...last, unit])) last.push(unit);
      else rows.push([unit]);
    }
    return rows;
  };
  const greedy = cut(units.length);
  const even = cut(Math.ceil(units.length / greedy.length));
  return even.length === greedy.length ? even : greedy;
}

/** Positions of blocks of given widths in `from..to`, in order, each as near to its anchor as the others let it. */
export function spread(
  blocks: readonly { anchor: number; width: number }[],
  from: number,
  to: number,
): number[] {
  const at = blocks.map(({ anchor, width }) => Math.max(from, Math.min(anchor - width / 2, to - width)));
  for (let i = 1; i < at.length; i++) {
    const before = (at[i - 1] ?? 0) + (blocks[i - 1]?.width ?? 0) + gap;
    at[i] = Math.max(at[i] ?? 0, before);
  }
  let limit = to;
  for (let i = at.length - 1; i >= 0; i--) {
    const width = blocks[i]?.width ?? 0;
    at[i] = Math.min(at[i] ?? 0, limit - width);
    limit = (at[i] ?? 0) - gap;
  }
  return at;
}

/** The picture for a pane `width` wide. Deep or crowded boards come out wider than that. */
export function layout(plan: Plan, width: number): Layout {
  const cards = new Map<number, CardPlace>();
  const frames: Frame[] = [];
  const rests: RestPlace[] = [];
  const rails: RailPlace[] = [];
  let reach = width;

  const liked = new Map<number, number>();
  const likes = (wire: number): number => {
    const known = liked.get(wire);
    if (known !== undefined) return known;
    const units = plan.rails[wire] ?? [];
    const children = units.filter((u) => u.below >= 0);
    const below = sum(children, (u) => likes(u.below)) + gap * Math.max(0, children.length - 1);
    const wants = Math.max(widthOf(units, cardLiked) + stub, below, cardMin + stub);
    liked.set(wire, wants);
    return wants;
  };

  const placeUnit = (
    unit: Unit,
    wire: number,
    row: number,
    rail: number,
    x: number,
    w: number,
    tall: number,
  ): void => {
    const y = rail + stemLength;
    const stem = { x: x + w / 2, y: rail };
    const { folded } = unit;
    const common = { wire, row, stem, top: y, below: unit.below, ...(folded ? { folded } : {}) };
    const [only] = unit.fns;
    if (unit.fns.length === 1 && only !== undefined) {
      cards.set(only, { ...common, fn: only, compact: false, box: { x, y, w, h: tall } });
      return;
    }
    if (folded) {
      rests.push({ folded, box: { x, y, w, h: tall }, stem });
      return;
    }
    const h = Math.max(tall, heightOf(unit));
    frames.push({ fns: unit.fns, box: { x, y, w, h }, stem });
    const first = y + (h - lineHeight * unit.fns.length) / 2;
    unit.fns.forEach((fn, i) => {
      cards.set(fn, {
        ...common,
        fn,
        compact: true,
        box: { x, y: first + i * lineHeight, w, h: lineHeight },
      });
    });
  };

  /** Lays a wire and all behind it into `left..left + room`, its first rail at `top`; gives the lower edge. */
  const wireAt = (wire: number, left: number, room: number, top: number, drop: readonly Point[]): number => {
    const units = plan.rails[wire] ?? [];
    let inner = left;
    let rows = rowsOf(units, room - stub);
    if (rows.length > 1) {
      inner = left + spine;
      rows = rowsOf(units, room - stub - spine);
    }
    const right = left + room;
    const entry = drop.at(-1)?.x ?? left;
    const placed: RailRow[] = [];
    let y = top;
    let bottom = top;
    let last = inner;
    let under = top;
    rows.forEach((row, r) => {
      const share = (right - stub - inner - gap * (row.length - 1)) / Math.max(1, sum(row, weight));
      const highest = Math.max(cardHeight, ...row.map(heightOf));
      const tall = highest <= evenUpTo ? highest : cardHeight;
      const card = Math.max(cardMin, Math.min(cardMax, share));
      let x = inner;
      for (const unit of row) {
        const w = Math.floor(card * weight(unit));
        placeUnit(unit, wire, r, y, x, w, tall);
        x += w + gap;
      }
      last = x - gap;
      const ends = wire === 0 ? Math.max(right, last + stub) : Math.max(last + stub, r === 0 ? entry : 0);
      placed.push({ y, from: r === 0 ? Math.min(rows.length > 1 ? left : inner, entry) : left, to: ends });
      reach = Math.max(reach, ends + edge);
      under = y + stemLength + highest;
      const bridges = row.filter((u) => u.below >= 0);
      bottom = bridges.length === 0 ? under + underCards : shelves(bridges, inner, right - inner, under);
      y = bottom + gap;
    });
    const first = placed[0] ?? { y: top, from: left, to: right };
    const final = placed.at(-1) ?? first;
    const beside = right - last >= ghostWidth + gap;
    const atEnd = entry - first.from < 56;
    rails[wire] = {
      wire,
      rows: placed,
      drop,
      label:
        wire === 0 || atEnd
          ? { x: first.to - 40, y: first.y - 8, anchor: 'end' }
          : { x: first.from, y: first.y - 8, anchor: 'start' },
      end: { x: beside ? last + stub : final.to - 9, y: final.y },
      ghost: beside
        ? { x: last + gap, y: final.y + stemLength, w: ghostWidth, h: cardHeight - 20 }
        : { x: Math.max(edge, final.to - ghostPill), y: under + 7, w: ghostPill, h: 26 },
    };
    return bottom;
  };

  /** The buses behind a row's bridges: side by side where there is room, else one under the other with lanes at the right. */
  const shelves = (bridges: readonly Unit[], left: number, room: number, under: number): number => {
    const anchors = bridges.map((u) => cards.get(u.fns[0] ?? -1)?.stem.x ?? left);
    const lower = bridges.map((u) => {
      const box = cards.get(u.fns[0] ?? -1)?.box;
      return box ? box.y + box.h : under;
    });
    const wanted = bridges.map((u) => likes(u.below));
    const right = left + room;
    const total = sum(wanted, (n) => n) + gap * (bridges.length - 1);
    if (total <= room || bridges.length === 1) {
      const widths = wanted.map((w) => Math.min(w, Math.max(room, cardMin + stub)));
      const at = spread(
        widths.map((w, i) => ({ width: w, anchor: (anchors[i] ?? left) + stub / 2 })),
        left,
        right,
      );
      const rail = under + underBridges;
      const bottoms = bridges.map((u, i) => {
        const x = at[i] ?? left;
        const anchor = anchors[i] ?? x;
        const landing = Math.max(x, Math.min(anchor, x + (widths[i] ?? 0)));
        const jog = rail - 14 - (landing < anchor ? bridges.length - 1 - i : i) * 6;
        const drop =
          landing === anchor
            ? [
                { x: anchor, y: lower[i] ?? under },
                { x: anchor, y: rail },
              ]
            : [
                { x: anchor, y: lower[i] ?? under },
                { x: anchor, y: jog },
                { x: landing, y: jog },
                { x: landing, y: rail },
              ];
        return wireAt(u.below, x, widths[i] ?? room, rail, drop);
      });
      return Math.max(...bottoms);
    }
    const lanes = bridges.length - 1;
    let bottom = under + underBridges + lanes * 7 - gap;
    let taken = left;
    bridges.forEach((u, i) => {
      const anchor = anchors[i] ?? left;
      const start = lower[i] ?? under;
      const rail = i === 0 ? bottom + gap : bottom + gap * 2;
      const space = Math.max(cardMin + stub, room - lane * (lanes - i));
      const width = Math.min(space, likes(u.below));
      // straight down where nothing of the shelves above is in the way, else by a lane at the right
      const straight = anchor <= left + space && (i === 0 || anchor > taken + gap);
      const middle = anchor + stub / 2 - width / 2;
      const x = straight ? Math.max(left, Math.min(middle, left + space - width)) : left + space - width;
      const via = left + space - lane / 2;
      const jog = under + underBridges - 14 + (lanes - i) * 7;
      const drop = straight
        ? [
            { x: anchor, y: start },
            { x: anchor, y: rail },
          ]
        : [
            { x: anchor, y: start },
            { x: anchor, y: jog },
            { x: via, y: jog },
            { x: via, y: rail },
          ];
      bottom = wireAt(u.below, x, width, rail, drop);
      taken = Math.max(taken, x + width, ...(rails[u.below]?.rows.map((row) => row.to) ?? []));
    });
    return bottom;
  };

  const inside = Math.max(width - edge * 2, cardMin + stub);
  const narrow = inside < 430;
  const cpu = { x: edge, y: 2, w: Math.min(140, inside / 2 - gap), h: 48 };
  const memoryWidth = Math.min(150, inside / 2 - gap);
  const memory = { x: edge + inside - memoryWidth, y: 2, w: memoryWidth, h: 48 };
  const host = { x: edge, y: 78, w: inside, h: narrow ? 86 : 68 };
  const out = { x: edge + 66, y: host.y + host.h };
  const rail = out.y + 32;
  const bottom = wireAt(0, edge, inside, rail, [out, { x: out.x, y: rail }]);
  return { width: reach, height: bottom + 6, cpu, memory, host, rails, cards, frames, rests };
}

/** The rail's way from where a bus is driven to a place on its rows. */
export function alongRail(rail: RailPlace, row: number, x: number): Point[] {
  const first = rail.rows[0];
  const target = rail.rows[row];
  if (first === undefined || target === undefined) return [];
  if (row === 0) return [{ x, y: first.y }];
  return [
    { x: first.from, y: first.y },
    { x: target.from, y: target.y },
    { x, y: target.y },
  ];
}
