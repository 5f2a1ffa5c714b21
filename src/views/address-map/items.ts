/** What the address map shows, as a projection of the machine: blocks with a state and faults, and the bridges' windows. */
import type { Machine } from '../../engine/machine.ts';
import {
  barsOf,
  placedBars,
  placedWindows,
  regions,
  type PlacedBar,
  type Region,
} from '../../engine/regions.ts';
import type { BarSpec } from '../../engine/shape.ts';
import type { Window } from '../../engine/windows.ts';
import { unsizedBars, type UnsizedBar } from '../../session/unsized-bars.ts';

export type Space = 'io' | 'memory';

/** Colour and pattern of a block: the spaces of the visual language, and `plain` for what is not PCI's. */
export type Look = 'plain' | 'config' | 'io' | 'memory' | 'prefetch' | 'message';

export type BlockState =
  | 'on'
  /** Programmed, but it does not decode. */
  | 'off'
  /** Its register reads all ones: software is asking for its size. */
  | 'sizing'
  /** Its register holds no address. */
  | 'unplaced'
  /** A dump tells where it begins, not how large it is. */
  | 'unsized';

export interface Block {
  /** The same for the same thing at every row, so that it can move. */
  readonly key: string;
  readonly kind: Region['kind'] | 'latch' | 'data';
  readonly look: Look;
  readonly state: BlockState;
  readonly from: number;
  /** Last address, included. */
  readonly to: number;
  /** Owner, or -1. */
  readonly fn: number;
  readonly bar?: BarSpec;
  /** Name of the chipset's stretch. */
  readonly name?: string;
  /** The BAR's number and register, where its size is unknown. */
  readonly unsized?: { readonly index: number; readonly at: number };
  /** Keys of blocks that lie on it. */
  readonly overlaps: readonly string[];
  /** Bridges above it whose window misses it, nearest first. */
  readonly outside: readonly number[];
}

export interface MapWindow extends Window {
  readonly key: string;
  readonly fn: number;
  /** Bridges above its bridge. */
  readonly depth: number;
  /** Byte offset of the register that sets it. */
  readonly at: number;
  /** Drawn even while it is closed: the row is about it. */
  readonly isTold?: boolean;
  /** What it would have to hold, and does not: what lies behind it and decodes elsewhere. */
  readonly needs?: { readonly from: number; readonly to: number; readonly blocks: readonly string[] };
}

export interface Items {
  readonly space: Space;
  readonly blocks: readonly Block[];
  readonly windows: readonly MapWindow[];
}

const latch = 0xcf8;

/**
 * Everything in one space. `pending`: BARs ("fn.index") that are shown as not decoding yet, until their beat has come.
 * `fns`: of a large board only what belongs to these.
 */
export function itemsOf(
  m: Machine,
  space: Space,
  pending: ReadonlySet<string> = new Set(),
  fns?: readonly number[],
): Items {
  const placed = fns ? fns.flatMap((fn) => barsOf(m, fn)) : placedBars(m);
  const bars = placed
    .filter((b) => (b.bar.kind === 'io') === (space === 'io'))
    .map((b) => barBlock(m, b, pending));
  const around = fns && new Set(fns.flatMap((fn) => [fn, ...above(m, fn)]));
  const windows = windowsIn(m, space, around);
  const fixed = regions(m, space, fns && { bars: placed, windows }).flatMap((r) => chipset(m, space, r));
  if (space === 'io' && m.board.platform.mechanism1) {
    fixed.push({ ...plain, key: 'latch', kind: 'latch', look: 'config', from: latch, to: latch + 3 });
    fixed.push({ ...plain, key: 'data', kind: 'data', look: 'config', from: latch + 4, to: latch + 7 });
  }
  const unsized = (fns ?? m.board.parts.map((_, fn) => fn)).flatMap((fn) =>
    unsizedBars(m, fn).flatMap((bar) => unsizedBlock(space, fn, bar)),
  );
  return {
    space,
    blocks: [...withOverlaps(m, space, [...fixed, ...bars]), ...unsized],
    windows,
  };
}

const plain = { state: 'on', fn: -1, overlaps: [], outside: [] } as const;

export const barKey = (fn: number, bar: BarSpec): string => `${String(fn)}.${String(bar.index)}`;

function barBlock(
  m: Machine,
  { fn, bar, address, mapped, outside }: PlacedBar,
  pending: ReadonlySet<string>,
): Block {
  const key = barKey(fn, bar);
  const look = bar.kind === 'io' ? 'io' : bar.prefetchable ? 'prefetch' : 'memory';
  const decodes = mapped && !pending.has(key);
  const state = decodes ? 'on' : isSizing(m, fn, bar) ? 'sizing' : address === 0 ? 'unplaced' : 'off';
  const whole = {
    key,
    kind: 'bar',
    look,
    state,
    from: address,
    to: address + bar.bytes - 1,
    fn,
    bar,
    overlaps: [],
  } as const;
  return { ...whole, outside: decodes ? outside : [] };
}

/** Stands for one address: more is not known. */
function unsizedBlock(
  space: Space,
  fn: number,
  { index, kind, prefetchable, at, address }: UnsizedBar,
): Block[] {
  if ((kind === 'io') !== (space === 'io') || address === 0) return [];
  const look = kind === 'io' ? 'io' : prefetchable ? 'prefetch' : 'memory';
  const key = `${String(fn)}.${String(index)}`;
  return [
    {
      ...plain,
      key,
      kind: 'bar',
      look,
      state: 'unsized',
      from: address,
      to: address,
      fn,
      unsized: { index, at },
    },
  ];
}

