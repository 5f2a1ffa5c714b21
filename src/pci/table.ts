/** The shorthand in which the register tables of this room are written. */
import type { Access, Field, Layout, Register } from './fields.ts';

/** A field of a register that is still to be placed: bits count from the register's bit 0. */
export type Part = Omit<Field, 'at'>;

/** A register with its fields in place. */
export interface Block {
  readonly register: Register;
  readonly fields: readonly Field[];
}

type Show = (value: number) => string;

/** Bits `hi..lo`. `short` is lspci's word for the field. */
export const field = (
  hi: number,
  lo: number,
  name: string,
  access: Access,
  show?: Show,
  short?: string,
): Part => ({
  name,
  hi,
  lo,
  access,
  ...(short === undefined ? {} : { short }),
  ...(show === undefined ? {} : { show }),
});

/** One bit. `short` is lspci's word for it. */
export const bit = (lo: number, name: string, access: Access, short?: string): Part =>
  field(lo, lo, name, access, undefined, short);

/** A register and its fields. An Access instead of fields makes the whole register one field of the same name. */
export function register(
  at: number,
  bytes: 1 | 2 | 3 | 4,
  name: string,
  parts: Access | readonly Part[],
  show?: Show,
): Block {
  const list = typeof parts === 'string' ? [field(bytes * 8 - 1, 0, name, parts, show)] : parts;
  return { register: { name, at, bytes }, fields: list.map((part) => ({ ...part, at })) };
}

/** A layout from its registers, in order. */
export const layout = (id: string, bytes: number, blocks: readonly Block[]): Layout => ({
  id,
  bytes,
  registers: blocks.map((block) => block.register),
  fields: blocks.flatMap((block) => block.fields),
});

/** The nth word; a number that has none shows as itself. */
export const among =
  (...words: readonly string[]): Show =>
  (value) =>
    words[value] || String(value);

/** The word of a value that has one; any other shows in hex. */
export const named =
  (words: Readonly<Record<number, string>>): Show =>
  (value) =>
    words[value] ?? `0x${value.toString(16)}`;
