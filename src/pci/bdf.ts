/** Bus, device and function numbers: packed in 16 bits, written and read as lspci does. */
import { hex } from '../base/hex.ts';

/** bus << 8 | device << 3 | function as "00:03.0"; with a domain "0000:00:03.0". */
export function formatBdf(bdf: number, domain?: number): string {
  const short = `${hex(bdf >> 8, 2)}:${hex((bdf >> 3) & 31, 2)}.${String(bdf & 7)}`;
  return domain === undefined ? short : `${hex(domain, 4)}:${short}`;
}

/** Reads "00:03.0" or "0000:00:03.0"; undefined when it is neither. */
export function parseBdf(text: string): { readonly domain: number; readonly bdf: number } | undefined {
  const match = /^(?:([0-9a-f]{1,8}):)?([0-9a-f]{1,2}):([01]?[0-9a-f])\.([0-7])$/i.exec(text.trim());
  if (!match) return undefined;
  const [domain = 0, bus = 0, device = 0, fn = 0] = match
    .slice(1)
    .map((digits: string | undefined) => Number.parseInt(digits ?? '0', 16));
  return { domain, bdf: (bus << 8) | (device << 3) | fn };
}

/** What one hex digit of a text stands for; NaN for anything else. */
function digit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : Number.NaN;
}

/** The number that `formatBdf` wrote as this text, or -1: half a million of them are read at once. */
export function bdfIn(text: string): number {
  if (text.length !== 7 || text[2] !== ':' || text[5] !== '.') return -1;
  const bus = digit(text, 0) * 16 + digit(text, 1);
  const device = digit(text, 3) * 16 + digit(text, 4);
  const fn = digit(text, 6);
  return bus >= 0 && device < 32 && fn < 8 ? (bus << 8) | (device << 3) | fn : -1;
}
