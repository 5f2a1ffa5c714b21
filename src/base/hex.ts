/** Numbers as hexadecimal text and back. */

/** `digits` hex digits, lower case, no prefix. */
export const hex = (n: number, digits = 0): string =>
  (n < 0 ? n + 0x1_0000_0000 : n).toString(16).padStart(digits, '0');

/** With the 0x prefix. */
export const hex0x = (n: number, digits = 0): string => `0x${hex(n, digits)}`;

/** A 64-bit value from its two words, without leading zeroes unless `digits` asks. */
export function hex64(high: number, low: number, digits = 0): string {
  const h = high >>> 0;
  const text = h === 0 ? hex(low >>> 0) : hex(h) + hex(low >>> 0, 8);
  return text.padStart(digits, '0');
}

/** Reads `0x…` or bare hex digits; undefined when it is neither, or above 2^53. */
export function parseHex(text: string): number | undefined {
  if (!/^(0x)?[0-9a-f]+$/i.test(text)) return undefined;
  const n = Number.parseInt(text.replace(/^0x/i, ''), 16);
  return Number.isSafeInteger(n) ? n : undefined;
}

const letters = 'BKMGTPE';

/** Bytes of a size as QEMU's command line spells it: `256`, `8K`, `1.5G`, `0x1000`. Undefined: no size, or above 2^53. */
export function parseSize(text: string, unit: 'B' | 'M' = 'B'): number | undefined {
  const [, digits, suffix] = /^(0x[0-9a-f]+|\d+(?:\.\d+)?)([bkmgtpe]?)$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const power = letters.indexOf(suffix ? suffix.toUpperCase() : unit);
  const bytes = Math.floor(Number(digits) * 1024 ** power);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const;

/** A size in bytes as people say it: 131072 is "128 KiB". */
export function size(bytes: number): string {
  let unit = 0;
  let n = bytes;
  while (n >= 1024 && n % 1024 === 0 && unit < units.length - 1) {
    n /= 1024;
    unit++;
  }
  while (n >= 10240 && unit < units.length - 1) {
    n /= 1024;
    unit++;
  }
  return `${Number.isInteger(n) ? String(n) : n.toFixed(1)} ${units[unit] ?? ''}`;
}
