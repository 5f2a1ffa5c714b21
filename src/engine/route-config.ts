/** Which wire a bus number reaches: from the root, bridge by bridge, as the bus-number registers say right now. */
import type { Machine } from './machine.ts';
import type { Witness } from './route.ts';

const busReset = 0x0040_0000;

/** The bus numbers of a bridge; of an expander, its root's and the highest behind that. */
export const busNumbers = (
  m: Machine,
  fn: number,
): { primary: number; secondary: number; subordinate: number } => {
  const { root } = m.shape(fn);
  if (root) {
    const behind = m.bridgesOn(m.wireBelow(fn)).map((bridge) => (m.word(bridge, 6) >>> 16) & 0xff);
    return { primary: 0, secondary: root.number, subordinate: Math.max(root.number, ...behind) };
  }
  const word = m.word(fn, 6);
  return { primary: word & 0xff, secondary: (word >>> 8) & 0xff, subordinate: (word >>> 16) & 0xff };
};

/** The number lies in the range of a bridge that is not held in reset; of an expander, in that of a bridge on its root. */
function leadsTo(m: Machine, fn: number, bus: number): boolean {
  if (m.shape(fn).root) return m.bridgesOn(m.wireBelow(fn)).some((bridge) => leadsTo(m, bridge, bus));
  const { secondary, subordinate } = busNumbers(m, fn);
  return (m.word(fn, 15) & busReset) === 0 && secondary <= bus && bus <= subordinate;
}

/**
 * The wire that answers to a bus number, or -1. On each wire a bridge whose secondary number is the one asked for wins,
 * else the first whose range holds it and is not held in reset; bridges are asked newest first, and the primary number
 * plays no part; an expander is one of them (qemu: hw/pci/pci.c, pci_find_bus_nr).
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
      if (leadsTo(m, fn, bus)) {
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
