/** A bridge's windows as its registers say them (PCI-to-PCI Bridge Architecture Specification; qemu: pci_bridge_get_base/limit). */
import { join } from '../base/bits.ts';
import type { Machine } from './machine.ts';

export interface Window {
  readonly kind: 'io' | 'memory' | 'prefetchable';
  readonly from: number;
  /** Last address, included; below `from` when the window is closed. */
  readonly to: number;
  /** Command lets it forward. */
  readonly enabled: boolean;
}

export const bridgeControlVga = 0x0008_0000;

/** The three windows of a bridge: I/O, memory, prefetchable memory. */
export function windowsOf(m: Machine, fn: number): readonly [Window, Window, Window] {
  const command = m.word(fn, 1);
  const io = m.word(fn, 7);
  const memory = m.word(fn, 8);
  const prefetch = m.word(fn, 9);
  const upperIo = m.word(fn, 12);
  const io32 = (io & 0xf) === 1;
  const prefetch64 = (prefetch & 0xf) === 1;
  return [
    {
      kind: 'io',
      from: ((io & 0xf0) << 8) + (io32 ? (upperIo & 0xffff) * 0x10000 : 0),
      to: (io & 0xf000) + 0xfff + (io32 ? (upperIo >>> 16) * 0x10000 : 0),
      enabled: (command & 1) !== 0,
    },
    {
      kind: 'memory',
      from: ((memory & 0xfff0) << 16) >>> 0,
      to: ((memory & 0xfff00000) | 0xfffff) >>> 0,
      enabled: (command & 2) !== 0,
    },
    {
      kind: 'prefetchable',
      from: join(prefetch64 ? m.word(fn, 10) : 0, (prefetch & 0xfff0) << 16),
      to: join(prefetch64 ? m.word(fn, 11) : 0, (prefetch & 0xfff00000) | 0xfffff),
      enabled: (command & 2) !== 0,
    },
  ];
}
