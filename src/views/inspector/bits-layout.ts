/** Registers as bits: what a write tried and kept, the fields of a dword, and the arithmetic of sizing, step by step. */
import { mask } from '../../base/bits.ts';
import { hex } from '../../base/hex.ts';
import { placeOf, type Access } from '../../pci/fields.ts';
import type { Description, PlacedField } from '../../pci/describe.ts';
import type { BarSpec } from '../../engine/shape.ts';
import type { WriteEffect } from '../../engine/explain.ts';
import type { Beat } from '../../session/beats.ts';
import type { Space } from './space.ts';

/** Column of bit `bit` (31 at the left) in a grid of 39: eight groups of four with a narrow column between. */
export const columnOf = (bit: number): number => 31 - bit + Math.floor((31 - bit) / 4) + 1;

/** A stretch of a dword with one owner. */
export interface Segment {
  readonly hi: number;
  readonly lo: number;
  readonly field: PlacedField | undefined;
}

/** The fields of dword `word`, bit 31 first; bits that no field owns come as segments without one. */
export function segmentsOf(description: Description, word: number): Segment[] {
  const seen = new Set<PlacedField>();
  const found: Segment[] = [];
  for (let byte = 0; byte < 4; byte++) {
    for (const field of description.fieldsAt(word * 4 + byte)) {
      const place = placeOf(field);
      if (seen.has(field) || place.word !== word) continue;
      seen.add(field);
      found.push({ hi: place.hi, lo: place.lo, field });
    }
  }
  found.sort((a, b) => b.hi - a.hi);
  const whole: Segment[] = [];
  let next = 31;
  for (const segment of found) {
    if (segment.hi > next) continue;
    if (segment.hi < next) whole.push({ hi: next, lo: segment.hi + 1, field: undefined });
    whole.push(segment);
    next = segment.lo - 1;
  }
  if (next >= 0) whole.push({ hi: next, lo: 0, field: undefined });
  return whole;
}

/** What a write may do to a field of this very function: its masks have the last word over the table. */
export type Attribute = Access | 'partial';

export function attributeOf(space: Space, field: PlacedField): Attribute {
  const { word, hi, lo } = placeOf(field);
  const bits = mask(hi, lo);
  const write = (space.write[word] ?? 0) & bits;
  const sticky = field.access === 'ros' || field.access === 'rws' || field.access === 'rw1cs';
  if (((space.w1c[word] ?? 0) & bits) !== 0) return sticky ? 'rw1cs' : 'rw1c';
  if (write === bits) return sticky ? 'rws' : 'rw';
  if (write !== 0) return 'partial';
  if (field.access === 'rsvdp' || field.access === 'rsvdz' || field.access === 'hwinit') return field.access;
  return sticky ? 'ros' : 'ro';
}

/** The writable bits of a field, counted in its dword, when they are one run; else undefined. */
export function writableRun(
  space: Space,
  field: PlacedField,
): { readonly hi: number; readonly lo: number } | undefined {
  const { word, hi, lo } = placeOf(field);
  const write = ((space.write[word] ?? 0) & mask(hi, lo)) >>> 0;
  if (write === 0) return undefined;
  const top = 31 - Math.clz32(write);
  const bottom = 31 - Math.clz32(write & -write);
  return write === mask(top, bottom) >>> 0 ? { hi: top, lo: bottom } : undefined;
}

/** Two or three letters: what is printed under a bit. */
export const letters: Readonly<Record<Attribute, string>> = {
  ro: 'RO',
  rw: 'RW',
  rw1c: '1C',
  ros: 'ROs',
  rws: 'RWs',
  rw1cs: '1Cs',
  hwinit: 'HI',
  rsvdp: '–',
  rsvdz: '–',
  partial: 'rw',
};

export const popCount = (word: number): number => {
  let n = 0;
  for (let w = word >>> 0; w !== 0; w = (w & (w - 1)) >>> 0) n++;
  return n;
};

/** The bits that a write tried to change and could not. */
export const refusedBits = (e: WriteEffect): number =>
  (e.tried & e.lanes & ~e.mask & ~e.cleared & (e.tried ^ e.now)) >>> 0;

/** Are the set bits all below the others: "17 low bits"? */
export const areLow = (bits: number): boolean => bits !== 0 && ((bits + 1) & bits) === 0;

/** Bits of a base address register that say its kind, not its address. */
export const flagBits = (bar: BarSpec): number => (bar.kind === 'io' ? 3 : bar.kind === 'rom' ? 0x7ff : 15);

/** The arithmetic of a sizing read-back. Words unsigned. */
export interface Sizing {
  readonly read: number;
  readonly bare: number;
  readonly inverted: number;
  readonly bytes: number;
  /** Bits that the +1 carried through, and the one where it came to rest. */
  readonly carried: number;
}

export function sizingOf(read: number, bar: BarSpec): Sizing {
  const bare = (read & ~flagBits(bar)) >>> 0;
  const inverted = ~bare >>> 0;
  const bytes = inverted + 1;
  return { read: read >>> 0, bare, inverted, bytes, carried: (inverted ^ bytes) >>> 0 };
}

/** For a write: has the mask spoken? The beat counts from 1 and the last one shows the state after the row. */
export const isMasked = (beats: readonly Beat[], beat: number): boolean => {
  const at = beats.findIndex((b) => b.kind === 'mask');
  return at < 0 || beat > at;
};

/** For a sizing read: 0 not there yet, 1 the read-back, 2 flags masked off, 3 inverted, 4 plus one. */
export function sizingStage(beats: readonly Beat[], beat: number): 0 | 1 | 2 | 3 | 4 {
  const reached = (kind: Beat['kind']): boolean => {
    const at = beats.findIndex((b) => b.kind === kind);
    return at >= 0 && beat > at;
  };
  if (reached('add')) return 4;
  if (reached('invert')) return 3;
  if (reached('flags')) return 2;
  return reached('claim') ? 1 : 0;
}

/** Is this meaning the address itself? It says where its bits stand: "fffe0000" needs no 0xfffe000 beside it. */
export const isAddress = (said: string, value: number | undefined, lo: number): boolean =>
  value !== undefined && lo > 0 && said === hex(value * 2 ** lo, 8);
