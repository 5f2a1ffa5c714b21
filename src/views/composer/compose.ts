/** CONFIG_ADDRESS as fields, and the address phase that the host bridge makes of it. Pure: looking causes no bus cycle. */
import { bits } from '../../base/bits.ts';
import type { Machine } from '../../engine/machine.ts';
import { busOf } from '../../engine/explain.ts';

export type FieldId = 'enable' | 'bus' | 'device' | 'function' | 'register';

export interface FieldSpec {
  readonly id: FieldId;
  readonly hi: number;
  readonly lo: number;
  /** Largest value as a person writes it. */
  readonly most: number;
  /** What the value counts up by: registers are named by their first byte. */
  readonly step: number;
}

/** Bits 31 to 2; 30:24 are reserved, 1:0 are zero (PCI Local Bus Specification, CONFIG_ADDRESS). */
export const fieldSpecs: readonly FieldSpec[] = [
  { id: 'enable', hi: 31, lo: 31, most: 1, step: 1 },
  { id: 'bus', hi: 23, lo: 16, most: 255, step: 1 },
  { id: 'device', hi: 15, lo: 11, most: 31, step: 1 },
  { id: 'function', hi: 10, lo: 8, most: 7, step: 1 },
  { id: 'register', hi: 7, lo: 2, most: 0xfc, step: 4 },
];

/** A field of the dword as a person writes it. */
export const fieldOf = (dword: number, { hi, lo, step }: FieldSpec): number => bits(dword, hi, lo) * step;

/** The dword with one field replaced, cut to its width. */
export function withField(dword: number, { hi, lo, step }: FieldSpec, value: number): number {
  const width = hi - lo + 1;
  const field = Math.floor(value / step) & (2 ** width - 1);
  const hole = ~((2 ** width - 1) << lo);
  return ((dword & hole) | (field << lo)) >>> 0;
}

/** One step up or down from a field's value, staying within it. */
export const stepped = (spec: FieldSpec, value: number, steps: number): number =>
  Math.max(0, Math.min(spec.most, value - (value % spec.step) + steps * spec.step));

/** Reads "1f", "0x1f" or, in decimal, "31"; undefined when it is no number of the field. */
export function readNumber(text: string, base: 'hex' | 'decimal', most: number): number | undefined {
  const clean = text.trim().toLowerCase();
  const prefixed = clean.startsWith('0x');
  const digits = prefixed ? clean.slice(2) : clean;
  const pattern = prefixed || base === 'hex' ? /^[0-9a-f]+$/ : /^\d+$/;
  if (!pattern.test(digits)) return undefined;
  const n = Number.parseInt(digits, prefixed || base === 'hex' ? 16 : 10);
  return n <= most ? n : undefined;
}

export interface PhasePart {
  readonly hi: number;
  readonly lo: number;
  readonly id: 'idsel' | 'zero' | 'bus' | 'device' | 'function' | 'dword' | 'type';
}

export interface AddressPhase {
  readonly type: 0 | 1;
  /** AD[31:0]. */
  readonly ad: number;
  /** The AD line of the IDSEL; undefined for Type 1, and when none is left. */
  readonly line: number | undefined;
  readonly parts: readonly PhasePart[];
}

const type0: readonly PhasePart[] = [
  { hi: 31, lo: 11, id: 'idsel' },
  { hi: 10, lo: 8, id: 'function' },
  { hi: 7, lo: 2, id: 'dword' },
  { hi: 1, lo: 0, id: 'type' },
];

const type1: readonly PhasePart[] = [
  { hi: 31, lo: 24, id: 'zero' },
  { hi: 23, lo: 16, id: 'bus' },
  { hi: 15, lo: 11, id: 'device' },
  { hi: 10, lo: 8, id: 'function' },
  { hi: 7, lo: 2, id: 'dword' },
  { hi: 1, lo: 0, id: 'type' },
];

/**
 * What the host bridge puts on AD during the address phase; undefined while Enable is 0. Type 0 raises AD[11+device] for
 * devices 0–20, as host bridges commonly wire IDSEL; QEMU has no cycle types, this is the specification's picture.
 */
export function phaseOf(dword: number): AddressPhase | undefined {
  if (dword >>> 31 === 0) return undefined;
  const low = dword & 0x7fc;
  if (bits(dword, 23, 16) !== 0) {
    return { type: 1, ad: ((dword & 0x00ff_fffc) | 1) >>> 0, line: undefined, parts: type1 };
  }
  const device = bits(dword, 15, 11);
  const line = device <= 20 ? 11 + device : undefined;
  return { type: 0, ad: (low | (line === undefined ? 0 : 2 ** line)) >>> 0, line, parts: type0 };
}

export interface Reach {
  readonly bdf: number;
  /** -1: nobody. */
  readonly fn: number;
  /** Functions in front of which the access passes, from the root: bridges whose numbers let it through. */
  readonly through: readonly number[];
}

/** Whom a CFC access would reach, without making one; undefined while Enable is 0. */
export function reachOf(m: Machine, dword: number): Reach | undefined {
  if (dword >>> 31 === 0) return undefined;
  const bdf = (dword >>> 8) & 0xffff;
  const fn = m.find(bdf);
  const through: number[] = [];
  for (let wire = m.wireOf(bdf >> 8); wire > 0;) {
    const bridge = m.board.wires[wire]?.bridge ?? -1;
    if (bridge < 0 || busOf(m, wire) < 0) break;
    through.unshift(bridge);
    wire = m.board.parts[bridge]?.wire ?? 0;
  }
  return { bdf, fn, through };
}
