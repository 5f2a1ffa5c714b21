/** Bytes as text to take away: plain hex, lspci's rows, a C array, a setpci command, a list of dwords. */
import { hex, hex0x } from '../../base/hex.ts';
import type { Range } from './hex-layout.ts';
import { byteOf, type Space } from './space.ts';

export const copyFormats = ['hex', 'lspci', 'c', 'setpci', 'u32'] as const;
export type CopyFormat = (typeof copyFormats)[number];

export interface Copied {
  readonly space: Space;
  readonly range: Range;
  /** "00:03.0". */
  readonly slot: string;
}

const bytesOf = ({ space, range: { offset, bytes } }: Copied): number[] =>
  Array.from({ length: Math.max(0, Math.min(bytes, space.known - offset)) }, (_, i) =>
    byteOf(space.words, offset + i),
  );

const inRows = <T>(all: readonly T[], perRow: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / perRow) }, (_, i) => all.slice(i * perRow, (i + 1) * perRow));

/** Whole rows of sixteen under the function's line, as `lspci -n -x` prints them: what reads a dump reads this. */
function lspci(copied: Copied): string {
  const { space, range, slot } = copied;
  const { words, known } = space;
  const word = (at: number): string => hex(byteOf(words, at) | (byteOf(words, at + 1) << 8), 4);
  const from = range.offset & ~15;
  const whole = {
    ...copied,
    range: { offset: from, bytes: ((range.offset + range.bytes + 15) & ~15) - from },
  };
  const rows = inRows(bytesOf(whole), 16).map(
    (row, i) => `${hex(from + i * 16, 2)}: ${row.map((byte) => hex(byte, 2)).join(' ')}`,
  );
  const head = known >= 12 ? [`${slot} ${word(0x0a)}: ${word(0)}:${word(2)}`] : [];
  return [...head, ...rows].join('\n') + '\n';
}

function cArray(copied: Copied): string {
  const { offset } = copied.range;
  const bytes = bytesOf(copied);
  const name = `config_${copied.slot.replace(/\W/g, '_')}`;
  const rows = inRows(bytes, 8).map(
    (row, i) => `    ${row.map((byte) => `${hex0x(byte, 2)},`).join(' ')} /* ${hex(offset + i * 8, 2)} */`,
  );
  return `static const unsigned char ${name}[${String(bytes.length)}] = {\n${rows.join('\n')}\n};\n`;
}

/** Writes that bring the bytes about: aligned, as wide as they can be. Of a whole space only what a write reaches. */
function setpci({ space, range, slot }: Copied): string {
  const isWhole = range.bytes >= space.known;
  const end = Math.min(range.offset + range.bytes, space.known);
  const writes: string[] = [];
  for (let at = range.offset; at < end;) {
    const width = at % 4 === 0 && at + 4 <= end ? 4 : at % 2 === 0 && at + 2 <= end ? 2 : 1;
    const bytes = Array.from({ length: width }, (_, i) => byteOf(space.words, at + i));
    const reached = bytes.some((_, i) => byteOf(space.write, at + i) !== 0);
    const value = bytes.toReversed().map((byte) => hex(byte, 2));
    const letter = width === 4 ? 'l' : width === 2 ? 'w' : 'b';
    if (!isWhole || reached) writes.push(`${hex(at, 2)}.${letter}=${value.join('')}`);
    at += width;
  }
  return `setpci -s ${slot} ${writes.join(' ')}`;
}

/** Every dword that the range touches. */
function u32({ space, range }: Copied): string {
  const from = range.offset >> 2;
  const end = Math.min(range.offset + range.bytes, space.known);
  const dwords = Array.from({ length: Math.max(0, Math.ceil(end / 4) - from) }, (_, i) =>
    hex0x((space.words[from + i] ?? 0) >>> 0, 8),
  );
  return inRows(dwords, 4)
    .map((row) => row.join(', '))
    .join(',\n');
}

const writers: Readonly<Record<CopyFormat, (copied: Copied) => string>> = {
  hex: (copied) =>
    inRows(bytesOf(copied), 16)
      .map((row) => row.map((byte) => hex(byte, 2)).join(' '))
      .join('\n'),
  lspci,
  c: cArray,
  setpci,
  u32,
};

export const copyAs = (format: CopyFormat, copied: Copied): string => writers[format](copied);
