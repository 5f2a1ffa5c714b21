/** `lspci -x`: the bytes of configuration space, sixteen a row. */
import { hex } from '../../base/hex.ts';
import { byteAt } from './listed.ts';
import type { ListedFunction } from './listed.ts';

/** How many x the option has: the header, the first 256 bytes, or all of it. */
export type Digits = 1 | 3 | 4;

/** What of the known bytes is shown. A CardBus bridge's header has 128 bytes. */
export function shownBytes(f: ListedFunction, digits: Digits): number {
  const asked = digits === 4 ? 4096 : digits === 3 ? 256 : (byteAt(f, 0x0e) & 0x7f) === 2 ? 128 : 64;
  const known = f.config.length;
  const available = known >= 4096 ? 4096 : known >= 256 ? 256 : known;
  return Math.min(asked, available);
}

export function hexRows(f: ListedFunction, digits: Digits): string {
  const bytes = shownBytes(f, digits);
  let text = '';
  for (let at = 0; at < bytes; at += 16) {
    const row = f.config.subarray(at, Math.min(at + 16, bytes));
    text += `${hex(at, 2)}: ${Array.from(row, (byte) => hex(byte, 2)).join(' ')}\n`;
  }
  return text;
}
