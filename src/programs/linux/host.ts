/** Before the first bus: does mechanism 1 work, is there ECAM, and which addresses does the host bridge hand on? */
import { hex0x } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import type { Program } from '../program.ts';
import type { Kernel } from './kernel.ts';
import { Resource, up } from './resources.ts';
import { routines } from '../depth.ts';

const mch = 0x29c0_8086;
const PCIEXBAR = 0x60;
const ioApic = 0xfec0_0000;
const gigabyte = 0x4000_0000;
const physicalEnd = 0x100_0000_0000;

/** Mechanism 1: CONFIG_ADDRESS takes whole dwords only, and keeps them. */
export function* checkPorts({ config: { cpu } }: Kernel): Program<boolean> {
  yield { say: say('linux.ports', {}), phase: 'phase.bus-numbers' };
  cpu.out(0xcfb, 0x01, 1);
  const old = cpu.in(0xcf8, 4);
  cpu.out(0xcf8, 0x8000_0000, 4);
  const works = cpu.in(0xcf8, 4) === 0x8000_0000;
  cpu.out(0xcf8, old, 4);
  return works;
}

/** The real one reads a table of ACPI's; the register of the chipset says the same. */
export function* findEcam(kernel: Kernel): Program {
  const { config } = kernel;
  yield { say: say('linux.look-ecam', {}) };
  if (config.read(0, 0x00, 4) !== mch) return;
  const low = config.read(0, PCIEXBAR, 4);
  const high = config.read(0, PCIEXBAR + 4, 4);
  const size = (low >> 1) & 3;
  if ((low & 1) === 0 || size === 3) return;
  const bytes = 0x1000_0000 >> size;
  const base = high * 0x1_0000_0000 + ((low & -0x400_0000) >>> 0);
  kernel.ecam = { base: Math.floor(base / bytes) * bytes, buses: 0x100 >> size };
  yield { say: say('linux.ecam', { base: hex0x(kernel.ecam.base) }) };
}

/** As ACPI tells on these machines: all ports but CF8–CFF, and memory that is neither RAM nor ECAM nor the I/O APIC and above. */
export function hostWindows({ environment, ecam }: Kernel): Resource[] {
  const { ramBelow4G, ramAbove4G } = environment;
  const port = (start: number, end: number): Resource => window(true, start, end);
  const memory = (start: number, end: number): Resource => window(false, start, end);
  const high = up(0x1_0000_0000 + ramAbove4G, gigabyte);
  const ecamEnd = ecam.base + ecam.buses * 0x10_0000;
  const isLow = ecam.buses !== 0 && ecam.base >= ramBelow4G && ecamEnd <= ioApic;
  const low = isLow ? [memory(ramBelow4G, ecam.base), memory(ecamEnd, ioApic)] : [memory(ramBelow4G, ioApic)];
  const vga = memory(0xa_0000, 0xc_0000);
  return [port(0, 0xcf8), port(0xd00, 0x1_0000), vga, ...low, memory(high, physicalEnd)];
}

const window = (io: boolean, start: number, end: number): Resource =>
  new Resource(-1, { io, prefetch: false, wide: false }, start, end - start);

routines(checkPorts, findEcam);
