/** The access in progress as a line: the points that it runs through, and where it stands at each beat. */
import type { Explanation } from '../../engine/explain.ts';
import { Op, Outcome } from '../../engine/trace.ts';
import type { Beat } from '../../session/beats.ts';
import { alongRail, type CardPlace, type Layout, type Point } from './layout.ts';

export type AccessSpace = 'config' | 'io' | 'memory' | 'dma' | 'message';

export interface Route {
  readonly space: AccessSpace;
  readonly points: readonly Point[];
  /** Per beat (beat 1 first), the index of the point where the token is. */
  readonly stops: readonly number[];
  /** Wires that the access travels. */
  readonly wires: readonly number[];
  /** Per wire of `wires`, the point at which it is on that wire: from there on every function on it is asked. */
  readonly entered: readonly number[];
  /** Functions that it passes or reaches. */
  readonly touched: ReadonlySet<number>;
  /** Where nobody claimed: the wire at whose end it dies; -1 else. */
  readonly died: number;
}

/** How far the line is drawn at a beat: the furthest point reached so far. */
export const reached = (route: Route, beat: number): number =>
  Math.max(0, ...route.stops.slice(0, Math.max(1, beat)));

const spaceOf = (op: Op): AccessSpace => {
  if (op === Op.io) return 'io';
  if (op === Op.memory) return 'memory';
  if (op === Op.dma) return 'dma';
  return op === Op.message ? 'message' : 'config';
};

/** Undefined when there is nothing to draw (a reset, the clock). */
export function routeOf(e: Explanation, beats: readonly Beat[], place: Layout): Route | undefined {
  if (e.row.op === Op.event) return undefined;
  if (e.row.op === Op.dma || e.row.op === Op.message) return upward(e, beats, place);
  const { cpu, host } = place;
  const points: Point[] = [];
  const cpuX = cpu.x + 66;
  const start = points.push({ x: cpuX, y: cpu.y + cpu.h }) - 1;
  const atHost = points.push({ x: cpuX, y: host.y }) - 1;
  const common = { space: spaceOf(e.row.op), wires: e.wires, entered: [], died: -1 };
  if (e.wires.length === 0) {
    let answers = atHost;
    if (e.row.op === Op.memory && e.row.outcome === Outcome.platform) {
      const middle = (cpu.y + cpu.h + host.y) / 2;
      const memoryX = place.memory.x + place.memory.w / 2;
      points[1] = { x: cpuX, y: middle };
      points.push({ x: memoryX, y: middle });
      answers = points.push({ x: memoryX, y: place.memory.y + place.memory.h }) - 1;
    }
    const stops = beats.map((b) =>
      b.kind === 'return' ? start : b.kind === 'ask' ? Math.min(atHost, answers) : answers,
    );
    return { ...common, points, stops, touched: new Set(e.row.fn >= 0 ? [e.row.fn] : []) };
  }
  const at = new Map<number, number>();
  const wires: number[] = [];
  const entered: number[] = [];
  const enter = (wire: number): number => {
    points.push(...(place.rails[wire]?.drop ?? []));
    wires.push(wire);
    entered.push(points.length - 1);
    return points.length - 1;
  };
  const reach = (fn: number): void => {
    const card = place.cards.get(fn);
    const rail = card && place.rails[card.wire];
    if (!card || !rail) {
      at.set(fn, atHost); // the host bridge itself
      return;
    }
    points.push(...alongRail(rail, card.row, card.stem.x));
    at.set(fn, points.push({ x: card.stem.x, y: card.top }) - 1);
  };
  const toItself = e.row.fn >= 0 && !place.cards.has(e.row.fn);
  let decided = atHost;
  let died = -1;
  if (toItself) reach(e.row.fn);
  else {
    decided = enter(0);
    const last = e.row.fn >= 0 ? (place.cards.get(e.row.fn)?.wire ?? 0) : (e.wires.at(-1) ?? 0);
    for (const bridge of bridgesTo(place, last)) {
      reach(bridge.fn);
      enter(bridge.below);
    }
    if (e.row.fn >= 0) reach(e.row.fn);
  }
  let end = points.length - 1;
  if (e.row.fn < 0) {
    died = e.wires.at(-1) ?? 0;
    const rail = place.rails[died];
    if (rail) points.push(...alongRail(rail, rail.rows.length - 1, rail.end.x));
    end = points.length - 1;
  }
  const stops = beats.map((beat) => {
    if (beat.kind === 'return') return start;
    if (beat.kind === 'ask' || beat.kind === 'ones') return atHost;
    if (beat.kind === 'decide') return decided;
    if (beat.kind === 'abort') return end;
    return at.get(beat.fn) ?? (beat.fn >= 0 && beat.fn !== e.row.fn ? decided : end);
  });
  return { ...common, points, stops, wires, entered, died, touched: new Set(at.keys()) };
}

