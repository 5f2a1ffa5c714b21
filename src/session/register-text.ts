/** The register that an access touches, by the name the specification gives it. */
import { hex0x } from '../base/hex.ts';
import type { Machine } from '../engine/machine.ts';

export function registerText(m: Machine, fn: number, offset: number, bytes: number): string {
  void bytes;
  const bar = m.shape(fn).bars.find((b) => offset >= b.at && offset < b.at + (b.kind === 'mem64' ? 8 : 4));
  if (bar) return bar.index === 6 ? 'Expansion ROM BAR' : `BAR${String(bar.index)}`;
  return hex0x(offset, 2);
}
