/**
 * Who answers an address. Routing walks the wires as hardware does: every function on a bus is asked, every bridge
 * looks into its windows. The same walk, with a witness, is the explanation, the animation and the address map.
 */
import { join } from '../base/bits.ts';
import type { Machine } from './machine.ts';
import type { BarSpec, LegacyRange, Ops } from './shape.ts';
import { Under, type FixedRange } from './platform.ts';
import { bridgeControlVga, windowsOf, type Window } from './windows.ts';
import { Mapping, Private, State } from './words.ts';

/** Why a function did or did not take an access. */
export type Why =
  | 'hit'
  /** Takes the access and passes it on. */
  | 'forwards'
  /** Is last on the way: turns Type 1 into Type 0. */
  | 'converts'
  /** A register covers the address, but Command does not let it decode. */
  | 'disabled'
  /** Covers the address too, but something in front of it answers. */
  | 'shadowed'
  | 'outside';

/** Hears how an access is routed. */
export interface Witness {
  /** `fn` on `wire` compared and decided. For bridges of a config access `from..to` are its bus numbers, else the range. */
  asked(wire: number, fn: number, why: Why, from: number, to: number): void;
}

export const Claimant = {
  none: 0,
  ram: 1,
  ops: 2,
  /** Memory that a device holds. */
  held: 3,
  /** An expansion ROM. */
  contents: 4,
  ecam: 5,
  latch: 6,
  data: 7,
  ramReadOnly: 8,
  /** Firmware ROM. */
  firmware: 9,
} as const;

/** Who answers, where in it. One per machine, overwritten by every walk. */
export class Claim {
  kind: number = Claimant.none;
  fn = -1;
  ops: Ops | undefined;
  bar: BarSpec | undefined;
  fixed: FixedRange | undefined;
  /** Into RAM, the ops' stretch, the BAR, the ROM or the ECAM window. */
  offset = 0;
  /** For RAM: bytes from here for which the answer holds. */
  left = 0;

  clear(): void {
    this.kind = Claimant.none;
    this.fn = -1;
    this.ops = undefined;
    this.bar = undefined;
    this.fixed = undefined;
    this.offset = 0;
    this.left = 8;
  }
}

/** Each sparse store (RAM, one per device BAR) has its own range of backing addresses, far apart. */
export const backing = (fn: number, bar: number): number => (fn + 1) * 2 ** 36 * 8 + bar * 2 ** 36;

/** Sets `m.claim` to who answers the memory address. */
export function routeMemory(m: Machine, address: number, witness?: Witness): void {
  const { claim } = m;
  const { platform } = m.board;
  claim.clear();
  for (const range of platform.fixed) {
    if (range.space === 'memory' && claimFixed(m, range, address)) return;
  }
  const ecam = platform.ecam(m, address);
  if (ecam >= 0) {
    claim.kind = Claimant.ecam;
    claim.offset = ecam;
    return;
  }
  const under = platform.under(m, address);
  if (under === Under.ram || under === Under.ramReadOnly) {
    claim.kind = under === Under.ram ? Claimant.ram : Claimant.ramReadOnly;
    return;
  }
  const { offset, left } = claim; // the walk below must not lose where RAM lies underneath
  if (walk(m, 0, address, 'memory', witness)) return;
  const rom = platform.rom(m, address);
  if (rom >= 0) {
    claim.kind = Claimant.firmware;
    claim.offset = rom;
    claim.left = 1;
  } else if (under === Under.pciOverRam) {
    claim.kind = Claimant.ram;
    claim.offset = offset;
    claim.left = left;
  }
}

/** Sets `m.claim` to who answers the I/O port. An I/O BAR lies in front of the chipset's ports, CF8 included. */
export function routeIo(m: Machine, port: number, witness?: Witness): void {
  const { claim } = m;
  claim.clear();
  if (walk(m, 0, port, 'io', witness)) return;
  for (const range of m.board.platform.fixed) {
    if (range.space === 'io' && claimFixed(m, range, port)) return;
  }
  if (port >= 0xcf8 && port < 0xd00 && m.board.platform.mechanism1) {
    claim.kind = port < 0xcfc ? Claimant.latch : Claimant.data;
    claim.offset = port & 3;
  }
}

function claimFixed(m: Machine, range: FixedRange, address: number): boolean {
  let offset = address - range.from;
  const span = range.to - range.from;
  if (range.moves) {
    const base = range.moves(m);
    if (base < 0) return false;
    offset -= base;
  }
  if (offset < 0 || offset > span) return false;
  const { claim } = m;
  claim.kind = Claimant.ops;
  claim.fixed = range;
  claim.ops = range.ops;
  claim.offset = offset;
  return true;
}

/**
 * Asks everything on a wire (from 0: on every root) for an address of the memory or I/O space; true when it, or something behind it, claims.
 * Of several that match, the one mapped last goes first; a window behind which nobody answers lets the next one try.
 */