/** A bus master's own access: from the function up to RAM, a message to the CPU. */
function upward(e: Explanation, beats: readonly Beat[], place: Layout): Route | undefined {
  const card = place.cards.get(e.row.fn);
  if (!card) return undefined;
  const { cpu, host, memory } = place;
  const bridges = bridgesTo(place, card.wire);
  const down = [...bridges, card].flatMap((c) => [...ways(place, c), { x: c.stem.x, y: c.top }]);
  const wires = [...bridges, card].map((c) => c.wire);
  const touched = new Set([...bridges, card].map((c) => c.fn));
  const middle = (cpu.y + cpu.h + host.y) / 2;
  const out = cpu.x + 66;
  const top: Point[] =
    e.row.op === Op.message
      ? [{ x: out, y: cpu.y + cpu.h }]
      : [
          { x: memory.x + memory.w / 2, y: memory.y + memory.h },
          { x: memory.x + memory.w / 2, y: middle },
          { x: out, y: middle },
        ];
  const points = [...top, { x: out, y: host.y }, ...down].toReversed();
  return {
    space: spaceOf(e.row.op),
    points,
    stops: beats.map(() => points.length - 1),
    wires,
    entered: [],
    touched,
    died: -1,
  };
}

const ways = (place: Layout, { wire, row, stem }: CardPlace): Point[] => {
  const rail = place.rails[wire];
  return rail ? [...rail.drop, ...alongRail(rail, row, stem.x)] : [];
};

/** The bridges above a wire, from the root down. */
function bridgesTo(place: Layout, wire: number): CardPlace[] {
  const bridges: CardPlace[] = [];
  for (let at = wire; at > 0;) {
    const below = at;
    const bridge = [...place.cards.values()].find((c) => c.below === below);
    if (!bridge) break;
    bridges.unshift(bridge);
    at = bridge.wire;
  }
  return bridges;
}

/** The part of the line up to point `to`, as an SVG path. */
export const pathOf = (points: readonly Point[], from: number, to: number): string =>
  points
    .slice(from, to + 1)
    .map((p, i) => `${i === 0 ? 'M' : 'L'}${String(p.x)} ${String(p.y)}`)
    .join('');

/** The points between two stops, in the order in which the token passes them. */
export function between(points: readonly Point[], from: number, to: number): readonly Point[] {
  return from <= to ? points.slice(from, to + 1) : points.slice(to, from + 1).toReversed();
}

/** How far along `points` each one lies, 0 to 1. */
export function fractions(points: readonly Point[]): number[] {
  let length = 0;
  const lengths = points.map((p, i) => {
    const before = points[i - 1] ?? p;
    length += Math.abs(p.x - before.x) + Math.abs(p.y - before.y);
    return length;
  });
  return lengths.map((l) => (length === 0 ? 1 : l / length));
}

/** The runs of the line between the places where a beat stops, in order: each is drawn when its beat comes. */
export function legsOf(route: Route): readonly { readonly from: number; readonly to: number }[] {
  const marks = [...new Set([0, ...route.stops])].toSorted((a, b) => a - b);
  return marks.slice(1).map((to, i) => ({ from: marks[i] ?? 0, to }));
}
