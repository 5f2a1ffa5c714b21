/** What depends on the chipset: where PCI memory may begin, ECAM, and which interrupt line a pin leads to. */
import { say } from '../../base/problem.ts';
import type { Program } from '../program.ts';
import type { Firmware, Found } from './state.ts';
import { routines } from '../depth.ts';

/** Lines for PIRQ A–D. */
export const irqs = [10, 10, 11, 11] as const;

const ecam = 0xb000_0000;
const ecamBytes = 0x1000_0000;
const PCIEXBAR = 0x60;

export function* setUpPlatform(fw: Firmware): Program {
  const has = (device: number): Found | undefined =>
    fw.devices.find((found) => found.vendor === 0x8086 && found.device === device);
  const { ramBelow4G } = fw.environment;
  if (has(0x1237)) {
    if (ramBelow4G <= 0x8000_0000) fw.memoryStart = 0x8000_0000;
    else if (ramBelow4G <= 0xc000_0000) fw.memoryStart = 0xc000_0000;
    fw.interruptLine = piixLine;
  }
  const mch = has(0x29c0);
  if (!mch) return;
  yield { say: say('seabios.ecam', {}) };
  fw.config.write(mch.bdf, PCIEXBAR, 0, 4);
  fw.config.write(mch.bdf, PCIEXBAR + 4, 0, 4);
  fw.config.write(mch.bdf, PCIEXBAR, ecam + 1, 4);
  fw.config.ecam = ecam;
  fw.memoryStart = ecam + ecamBytes;
  fw.interruptLine = mchLine;
  fw.ioEnd = 0x1_0000; // the power-management ports lie low, so nothing is in the way
}

const slotOf = ({ bdf }: Found): number => (bdf >> 3) & 31;

/** The function on a root bus above, and the device numbers on the way there. */
function climb(found: Found): { root: Found; turned: number } {
  let turned = 0;
  let root = found;
  while (root.parent) {
    turned += slotOf(root);
    root = root.parent;
  }
  return { root, turned };
}

const line = (n: number): number => irqs[(n & 3) as 0 | 1 | 2 | 3];

function piixLine(found: Found, pin: number): number {
  const { root, turned } = climb(found);
  return line(pin - 1 + turned + slotOf(root) - 1);
}

/** Devices 0–24 of q35 are turned by their number, 25–31 all begin at PIRQ A. */
function mchLine(found: Found, pin: number): number {
  const { root, turned } = climb(found);
  return line(pin - 1 + turned + (slotOf(root) <= 24 ? slotOf(root) : 0));
}

/** A bridge that forwards interrupts to ISA: routes, and which lines are level-triggered. */
export function routeInterrupts({ config, cpu }: Firmware, bdf: number, registers: readonly number[]): void {
  let level = 0;
  irqs.forEach((irq, i) => {
    level |= 1 << irq;
    for (const at of registers) config.write(bdf, at + i, irq, 1);
  });
  cpu.out(0x4d0, level & 0xff, 1);
  cpu.out(0x4d1, level >> 8, 1);
}

routines(setUpPlatform);
