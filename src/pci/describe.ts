/** Which register and which fields own each byte of a function's configuration space. */
import { bits } from '../base/bits.ts';
import { capabilityTitle } from './caps/index.ts';
import { placeOf, type Field, type Layout, type Register } from './fields.ts';
import { header, headerCommon } from './header.ts';
import { capabilities, isCapability, type CapabilityAt } from './walk.ts';

/** A function's configuration space, live or dumped. */
export interface ConfigSpace {
  readonly bytes: 64 | 256 | 4096;
  /** Dword n; undefined where a dump does not say. */
  readonly word: (n: number) => number | undefined;
}

/** A register at its place in the space: `at` counts from the space's start. */
export interface PlacedRegister extends Register {
  /** 'header', or the title of its capability. */
  readonly owner: string;
  /** The capability it is part of; undefined in the header. */
  readonly capability?: CapabilityAt;
}

/** A field at its place in the space: `at` counts from the space's start, `hi..lo` from bit 0 of that byte. */
export interface PlacedField extends Field {
  readonly register: PlacedRegister;
}

/** Everything there is to know about where things are. Build once per function, keep until its words change. */
export interface Description {
  readonly header: Layout;
  readonly capabilities: readonly CapabilityAt[];
  /** In order of offset. */
  readonly registers: readonly PlacedRegister[];
  /** In order of offset, then of bit. */
  readonly fields: readonly PlacedField[];
  /** The register that owns a byte; undefined where none does. */
  readonly registerAt: (offset: number) => PlacedRegister | undefined;
  /** The fields that have bits in a byte. */
  readonly fieldsAt: (offset: number) => readonly PlacedField[];
}

function place(layout: Layout, base: number, owner: string, capability: CapabilityAt | undefined) {
  const registers = layout.registers.map((register): PlacedRegister => ({
    ...register,
    at: base + register.at,
    owner,
    ...(capability === undefined ? {} : { capability }),
  }));
  const byOffset = new Map(registers.map((register) => [register.at, register]));
  const fields = layout.fields.flatMap((field): PlacedField[] => {
    const register = byOffset.get(base + field.at);
    return register === undefined ? [] : [{ ...field, at: register.at, register }];
  });
  return { registers, fields };
}

/** Unknown capabilities have a head all the same. */
const headOf = (row: CapabilityAt): Layout =>
  row.extended
    ? {
        id: 'unknown',
        bytes: 4,
        registers: [{ name: 'Extended Capability Header', at: 0, bytes: 4 }],
        fields: [
          { name: 'Extended Capability ID', at: 0, hi: 15, lo: 0, access: 'ro' },
          { name: 'Capability Version', at: 0, hi: 19, lo: 16, access: 'ro' },
          { name: 'Next Capability Offset', at: 0, hi: 31, lo: 20, access: 'ro' },
        ],
      }
    : {
        id: 'unknown',
        bytes: 2,
        registers: [
          { name: 'Capability ID', at: 0, bytes: 1 },
          { name: 'Next Capability Pointer', at: 1, bytes: 1 },
        ],
        fields: [
          { name: 'Capability ID', at: 0, hi: 7, lo: 0, access: 'ro' },
          { name: 'Next Capability Pointer', at: 1, hi: 7, lo: 0, access: 'ro' },
        ],
      };

/** "Power Management"; "Capability 1f" or "Extended capability 0031" when nobody knows the id. */
export function titleOf(row: CapabilityAt): string {
  const known = capabilityTitle(row.id, row.extended);
  if (known !== undefined) return known;
  return row.extended
    ? `Extended capability ${row.id.toString(16).padStart(4, '0')}`
    : `Capability ${row.id.toString(16).padStart(2, '0')}`;
}

/** Describes a function. Where two capabilities claim a byte (broken devices do), the first in the list keeps it. */
export function describe(space: ConfigSpace): Description {
  const absent = (space.word(0) ?? 0) >>> 0 === 0xffffffff;
  const top = absent ? headerCommon : header((n) => space.word(n) ?? 0);
  const rows = capabilities(space.word, space.bytes);
  const parts = [
    place(top, 0, 'header', undefined),
    ...rows.filter(isCapability).map((row) => place(row.layout ?? headOf(row), row.at, titleOf(row), row)),
  ];
  const owners = new Map<number, PlacedRegister>();
  const inByte = new Map<number, PlacedField[]>();
  const registers: PlacedRegister[] = [];
  const fields: PlacedField[] = [];
  for (const part of parts) {
    for (const register of part.registers) {
      const span = Array.from({ length: register.bytes }, (_, n) => register.at + n);
      if (span.some((at) => at >= space.bytes || owners.has(at))) continue;
      for (const at of span) owners.set(at, register);
      registers.push(register);
    }
    for (const field of part.fields) {
      if (owners.get(field.at) !== field.register) continue;
      fields.push(field);
      for (let at = field.at + (field.lo >> 3); at <= field.at + (field.hi >> 3); at++) {
        const list = inByte.get(at);
        if (list === undefined) inByte.set(at, [field]);
        else list.push(field);
      }
    }
  }
  registers.sort((a, b) => a.at - b.at);
  fields.sort((a, b) => a.at - b.at || a.lo - b.lo);
  return {
    header: top,
    capabilities: rows,
    registers,
    fields,
    registerAt: (offset) => owners.get(offset),
    fieldsAt: (offset) => inByte.get(offset) ?? [],
  };
}

/** A field's value, unsigned; undefined where a dump does not say. */
export function fieldValue(space: ConfigSpace, field: Field): number | undefined {
  const { word, hi, lo } = placeOf(field);
  const value = space.word(word);
  return value === undefined ? undefined : bits(value, hi, lo);
}

/** A register's value, unsigned, up to 4 bytes (of an 8-byte one the low word); undefined where a dump does not say. */
export function registerValue(space: ConfigSpace, register: Register): number | undefined {
  const value = space.word(register.at >> 2);
  if (value === undefined) return undefined;
  const lo = (register.at & 3) * 8;
  return bits(value, Math.min(lo + register.bytes * 8 - 1, 31), lo);
}