/** All address bits that can be written are ones. */
function isSizing(m: Machine, fn: number, bar: BarSpec): boolean {
  const address = bar.kind === 'io' ? ~3 : bar.kind === 'rom' ? ~0x7ff : ~15;
  const mask = (m.shape(fn).write[bar.at >> 2] ?? 0) & address;
  return mask !== 0 && (m.word(fn, bar.at >> 2) & mask) === mask;
}

/** What is not a BAR. The ports of mechanism #1 are drawn as their own two blocks. */
function chipset(m: Machine, space: Space, { from, to, kind, fn, name }: Region): Block[] {
  if (kind === 'bar' || kind === 'none') return [];
  if (space === 'io' && from >= latch && to < latch + 8 && m.board.platform.mechanism1) return [];
  const message = kind === 'apic' && from <= 0xfee0_0000 && to >= 0xfee0_0000;
  const look =
    kind === 'ecam'
      ? 'config'
      : message
        ? 'message'
        : kind === 'legacy' && space === 'io'
          ? 'io'
          : kind === 'ram' || kind === 'fixed'
            ? 'plain'
            : 'memory';
  const key = `${kind}@${from.toString(16)}`;
  return [{ ...plain, key, kind, look, from, to, fn, ...(name === undefined ? {} : { name }) }];
}

/** BARs that decode where something else does: another BAR, or a stretch of the chipset's. */
function withOverlaps(m: Machine, space: Space, blocks: readonly Block[]): Block[] {
  const fixed = m.board.platform.map(m).filter((r) => r.space === space);
  const live = blocks.filter((b) => b.bar !== undefined && b.state === 'on').sort((a, b) => a.from - b.from);
  const found = new Map<string, string[]>();
  const note = (key: string, other: string): void => {
    found.set(key, [...(found.get(key) ?? []), other]);
  };
  live.forEach((a, i) => {
    for (let j = i + 1; j < live.length; j++) {
      const b = live[j];
      if (b === undefined || b.from > a.to) break;
      note(a.key, b.key);
      note(b.key, a.key);
    }
    for (const r of fixed) {
      if (r.from > a.to || r.to < a.from) continue;
      const other = blocks.find(
        (b) => b.bar === undefined && b.name === r.name && b.from <= r.to && b.to >= r.from,
      );
      note(a.key, other?.key ?? r.name);
    }
  });
  return blocks.map((b) => {
    const overlaps = found.get(b.key);
    return overlaps ? { ...b, overlaps } : b;
  });
}

export const windowKey = (fn: number, kind: Window['kind']): string => `${String(fn)}.${kind}`;

const registers = { io: 0x1c, memory: 0x20, prefetchable: 0x24 } as const;

function windowsIn(m: Machine, space: Space, fns?: ReadonlySet<number>): MapWindow[] {
  return placedWindows(m, fns)
    .filter((w) => (w.kind === 'io') === (space === 'io'))
    .map((w) => ({
      ...w,
      key: windowKey(w.fn, w.kind),
      at: registers[w.kind],
      depth: above(m, w.fn).length,
    }));
}

/** Bridges above a function, nearest first. */
export function above(m: Machine, fn: number): number[] {
  const bridges: number[] = [];
  let wire = m.board.parts[fn]?.wire ?? 0;
  for (;;) {
    const bridge = m.board.wires[wire]?.bridge ?? -1;
    if (bridge < 0) return bridges;
    bridges.push(bridge);
    wire = m.board.parts[bridge]?.wire ?? 0;
  }
}

/** Drawn as a bracket around something: open, and either forwarding or at least moved from where reset leaves it. */
export const isDrawn = (w: Window): boolean => w.to >= w.from && (w.enabled || w.from > 0);
/** Drawn as a bracket around nothing: the row closes it, or something behind it needs it. */
export const isClosed = (w: MapWindow): boolean =>
  !isDrawn(w) && (w.isTold === true || w.needs !== undefined);

const units = { io: 0x1000, memory: 0x10_0000, prefetchable: 0x10_0000 } as const;
/** The notches that a window's edges stand in. */
export const unitOf = ({ kind }: Window): number => units[kind];

/** `items` as a beat shows them: windows that it has not come to are `held`, those in `told` are drawn even when closed. */
export function withWindows(
  items: Items,
  held: ReadonlyMap<string, Window>,
  told: ReadonlySet<string>,
): Items {
  const windows = items.windows.map((w) => {
    const now = { ...w, ...held.get(w.key) };
    const needs = needsOf(now, items.blocks);
    return { ...now, ...(told.has(w.key) ? { isTold: true } : {}), ...(needs ? { needs } : {}) };
  });
  return { ...items, windows };
}

/** Above 4 GiB only the prefetchable window reaches. */
const windowFor = ({ look, to }: Block): Window['kind'] =>
  look === 'io' ? 'io' : to > 0xffff_ffff ? 'prefetchable' : 'memory';

function needsOf(w: MapWindow, blocks: readonly Block[]): MapWindow['needs'] {
  const missed = blocks.filter((b) => b.outside.includes(w.fn) && windowFor(b) === w.kind);
  if (missed.length === 0) return undefined;
  const unit = unitOf(w);
  const all: readonly { from: number; to: number }[] = isDrawn(w) ? [w, ...missed] : missed;
  const from = Math.floor(Math.min(...all.map((b) => b.from)) / unit) * unit;
  const to = Math.ceil((Math.max(...all.map((b) => b.to)) + 1) / unit) * unit - 1;
  return { from, to, blocks: missed.map((b) => b.key) };
}
