/** Large boards in the bus picture: what is drawn of them, and what stands there as a count. Pure; small boards pass unchanged. */
import type { Board } from '../../engine/board.ts';
import type { Kind } from '../../models/model.ts';
import type { Plan, Unit } from './plan.ts';

/** How many functions there are of each kind, and on how many buses. */
export interface Size {
  readonly buses: number;
  readonly functions: number;
  readonly kinds: ReadonlyMap<Kind, number>;
}

/** A board counted once: what every wire holds with all that is behind it. */
export interface Census {
  /** Cards of the whole board. */
  readonly cards: number;
  /** By wire. */
  readonly sizes: readonly Size[];
  /** By wire, the function that leads there. */
  readonly above: ReadonlyMap<number, number>;
}

/** What a person has unfolded. */
export interface Unfolded {
  /** Wires whose cards are drawn, by the bridge that leads there. */
  readonly open: ReadonlySet<number>;
  /** Wires of which every card is drawn. */
  readonly whole: ReadonlySet<number>;
}

/** What must be seen: it is unfolded as far as that takes. */
export interface Seen {
  readonly fns: readonly number[];
  readonly wires: readonly number[];
}

/** How much is drawn. */
export interface Limits {
  /** A board of so many cards is drawn whole. */
  readonly enough: number;
  /** Cards of an open rail. */
  readonly rail: number;
  /** Cards of a rail that is only passed. */
  readonly passed: number;
}

export const usual: Limits = { enough: 128, rail: 24, passed: 6 };

const nothing: Size = { buses: 0, functions: 0, kinds: new Map() };

function sumOf(sizes: readonly Size[]): Size {
  const kinds = new Map<Kind, number>();
  for (const size of sizes)
    for (const [kind, count] of size.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  return {
    buses: sizes.reduce((n, size) => n + size.buses, 0),
    functions: sizes.reduce((n, size) => n + size.functions, 0),
    kinds,
  };
}

/** Counts a board. `kinds`: of each function. */
export function censusOf({ rails }: Plan, kinds: readonly Kind[]): Census {
  const sizes: Size[] = [];
  const above = new Map<number, number>();
  const count = (wire: number): Size => {
    const units = rails[wire] ?? [];
    const own = new Map<Kind, number>();
    let functions = 0;
    for (const { fns, below } of units) {
      if (below >= 0) above.set(below, fns[0] ?? -1);
      functions += fns.length;
      for (const fn of fns) {
        const kind = kinds[fn] ?? 'unknown';
        own.set(kind, (own.get(kind) ?? 0) + 1);
      }
    }
    const behind = units.flatMap(({ below }) => (below >= 0 ? [count(below)] : []));
    return (sizes[wire] = sumOf([{ buses: 1, functions, kinds: own }, ...behind]));
  };
  count(0);
  return { cards: rails.reduce((n, units) => n + units.length, 0), sizes, above };
}

/** Whether anything of the board is folded at all. */
export const isLarge = ({ cards }: Census, { enough }: Limits = usual): boolean => cards > enough;

/** The plan as it is drawn. */
export function foldedPlan(
  plan: Plan,
  census: Census,
  board: Pick<Board, 'parts'>,
  { open, whole }: Unfolded,
  seen: Seen,
  limits: Limits = usual,
): Plan {
  if (!isLarge(census, limits)) return plan;
  const must = new Set(seen.fns);
  const passed = new Set<number>();
  const pass = (wire: number): void => {
    if (passed.has(wire)) return;
    passed.add(wire);
    const bridge = census.above.get(wire);
    if (bridge === undefined) return;
    must.add(bridge);
    pass(board.parts[bridge]?.wire ?? 0);
  };
  for (const fn of seen.fns) pass(board.parts[fn]?.wire ?? 0);
  for (const wire of seen.wires) pass(wire);

  const behind = (wire: number): Size => census.sizes[wire] ?? nothing;
  const isOpen = ({ below }: Unit): boolean =>
    passed.has(below) || open.has(below) || behind(below).functions === 0;
  const rails: (readonly Unit[])[] = plan.rails.map(() => []);
  const draw = (wire: number): void => {
    const units = plan.rails[wire] ?? [];
    const most = whole.has(wire) ? Infinity : wire === 0 || open.has(wire) ? limits.rail : limits.passed;
    const { drawn, left } = chosen(units, most, (unit) => unit.fns.some((fn) => must.has(fn)));
    rails[wire] = [
      ...drawn.map((unit) => (unit.below < 0 || isOpen(unit) ? unit : closed(unit, behind(unit.below)))),
      ...(left.length === 0 ? [] : [rest(wire, left, behind)]),
    ];
    for (const unit of drawn) if (unit.below >= 0 && isOpen(unit)) draw(unit.below);
  };
  draw(0);
  return { ...plan, rails };
}

/** Which cards of a rail are drawn, in their order: those that must be, then bridges, then the first ones. */
function chosen(
  units: readonly Unit[],
  most: number,
  isNeeded: (unit: Unit) => boolean,
): { drawn: readonly Unit[]; left: readonly Unit[] } {
  if (units.length <= most) return { drawn: units, left: [] };
  const rank = (unit: Unit): number => (isNeeded(unit) ? 0 : unit.below >= 0 ? 1 : 2);
  const ranks = units.map(rank);
  const needed = ranks.filter((r) => r === 0).length;
  const order = units.map((_, i) => i).toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
  const drawn = new Set(order.slice(0, Math.max(most - 1, needed)));
  return { drawn: units.filter((_, i) => drawn.has(i)), left: units.filter((_, i) => !drawn.has(i)) };
}

/** A bridge that stands for all behind it. */
const closed = ({ fns, below }: Unit, size: Size): Unit => ({
  fns,
  below: -1,
  folded: { what: 'behind', wire: below, ...size },
});

/** What is left of a rail, with all behind it. */
function rest(wire: number, left: readonly Unit[], behind: (wire: number) => Size): Unit {
  const further = sumOf(left.flatMap(({ below }) => (below >= 0 ? [behind(below)] : [])));
  const functions = left.reduce((n, { fns }) => n + fns.length, further.functions);
  return { fns: [], below: -1, folded: { what: 'more', wire, ...further, functions } };
}
