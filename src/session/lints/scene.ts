/** The machine at one moment, gone through once: what is plugged in, which BARs decode, which windows are open. */
import { join } from '../../base/bits.ts';
import type { Machine } from '../../engine/machine.ts';
import type { BarSpec, Shape } from '../../engine/shape.ts';
import { windowsOf, type Window } from '../../engine/windows.ts';
import { Mapping, Private, State } from '../../engine/words.ts';
import { MappedBars, type MappedBar } from './mapped-bars.ts';

export type Space = 'io' | 'memory';

/** A window that Command lets forward and that is not closed. */
export interface OpenWindow extends Window {
  readonly fn: number;
}

export interface Range {
  readonly from: number;
  /** Last address, included. */
  readonly to: number;
}

const shared = (a: Range, b: Range): Range => ({
  from: Math.max(a.from, b.from),
  to: Math.min(a.to, b.to),
});

const there = State.present | State.powered;
const isThere = (m: Machine, fn: number): boolean =>
  ((m.image.words[m.privates(fn) + Private.state] ?? 0) & there) === there;

export const spaceOf = (kind: BarSpec['kind'] | Window['kind']): Space => (kind === 'io' ? 'io' : 'memory');

/** What Command lets decode, by space. */
const enable = { io: 1, memory: 2 } as const;

export class Scene {
  readonly m: Machine;
  /** Functions that are plugged in and powered. */
  readonly fns: number[] = [];
  /** Every shape among them: what is wrong with one is wrong with all its copies. */
  readonly shapes = new Set<Shape>();
  /** Those of the functions with a bus behind a window: bridges and ports. */
  readonly bridges: readonly number[];
  /** BARs that do not decode although Command lets them. */
  readonly silent: { readonly fn: number; readonly bar: BarSpec }[] = [];
  readonly mapped: MappedBars;
  /** Open windows of the bridges that hear a wire, by wire. */
  private readonly across: readonly (readonly OpenWindow[])[];
  /** Open windows of the bridge above a wire, by wire; undefined for a root. */
  private readonly above: readonly (readonly OpenWindow[] | undefined)[];
  private readonly passed: readonly (Readonly<Record<Space, readonly Range[]>> | undefined)[];

  constructor(m: Machine) {
    this.m = m;
    this.mapped = new MappedBars(m.board.parts.length);
    const { wires } = m.board;
    const bridges = wires.map((w) => w.bridge).filter((fn) => fn >= 0 && isThere(m, fn));
    const across = wires.map((): OpenWindow[] => []);
    const above: (OpenWindow[] | undefined)[] = wires.map(({ bridge }) => (bridge < 0 ? undefined : []));
    for (const fn of bridges) {
      const open = windowsOf(m, fn)
        .filter((w) => w.enabled && w.to >= w.from)
        .map((w) => ({ ...w, fn }));
      above[m.wireBelow(fn)] = open;
      across[this.hearing(fn)]?.push(...open);
    }
    this.bridges = bridges;
    this.across = across;
    this.above = above;
    this.passed = wires.map((_, wire) => this.passedTo(wire));
    this.lookAround();
  }

  /** Once over the whole board. */
  private lookAround(): void {
    const { m, fns, shapes, passed, silent, mapped } = this;
    const { words } = m.image;
    let last: Shape | undefined;
    for (let fn = 0; fn < m.board.parts.length; fn++) {
      if (!isThere(m, fn)) continue;
      fns.push(fn);
      const shape = m.shape(fn);
      if (shape !== last) shapes.add(shape);
      last = shape;
      if (shape.bars.length === 0) continue;
      const wire = this.wireOf(fn);
      const ways = passed[wire];
      let at = m.privates(fn) + Private.bars;
      for (const bar of shape.bars) {
        const order = words[at + Mapping.order] ?? 0;
        const space = spaceOf(bar.kind);
        if (order !== 0) {
          const from = join(words[at + Mapping.high] ?? 0, words[at + Mapping.low] ?? 0);
          const to = from + bar.bytes - 1;
          const arrives = within(ways?.[space], from, to);
          mapped.push(fn, bar, from, order, arrives ? -1 : this.missing(wire, space, from, to));
        } else if ((m.word(fn, 1) & enable[space]) !== 0) silent.push({ fn, bar });
        at += Mapping.words;
      }
    }
  }

  /** The ranges that get through every window on the way to a wire; undefined for a root. */
  private passedTo(wire: number): Readonly<Record<Space, readonly Range[]>> | undefined {
    const windows = this.above[wire];
    if (windows === undefined) return undefined;
    const before = this.passedTo(this.wireOf(this.bridgeOver(wire)));
    const ranges = (space: Space): Range[] =>
      windows
        .filter((w) => spaceOf(w.kind) === space)
        .flatMap((w) => (before ? before[space].map((r) => shared(r, w)) : [w]));
    return { io: ranges('io'), memory: ranges('memory') };
  }

  /** Mapped BARs of a space that touch a range. */
  barsIn(space: Space, from: number, to: number): MappedBar[] {
    const { mapped } = this;
    const found: MappedBar[] = [];
    for (let i = 0; i < mapped.length; i++) {
      if ((mapped.from[i] ?? 0) > to || (mapped.to[i] ?? 0) < from) continue;
      const bar = mapped.at(i);
      if (bar && spaceOf(bar.bar.kind) === space) found.push(bar);
    }
    return found;
  }

  wireOf(fn: number): number {
    return this.m.board.parts[fn]?.wire ?? 0;
  }

  /** The wire whose addresses a function hears: those on an expander's root hear what bus 0 hears. */
  hearing(fn: number): number {
    const wire = this.wireOf(fn);
    return this.m.board.wires[wire]?.root ? 0 : wire;
  }

  /** The bridge above a wire, or -1. */
  bridgeOver(wire: number): number {
    return this.m.board.wires[wire]?.bridge ?? -1;
  }

  windowsOn(wire: number): readonly OpenWindow[] {
    return this.across[wire] ?? [];
  }

  /** The open windows that lead to a wire; undefined for a root, where everything arrives. */
  windowsTo(wire: number): readonly OpenWindow[] | undefined {
    return this.above[wire];
  }

  /** The nearest bridge above a wire with no window around a range, or -1. */
  missing(wire: number, space: Space, from: number, to: number): number {
    for (let at = wire; ;) {
      const bridge = this.bridgeOver(at);
      if (bridge < 0) return -1;
      if (!holds(this.above[at] ?? [], space, from, to)) return bridge;
      at = this.wireOf(bridge);
    }
  }

  /** The function sits behind the bridge, however deep. */
  isBehind(fn: number, bridge: number): boolean {
    for (let at = this.bridgeOver(this.wireOf(fn)); at >= 0; at = this.bridgeOver(this.wireOf(at)))
      if (at === bridge) return true;
    return false;
  }
}

/** One of the ranges has all of it; without any, everything arrives. */
function within(ranges: readonly Range[] | undefined, from: number, to: number): boolean {
  if (ranges === undefined) return true;
  for (const range of ranges) if (from >= range.from && to <= range.to) return true;
  return false;
}

function holds(windows: readonly OpenWindow[], space: Space, from: number, to: number): boolean {
  for (const w of windows) if (from >= w.from && to <= w.to && spaceOf(w.kind) === space) return true;
  return false;
}
