/** The vocabulary of the specification as data: a register block is described once, and everything reads that description. */
import { bits } from '../base/bits.ts';

/** What a config write may do to a field, in the words of the PCI Express Base Specification. */
export type Access = 'ro' | 'rw' | 'rw1c' | 'ros' | 'rws' | 'rw1cs' | 'hwinit' | 'rsvdp' | 'rsvdz';

/** One named bit field. `at` is a byte offset in its layout; `hi..lo` count from bit 0 of that byte and may reach 31. */
export interface Field {
  /** As the specification spells it: "Memory Space Enable". */
  readonly name: string;
  readonly at: number;
  readonly hi: number;
  readonly lo: number;
  readonly access: Access;
  /** The word `lspci` prints for it, where it has one: "Mem", "BusMaster", "MaxPayload". */
  readonly short?: string;
  /** The value in words, where a number says too little. */
  readonly show?: (value: number) => string;
}

/** A register: named bytes that software reads and writes together. Fields live inside registers. */
export interface Register {
  /** As the specification spells it: "Command", "Base Address 0". */
  readonly name: string;
  readonly at: number;
  readonly bytes: 1 | 2 | 3 | 4 | 8;
}

/** A register block described once: the engine reads its masks, the views its names. Offsets count from its start. */
export interface Layout {
  readonly id: string;
  readonly bytes: number;
  readonly registers: readonly Register[];
  readonly fields: readonly Field[];
}

/** Where a field lies in the words of its block: word index and bit positions within that word. */
export function placeOf(field: Field, base = 0): { word: number; hi: number; lo: number } {
  const at = base + field.at;
  const shift = (at & 3) * 8;
  return { word: at >> 2, hi: field.hi + shift, lo: field.lo + shift };
}

/** A field's value in a block that starts at byte `base` of `word(n)`; unsigned. */
export function valueOf(field: Field, word: (index: number) => number, base = 0): number {
  const p = placeOf(field, base);
  return bits(word(p.word), p.hi, p.lo);
}
