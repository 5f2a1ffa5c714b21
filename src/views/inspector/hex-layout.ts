/** The hex grid as arithmetic: how each byte looks, where a key leads, which rows are worth drawing, what is being typed. */
import type { Width } from '../../session/inspector-acts.ts';
import type { Description } from '../../pci/describe.ts';
import { byteOf, type Space } from './space.ts';

/**
 * How a byte is set, one letter each so that a row is a string:
 * `o` read only · `w` read-write · `p` some bits writable · `c` write 1 to clear · `-` reserved or unused · `u` unused but
 * writable · `?` unknown in the dump.
 */
export type Look = 'o' | 'w' | 'p' | 'c' | '-' | 'u' | '?';

export function lookOf(space: Space, description: Description, offset: number): Look {
  if (offset >= space.known) return '?';
  const write = byteOf(space.write, offset);
  const clear = byteOf(space.w1c, offset);
  const owned = description.registerAt(offset) !== undefined;
  if (clear !== 0) return 'c';
  if (write !== 0) return !owned ? 'u' : write === 0xff ? 'w' : 'p';
  const fields = description.fieldsAt(offset);
  const reserved = fields.every((f) => f.access === 'rsvdp' || f.access === 'rsvdz');
  return owned && !reserved ? 'o' : '-';
}

/** Looks of `count` bytes from `offset` on. */
export function looksOf(space: Space, description: Description, offset: number, count: number): string {
  let looks = '';
  for (let i = offset; i < offset + count; i++) looks += lookOf(space, description, i);
  return looks;
}

/** Bit n of the answer: byte `offset + n` lies in `from..from+bytes`. */
export function covered(offset: number, count: number, from: number, bytes: number): number {
  let bits = 0;
  for (let i = 0; i < count; i++) if (offset + i >= from && offset + i < from + bytes) bits |= 1 << i;
  return bits;
}

/** The bytes of a set (16 a number) that lie in the `count` (1, 8 or 16) bytes from `offset` on. */
export const bytesIn = (set: Uint16Array | undefined, offset: number, count: number): number =>
  ((set?.[offset >> 4] ?? 0) >>> (offset & 15)) & ((1 << count) - 1);

/** Printable ASCII, or a dot. */
export const ascii = (byte: number): string =>
  byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';

/** Where a key of the grid moves the focus; undefined when it is not a moving key. */
export function moved(
  key: string,
  ctrl: boolean,
  focus: number,
  columns: number,
  size: number,
  description: Description,
): number | undefined {
  const within = (at: number): number => Math.max(0, Math.min(size - 1, at));
  const vertical = (by: number): number => {
    const to = focus + by;
    return to < 0 ? focus % columns : to >= size ? size - columns + (focus % columns) : to;
  };
  switch (key) {
    case 'ArrowLeft':
      return ctrl ? fieldBefore(focus, description) : within(focus - 1);
    case 'ArrowRight':
      return ctrl ? within(fieldAfter(focus, size, description)) : within(focus + 1);
    case 'ArrowUp':
      return vertical(-columns);
    case 'ArrowDown':
      return vertical(columns);
    case 'PageUp':
      return vertical(-0x80);
    case 'PageDown':
      return vertical(0x80);
    case 'Home':
      return ctrl ? 0 : focus - (focus % columns);
    case 'End':
      return ctrl ? size - 1 : focus - (focus % columns) + columns - 1;
    default:
      return undefined;
  }
}

const fieldBefore = (focus: number, { registers }: Description): number =>
  registers.findLast((r) => r.at < focus)?.at ?? 0;

function fieldAfter(focus: number, size: number, { registers }: Description): number {
  return registers.find((r) => r.at > focus)?.at ?? size - 1;
}

export interface Range {
  readonly offset: number;
  readonly bytes: number;
}

