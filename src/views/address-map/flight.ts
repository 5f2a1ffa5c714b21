/**
 * How a BAR's block flies from its register to its place, and how a window's bracket stretches: where everything is at any
 * `progress` of the beat, 0 to 1. Arithmetic only; whoever draws asks for one moment, or for all of them.
 */
import type { Window } from '../../engine/windows.ts';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FlightPlan {
  /** The register, or the mark on the card. */
  readonly from: Rect;
  /** The slot: where the block lies when it has landed. */
  readonly to: Rect;
  /** How far above the slot the address was that was tried, as a part of the size. */
  readonly off: number;
  /** Brackets that light up when it has landed, one after the other. */
  readonly brackets: number;
}

/** A place to draw at: `x` and `y` are the upper left corner, `scale` shrinks towards it. */
export interface Pose {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly opacity: number;
}

/** When what begins, as parts of the beat: it lifts, flies, lands on the grid, brackets light up. */
export const phases = { lift: 0, fly: 0.22, arrive: 0.62, land: 0.78 } as const;

/** How far `p` is between `a` and `b`: 0 to 1, slow at both ends. */
function between(p: number, a: number, b: number): number {
  const t = Math.max(0, Math.min(1, (p - a) / (b - a)));
  return t * t * (3 - 2 * t);
}

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
/** How far a block rises out of its register. */
const rise = 18;
const lifted = 0.55;

/** The block itself. It comes to the address that was tried and drops onto the grid; landed, the map's own block is there. */
export function blockAt(plan: FlightPlan, p: number): Pose {
  const { from, to, off } = plan;
  const small = Math.min(from.width / to.width, from.height / to.height, lifted);
  const up = between(p, phases.lift, phases.fly);
  const away = between(p, phases.fly, phases.arrive);
  const down = between(p, phases.arrive, phases.land);
  const scale = mix(mix(small, lifted, up), 1, away);
  // it lifts straight up from the middle of the register
  const liftX = from.x + (from.width - to.width * scale) / 2;
  const liftY = from.y + (from.height - to.height * scale) / 2 - rise * up;
  const aloft = to.y - off * to.height;
  return {
    x: mix(liftX, to.x, away),
    y: mix(mix(liftY, aloft, away), to.y, down),
    scale,
    opacity: Math.min(between(p, 0, 0.06), 1 - between(p, phases.land, phases.land + 0.08)),
  };
}

/** The address that was refused: it stays where the block came to, and fades. */
export function ghostAt(plan: FlightPlan, p: number): Pose {
  const { to, off } = plan;
  const opacity =
    off === 0
      ? 0
      : Math.min(
          between(p, phases.arrive - 0.04, phases.arrive),
          1 - between(p, phases.land + 0.06, phases.land + 0.18),
        );
  return { x: to.x, y: to.y - off * to.height, scale: 1, opacity };
}

/** Lines at multiples of the block's size, while it looks for its place. */
export const gridAt = (p: number): number =>
  Math.min(between(p, phases.fly, phases.fly + 0.15), 1 - between(p, phases.land, phases.land + 0.12));

/** How much of the map's own block is to be seen: its slot waits for it. */
export const slotAt = (p: number): number => mix(0.12, 1, between(p, phases.land, phases.land + 0.04));

/** How bright the `turn`-th of the brackets is. */
export function glowAt({ brackets }: FlightPlan, turn: number, p: number): number {
  const step = (1 - phases.land) / Math.max(1, brackets);
  const begin = phases.land + turn * step;
  return between(p, begin, begin + step);
}

export interface StretchPlan {
  /** Upper edge and height in pixels, before and after. */
  readonly from: { readonly y: number; readonly height: number };
  readonly to: { readonly y: number; readonly height: number };
  readonly notches: number;
}

/** Beyond so many, nobody can count them. */
const mostNotches = 16;

/** Units by which the edges of a window move. */
export function notchesOf(from: Window, to: Window, unit: number): number {
  const length = (w: Window): number => Math.max(0, w.to - w.from + 1);
  const open = length(from) > 0 && length(to) > 0;
  const moved = open
    ? Math.max(Math.abs(to.from - from.from), Math.abs(to.to - from.to))
    : Math.max(length(from), length(to));
  return Math.max(1, Math.min(mostNotches, Math.round(moved / unit)));
}

/** The bracket goes notch by notch: an edge never stands between two. */
export function stretchAt({ from, to, notches }: StretchPlan, p: number): { y: number; height: number } {
  const t = p >= 1 ? 1 : Math.floor(between(p, 0.08, 0.92) * notches + 1e-9) / notches;
  return { y: mix(from.y, to.y, t), height: mix(from.height, to.height, t) };
}
