/** Why the machine answered as it did: winds back to before a row and routes it again with a witness. Nothing is stored. */
import { at } from '../base/assert.ts';
import type { Machine } from './machine.ts';
import { barAddress, programmedAddress } from './mappings.ts';
import { routeIo, routeMemory, type Why, type Witness } from './route.ts';
import { busNumbers, findWire } from './route-config.ts';
import type { BarSpec } from './shape.ts';
import { Op, targetBdf, targetOffset, type Row } from './trace.ts';
import { windowsOf, type Window } from './windows.ts';

/** One function's answer to "is this for you?". For bridges of a config access `from..to` are bus numbers, else addresses. */
export interface Hop {
  readonly wire: number;
  readonly fn: number;
  readonly why: Why;
  readonly from: number;
  readonly to: number;
}

export interface ConfigCycle {
  readonly bdf: number;
  readonly offset: number;
  /** What the host bridge puts on the root bus: 0 when the target is on it, else 1. */
  readonly type: 0 | 1;
  /** Bit 31 of CONFIG_ADDRESS (always true for ECAM). */
  readonly enabled: boolean;
}

/** What a config write tried, what the mask let through, what is there now. Words as unsigned numbers. */
export interface WriteEffect {
  readonly word: number;
  readonly old: number;
  readonly tried: number;
  /** Bytes that the access drives. */
  readonly lanes: number;
  readonly mask: number;
  readonly cleared: number;
  readonly now: number;
}

/** A BAR that a write mapped, moved or unmapped; -1 where it does not decode. */
export interface Moved {
  readonly bar: BarSpec;
  readonly from: number;
  readonly to: number;
}

/** A window that a write to its bridge opened, closed, moved, or let forward. */
export interface MovedWindow {
  readonly from: Window;
  readonly to: Window;
}

export interface Explanation {
  readonly row: Row;
  readonly config?: ConfigCycle;
  /** Every question asked, in the order of the walk. */
  readonly hops: readonly Hop[];
  /** Wires that the access travelled, from the root. Empty when it never reached PCI. */
  readonly wires: readonly number[];
  readonly effect?: WriteEffect;
  /** BARs of the claiming function that began, moved or ceased to decode. */
  readonly moved: readonly Moved[];
  /** Windows of the claiming bridge that are not what they were. */
  readonly windows: readonly MovedWindow[];
  /** CONFIG_ADDRESS when the access was made. */
  readonly latch: number;
}

/** Explains row `index` of the trace; the machine is left at the position where it was. */
export function explain(m: Machine, index: number): Explanation {
  const row = m.trace.row(index);
  const position = m.image.tape.position;
  const after = at(m.trace.tape, index);
  const before = index === 0 ? 0 : at(m.trace.tape, index - 1);
  m.wind(before);
  const latch = m.latch;
  const hops: Hop[] = [];
  const witness: Witness = { asked: (wire, fn, why, from, to) => hops.push({ wire, fn, why, from, to }) };
  const moved = row.write && row.fn >= 0 ? movedBars(m, row.fn, before, after) : [];
  const windows = row.write && row.fn >= 0 ? movedWindows(m, row.fn, before, after) : [];
  const base = { row, latch, moved, windows };
  let result: Explanation;
  if (row.op === Op.config || row.op === Op.ecam) {
    const config = cycleOf(m, row, latch);
    const wires = config.enabled ? walkConfig(m, config, hops, witness) : [];
    // last: it leaves the machine after the row
    const effect = row.write && row.fn >= 0 ? effectOf(m, row, before, after) : undefined;
    result = { ...base, config, hops, wires, ...(effect ? { effect } : {}) };
  } else if (row.op === Op.io || row.op === Op.memory) {
    result = { ...base, hops, wires: walkAddress(m, row, hops, witness) };
  } else result = { ...base, hops, wires: [] };
  m.wind(position);
  return result;
}

function cycleOf(m: Machine, row: Row, latch: number): ConfigCycle {
  const bdf = targetBdf(row.target);
  const wire = m.board.wires[m.wireOf(bdf >> 8)];
  return {
    bdf,
    offset: targetOffset(row.target),
    type: bdf >> 8 === 0 || wire?.root ? 0 : 1,
    enabled: row.op === Op.ecam || latch >>> 31 === 1,
  };
}

/** The bridges' comparisons, then the target wire's functions: who has its IDSEL asserted. */
function walkConfig(m: Machine, config: ConfigCycle, hops: Hop[], witness: Witness): number[] {
  const bus = config.bdf >> 8;
  const wire = findWire(m, bus, witness);
  const wires = [0];
  for (const hop of hops)
    if (hop.why === 'forwards' || hop.why === 'converts') wires.push(m.wireBelow(hop.fn));
  if (wire < 0) return wires;
  const fn = m.find(config.bdf);
  if (fn >= 0) hops.push({ wire, fn, why: 'hit', from: config.bdf & 0xff, to: config.bdf & 0xff });
  return wires;
}