/** What choosing a byte selects: its register, or the aligned bytes of a width. */
export function rangeAt(offset: number, width: Width | 'register', description: Description): Range {
  if (width !== 'register') return { offset: offset - (offset % width), bytes: width };
  const register = description.registerAt(offset);
  return register === undefined ? { offset, bytes: 1 } : { offset: register.at, bytes: register.bytes };
}

/** The largest aligned access at the start of a range: what a write of it becomes. */
export function accessOf({ offset, bytes }: Range): { readonly offset: number; readonly bytes: Width } {
  for (const width of [4, 2] as const) {
    if (bytes >= width && offset % width === 0) return { offset, bytes: width };
  }
  return { offset, bytes: 1 };
}

export const nextWidth = (width: Width | 'register', back = false): Width | 'register' => {
  const all = ['register', 1, 2, 4] as const;
  const at = all.indexOf(width) + (back ? -1 : 1);
  return all[(at + all.length) % all.length] ?? 'register';
};

// ── a write that is being typed ──────────────────────────────────────────────

export interface Pending {
  readonly offset: number;
  readonly bytes: Width;
  readonly value: number;
  /** Nothing typed yet: the first digit replaces the value. */
  readonly fresh: boolean;
}

/** Starts at the present value. */
export function pend(range: Range, words: Int32Array): Pending {
  const { offset, bytes } = accessOf(range);
  let value = 0;
  for (let i = bytes - 1; i >= 0; i--) value = value * 256 + byteOf(words, offset + i);
  return { offset, bytes, value, fresh: true };
}

/** A digit comes in at the right, as on a calculator. */
export function typed(pending: Pending, digit: number): Pending {
  const value = ((pending.fresh ? 0 : pending.value) * 16 + digit) % 256 ** pending.bytes;
  return { ...pending, value, fresh: false };
}

export const rubbed = (pending: Pending): Pending => ({
  ...pending,
  value: Math.floor(pending.value / 16),
  fresh: false,
});

/** The byte that a pending write would put at `offset`. */
export const pendingByte = (pending: Pending, offset: number): number =>
  Math.floor(pending.value / 256 ** (offset - pending.offset)) % 256;

/** The digit of a key, numpad included; undefined for any other key. */
export const digitOf = (key: string): number | undefined =>
  /^[0-9a-f]$/i.test(key) ? Number.parseInt(key, 16) : undefined;

// ── extended space is drawn only where one looks ─────────────────────────────

/** At most this many rows of extended space are in the page. */
export const mostRows = 32;

/** Rows `from..to` (end excluded) of those from `first` to `total` to draw for a scroll position. */
export function rowsInView(
  scroll: number,
  height: number,
  rowHeight: number,
  first: number,
  total: number,
): { readonly from: number; readonly to: number } {
  const visible = Math.ceil(height / rowHeight) + 1;
  const count = Math.min(mostRows, visible + 4, total - first);
  const top = Math.floor(scroll / rowHeight) - 2;
  const from = Math.max(first, Math.min(top, total - count));
  return { from, to: from + count };
}

/** A hex offset or a register's name (the specification's, or enough of it): where it is, or undefined. */
export function findOffset(
  text: string,
  size: number,
  description: Description,
  named: (name: string) => number | undefined,
): number | undefined {
  const wanted = text.trim();
  if (wanted === '') return undefined;
  const name = named(wanted);
  if (name !== undefined) return name;
  const lower = wanted.toLowerCase();
  const bar = /^bar\s?([0-5])$/.exec(lower);
  if (bar) return 0x10 + Number(bar[1]) * 4;
  const number = /^(?:0x)?([0-9a-f]{1,3})h?$/.exec(lower);
  if (number) {
    const offset = Number.parseInt(number[1] ?? '', 16);
    return offset < size ? offset : undefined;
  }
  const whole = description.registers.find((r) => r.name.toLowerCase() === lower);
  return (
    whole ??
    description.registers.find((r) => r.name.toLowerCase().includes(lower)) ??
    description.fields.find((f) => f.name.toLowerCase().includes(lower))
  )?.at;
}