function walk(
  m: Machine,
  wire: number,
  address: number,
  space: 'memory' | 'io',
  witness: Witness | undefined,
): boolean {
  const { words } = m.image;
  let below = Infinity; // candidates are taken in falling order
  for (;;) {
    let order = 0;
    let fn = -1;
    let bar: BarSpec | undefined;
    let behind = -1;
    let start = 0;
    let end = 0;
    for (const index of m.board.heard[wire] ?? []) {
      const shape = m.shape(index);
      let mapping = m.privates(index) + Private.bars;
      for (const spec of shape.bars) {
        const since = words[mapping + Mapping.order] ?? 0;
        if (since > order && since < below && (spec.kind === 'io') === (space === 'io')) {
          const from = join(words[mapping + Mapping.high] ?? 0, words[mapping + Mapping.low] ?? 0);
          if (address >= from && address - from < spec.bytes)
            [order, fn, bar, behind, start, end] = [since, index, spec, -1, from, from + spec.bytes - 1];
        }
        mapping += Mapping.words;
      }
      if (shape.below !== undefined) {
        const since = words[m.privates(index) + Private.windowOrder] ?? 0;
        if (since > order && since < below && forwards(m, index, address, space)) {
          const window = matching(m, index, address, space);
          [order, fn, bar, behind, start, end] = [
            since,
            index,
            undefined,
            m.wireBelow(index),
            window?.from ?? 0,
            window?.to ?? 0,
          ];
        }
      }
    }
    if (fn < 0) break;
    if (bar) {
      if (claimBar(m, fn, bar, address - start)) {
        witness?.asked(wireOf(m, fn), fn, 'hit', start, end);
        return true;
      }
    } else {
      witness?.asked(wireOf(m, fn), fn, 'forwards', start, end);
      if (walk(m, behind, address, space, witness)) return true;
    }
    below = order;
  }
  for (const index of m.legacyOn(wire)) {
    for (const range of m.shape(index).legacy) {
      if (range.space === space && address >= range.from && address <= range.to && isPowered(m, index)) {
        claimLegacy(m.claim, index, range, address);
        witness?.asked(wire, index, 'hit', range.from, range.to);
        return true;
      }
    }
  }
  return false;
}

const wireOf = (m: Machine, fn: number): number => m.board.parts[fn]?.wire ?? 0;

const isPowered = (m: Machine, fn: number): boolean =>
  ((m.image.words[m.privates(fn) + Private.state] ?? 0) & State.powered) !== 0;

function claimLegacy(claim: Claim, fn: number, range: LegacyRange, address: number): void {
  claim.kind = Claimant.ops;
  claim.fn = fn;
  claim.ops = range.ops;
  claim.offset = address - range.from;
}

/** The stretch of a BAR at `offset` answers; false in a hole between stretches (what lies behind may answer). */
function claimBar(m: Machine, fn: number, bar: BarSpec, offset: number): boolean {
  const { claim } = m;
  claim.fn = fn;
  claim.bar = bar;
  if (bar.kind === 'rom') {
    claim.kind = Claimant.contents;
    claim.offset = offset;
    claim.left = bar.bytes - offset;
    return true;
  }
  for (let i = bar.stretches.length - 1; i >= 0; i--) {
    const stretch = bar.stretches[i];
    if (stretch && offset >= stretch.from && offset < stretch.from + stretch.bytes) {
      if (stretch.off?.(m.device(fn)) === true) continue;
      claim.ops = stretch.ops;
      claim.kind = stretch.ops ? Claimant.ops : Claimant.held;
      claim.offset = stretch.ops ? offset - stretch.from : backing(fn, bar.index) + offset;
      claim.left = stretch.from + stretch.bytes - offset;
      return true;
    }
  }
  claim.fn = -1;
  claim.bar = undefined;
  return false;
}

/** Does the bridge pass an address down: by an open window, or as VGA addresses with VGA Enable? */
function forwards(m: Machine, fn: number, address: number, space: 'memory' | 'io'): boolean {
  if (matching(m, fn, address, space)) return true;
  if ((m.word(fn, 15) & bridgeControlVga) === 0) return false;
  const command = m.word(fn, 1);
  if (space === 'memory') return (command & 2) !== 0 && address >= 0xa0000 && address < 0xc0000;
  return (
    (command & 1) !== 0 && address >= 0x3b0 && address <= 0x3df && !(address >= 0x3bc && address <= 0x3bf)
  );
}

/** The open window that holds the address. */
export function matching(
  m: Machine,
  fn: number,
  address: number,
  space: 'memory' | 'io',
): Window | undefined {
  for (const window of windowsOf(m, fn)) {
    if (
      (window.kind === 'io') === (space === 'io') &&
      window.enabled &&
      address >= window.from &&
      address <= window.to
    ) {
      return window;
    }
  }
  return undefined;
}