function walkAddress(m: Machine, row: Row, hops: Hop[], witness: Witness): number[] {
  const space = row.op === Op.io ? 'io' : 'memory';
  if (space === 'io') routeIo(m, row.address & 0xffff, witness);
  else routeMemory(m, row.address, witness);
  throughExpanders(m, hops, space);
  const reached = m.claim.kind !== 0 && m.claim.fn < 0 && hops.length === 0;
  if (reached) return []; // RAM, ECAM, a chipset register: PCI was not asked
  const wires = [0];
  for (const hop of hops) if (hop.why === 'forwards') wires.push(m.wireBelow(hop.fn));
  const spoke = new Set(hops.map((h) => h.fn));
  for (const wire of wires) {
    for (const fn of m.partsOn(wire)) {
      if (spoke.has(fn)) continue;
      const hop = silent(m, wire, fn, row.address, space);
      if (hop) hops.push(hop);
    }
  }
  return wires;
}

/** An expander's root hears what bus 0 hears: drawn as if the expander let everything pass. */
function throughExpanders(m: Machine, hops: Hop[], space: 'io' | 'memory'): void {
  const to = space === 'io' ? 0xffff : 2 ** 52 - 1;
  const passed = new Set<number>();
  for (let i = 0; i < hops.length; i++) {
    const fn = m.board.wires[hops[i]?.wire ?? 0]?.root?.expander;
    if (fn === undefined || passed.has(fn)) continue;
    passed.add(fn);
    hops.splice(i, 0, { wire: 0, fn, why: 'forwards', from: 0, to });
  }
}

/** Why a function that did not answer did not; undefined when it has nothing to decode in that space. */
function silent(
  m: Machine,
  wire: number,
  fn: number,
  address: number,
  space: 'io' | 'memory',
): Hop | undefined {
  const covers = (from: number, bytes: number): boolean => address >= from && address - from < bytes;
  let any: Hop | undefined;
  for (const bar of m.shape(fn).bars) {
    if ((bar.kind === 'io') !== (space === 'io')) continue;
    const from = programmedAddress(m, fn, bar);
    const hop = { wire, fn, from, to: from + bar.bytes - 1 };
    if (covers(from, bar.bytes)) return { ...hop, why: barAddress(m, fn, bar) < 0 ? 'disabled' : 'shadowed' };
    any ??= { ...hop, why: 'outside' };
  }
  if (m.shape(fn).below) {
    for (const window of windowsOf(m, fn)) {
      if ((window.kind === 'io') !== (space === 'io')) continue;
      const hop = { wire, fn, from: window.from, to: window.to };
      if (covers(window.from, window.to - window.from + 1))
        return { ...hop, why: window.enabled ? 'shadowed' : 'disabled' };
      any ??= { ...hop, why: 'outside' };
    }
  }
  return any;
}

function movedBars(m: Machine, fn: number, before: number, after: number): Moved[] {
  const { bars } = m.shape(fn);
  m.wind(after);
  const now = bars.map((bar) => barAddress(m, fn, bar));
  m.wind(before);
  return bars
    .map((bar, i) => ({ bar, from: barAddress(m, fn, bar), to: now[i] ?? -1 }))
    .filter(({ from, to }) => from !== to);
}

function movedWindows(m: Machine, fn: number, before: number, after: number): MovedWindow[] {
  if (!m.shape(fn).below) return [];
  m.wind(after);
  const now = windowsOf(m, fn);
  m.wind(before);
  return windowsOf(m, fn).flatMap((from, i) => {
    const to = now[i];
    if (!to) return [];
    const isSame = from.from === to.from && from.to === to.to && from.enabled === to.enabled;
    return isSame ? [] : [{ from, to }];
  });
}

function effectOf(m: Machine, row: Row, before: number, after: number): WriteEffect {
  const offset = targetOffset(row.target);
  const word = offset >> 2;
  const shape = m.shape(row.fn);
  const shift = (offset & 3) * 8;
  const lanes = (row.bytes >= 4 ? -1 : (1 << (row.bytes * 8)) - 1) << shift;
  m.wind(before);
  const old = m.word(row.fn, word);
  m.wind(after);
  const now = m.word(row.fn, word);
  const tried = (row.value << shift) & lanes;
  return {
    word,
    old: old >>> 0,
    tried: tried >>> 0,
    lanes: lanes >>> 0,
    mask: (shape.write[word] ?? 0) >>> 0,
    cleared: (tried & (shape.w1c[word] ?? 0)) >>> 0,
    now: now >>> 0,
  };
}

/** The bus number that leads to a wire now, or -1 when none does. */
export function busOf(m: Machine, wire: number): number {
  if (wire === 0) return 0;
  const { bridge = -1, root } = m.board.wires[wire] ?? {};
  const above = root?.expander ?? bridge;
  if (above < 0) return -1;
  const { secondary } = busNumbers(m, above);
  return secondary !== 0 && m.wireOf(secondary) === wire ? secondary : -1;
}

/** The BDF at which software reaches a function now, or -1 while no bus number leads there. */
export function bdfOf(m: Machine, fn: number): number {
  const part = m.board.parts[fn];
  const bus = part && m.isPresent(fn) ? busOf(m, part.wire) : -1;
  return part && bus >= 0 ? (bus << 8) | part.devfn : -1;
}
