/** What lies where, as projections of the words: every BAR, every window, and the flat view that the CPU sees. */
import { join } from '../base/bits.ts';
import type { Machine } from './machine.ts';
import { programmedAddress } from './mappings.ts';
import type { MapRange } from './platform.ts';
import { Claimant, routeIo, routeMemory } from './route.ts';
import type { BarSpec } from './shape.ts';
import { windowsOf, type Window } from './windows.ts';
import { Mapping, Private } from './words.ts';

export interface PlacedBar {
  readonly fn: number;
  readonly bar: BarSpec;
  /** What the register says. */
  readonly address: number;
  /** It decodes there now. */
  readonly mapped: boolean;
  /** Chain of bridges whose window it misses, nearest first; empty when every window on its way holds it. */
  readonly outside: readonly number[];
}

/** Every BAR on the board, decoding or not, in board order. */
export const placedBars = (m: Machine): PlacedBar[] => m.board.parts.flatMap((_, fn) => barsOf(m, fn));

/** The BARs of one function; none while it is not plugged in. */
export function barsOf(m: Machine, fn: number): readonly PlacedBar[] {
  const part = m.board.parts[fn];
  if (!part || !m.isPresent(fn)) return [];
  return part.shape.bars.map((bar, i) => {
    const mapping = m.privates(fn) + Private.bars + i * Mapping.words;
    const mapped = m.image.get(mapping + Mapping.order) !== 0;
    const address = mapped
      ? join(m.image.get(mapping + Mapping.high), m.image.get(mapping + Mapping.low))
      : programmedAddress(m, fn, bar);
    return { fn, bar, address, mapped, outside: mapped ? missing(m, part.wire, bar, address) : [] };
  });
}

/** Bridges above `wire` that do not pass the whole range down. */
function missing(m: Machine, wire: number, bar: BarSpec, address: number): number[] {
  const bridges: number[] = [];
  for (let bridge = m.board.wires[wire]?.bridge ?? -1; bridge >= 0;) {
    const fits = windowsOf(m, bridge).some(
      (w) =>
        w.enabled &&
        (w.kind === 'io') === (bar.kind === 'io') &&
        address >= w.from &&
        address + bar.bytes - 1 <= w.to,
    );
    if (!fits) bridges.push(bridge);
    bridge = m.board.wires[m.board.parts[bridge]?.wire ?? 0]?.bridge ?? -1;
  }
  return bridges;
}

export interface PlacedWindow extends Window {
  readonly fn: number;
}

/** Every bridge window, open or closed, in board order; of `fns` only, if they are given. */
export function placedWindows(m: Machine, fns?: ReadonlySet<number>): PlacedWindow[] {
  // bridges and expanders by their wires: there are few, and as many functions as there may be
  return m.board.wires.flatMap(({ bridge, root }) => {
    const fn = root?.expander ?? bridge;
    if (fn < 0 || fns?.has(fn) === false) return [];
    return windowsOf(m, fn).map((window) => ({ ...window, fn }));
  });
}

/** A stretch of an address space with one answer throughout. */
export interface Region {
  readonly from: number;
  /** Last address, included. */
  readonly to: number;
  readonly kind: MapRange['kind'] | 'latch' | 'data' | 'bar' | 'legacy' | 'none';
  /** Who answers, for `bar` and `legacy`. */
  readonly fn: number;
  readonly bar?: BarSpec;
  /** Name of the chipset's stretch. */
  readonly name?: string;
}

/**
 * The space as the CPU sees it, lowest first: what answers at every address below 2^52. Found by asking the router at every
 * edge, so that it cannot disagree with it. Runs of nothing are left out. `only`: no edges but these and the chipset's, for a
 * board with too many; what lies between them is told by its first address.
 */
export function regions(
  m: Machine,
  space: 'io' | 'memory',
  only?: { readonly bars: readonly PlacedBar[]; readonly windows: readonly Window[] },
): Region[] {
  const end = space === 'io' ? 0x10000 : 2 ** 52;
  const edges = new Set<number>([0]);
  const edge = (from: number, to: number): void => {
    if (from < end) edges.add(from);
    if (to + 1 < end) edges.add(to + 1);
  };
  const fixed = m.board.platform.map(m).filter((r) => r.space === space);
  for (const range of fixed) edge(range.from, range.to);
  for (const { bar, address, mapped } of only?.bars ?? placedBars(m)) {
    if (!mapped || (bar.kind === 'io') !== (space === 'io')) continue;
    edge(address, address + bar.bytes - 1);
    for (const stretch of bar.stretches)
      edge(address + stretch.from, address + stretch.from + stretch.bytes - 1);
  }
  for (const window of only?.windows ?? placedWindows(m))
    if (window.to >= window.from) edge(window.from, window.to);
  for (const part of m.board.parts) {
    if (part.shape.legacy.length === 0) continue;
    for (const range of part.shape.legacy) if (range.space === space) edge(range.from, range.to);
  }
  if (space === 'io' && m.board.platform.mechanism1) {
    edge(0xcf8, 0xcfb);
    edge(0xcfc, 0xcff);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const found: Region[] = [];
  sorted.forEach((from, i) => {
    const region = at(m, space, from, (sorted[i + 1] ?? end) - 1, fixed);
    const last = found.at(-1);
    if (region.kind === 'none') return;
    if (
      last?.to === from - 1 &&
      last.kind === region.kind &&
      last.fn === region.fn &&
      last.bar === region.bar &&
      last.name === region.name
    ) {
      found[found.length - 1] = { ...last, to: region.to };
    } else found.push(region);
  });
  return found;
}

function at(
  m: Machine,
  space: 'io' | 'memory',
  from: number,
  to: number,
  fixed: readonly MapRange[],
): Region {
  if (space === 'io') routeIo(m, from);
  else routeMemory(m, from);
  const { kind, fn, bar } = m.claim;
  if (kind === Claimant.none) return { from, to, kind: 'none', fn: -1 };
  if (fn >= 0) return { from, to, kind: bar ? 'bar' : 'legacy', fn, ...(bar ? { bar } : {}) };
  const named = fixed.find((r) => from >= r.from && from <= r.to);
  return { ...(named ?? answerOf(m)), from, to, fn: -1 };
}

/** What the router found, in the words of the map. */
function answerOf(m: Machine): { kind: Region['kind']; name: string } {
  const { kind, ops } = m.claim;
  switch (kind) {
    case Claimant.ram:
    case Claimant.ramReadOnly:
      return { kind: 'ram', name: 'RAM' };
    case Claimant.firmware:
      return { kind: 'rom', name: 'ROM' };
    case Claimant.ecam:
      return { kind: 'ecam', name: 'ECAM' };
    case Claimant.latch:
      return { kind: 'latch', name: 'CONFIG_ADDRESS' };
    case Claimant.data:
      return { kind: 'data', name: 'CONFIG_DATA' };
    default:
      return { kind: 'fixed', name: ops?.name ?? '' };
  }
}
