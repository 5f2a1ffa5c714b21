/** Which wire a bus number reaches: from the root, bridge by bridge, as the bus-number registers say right now. */
import type { Machine } from './machine.ts';
import type { Witness } from './route.ts';

const busReset = 0x0040_0000;

/** Secondary and subordinate bus number of a bridge. */
export const busNumbers = (
  m: Machine,
  fn: number,
): { primary: number; secondary: number; subordinate: number } => {
  const word = m.word(fn, 6);
  return { primary: word & 0xff, secondary: (word >>> 8) & 0xff, subordinate: (word >>> 16) & 0xff };
};

/**
 * The wire that answers to a bus number, or -1. On each wire a bridge whose secondary number is the one asked for wins,
 * else the first whose range holds it and is not held in reset; bridges are asked newest first, and the primary number
 * plays no part (qemu: hw/pci/pci.c, pci_find_bus_nr).
 */
export function findWire(m: Machine, bus: number, witness?: Witness): number {
  let wire = 0;
  if (bus === 0) return 0;
  for (;;) {
    let next = -1;
    for (const fn of m.bridgesOn(wire)) {
      const { secondary, subordinate } = busNumbers(m, fn);
      if (secondary === bus) {
        witness?.asked(wire, fn, 'converts', secondary, subordinate);
        return m.wireBelow(fn);
      }
      if ((m.word(fn, 15) & busReset) === 0 && secondary <= bus && bus <= subordinate) {
        witness?.asked(wire, fn, 'forwards', secondary, subordinate);
        next = m.wireBelow(fn);
        break;
      }
      witness?.asked(wire, fn, 'outside', secondary, subordinate);
    }
    if (next < 0) return -1;
    wire = next;
  }
}
