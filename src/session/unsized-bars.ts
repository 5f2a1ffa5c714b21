/** BARs of a dumped machine whose sizes the dump did not tell: where they begin is known, where they end is not. */
import type { Machine } from '../engine/machine.ts';
import type { BarKind } from '../engine/shape.ts';
import { decodeBar } from '../pci/bar.ts';

export interface UnsizedBar {
  readonly index: number;
  readonly kind: BarKind;
  readonly prefetchable: boolean;
  /** Byte offset of the register. */
  readonly at: number;
  readonly address: number;
  /** Command lets it decode. */
  readonly enabled: boolean;
}

/** Registers that hold something; zero means not implemented or not set, and the dump cannot say which. */
export function unsizedBars(m: Machine, fn: number): UnsizedBar[] {
  if (m.board.platform.id !== 'dump') return [];
  const { bars, header } = m.shape(fn);
  const found: UnsizedBar[] = [];
  for (let index = 0; index < (header === 0 ? 6 : 2); index++) {
    const at = 0x10 + index * 4;
    const low = m.word(fn, at >> 2);
    const { kind, prefetchable, address, registers } = decodeBar(low, m.word(fn, (at >> 2) + 1));
    if (low !== 0 && !bars.some((bar) => bar.index === index)) {
      const enabled = (m.word(fn, 1) & (kind === 'io' ? 1 : 2)) !== 0;
      found.push({ index, kind: kind === 'mem1m' ? 'mem32' : kind, prefetchable, at, address, enabled });
    }
    index += registers - 1;
  }
  return found;
}
