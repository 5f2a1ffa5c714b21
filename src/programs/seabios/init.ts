/** Each device's own setting-up: interrupt line, what its chipset function needs, decoding on. Bus mastering stays off. */
import { say } from '../../base/problem.ts';
import type { Program } from '../program.ts';
import { routeInterrupts } from './platform.ts';
import { pmBase, Reg, vgaClass, type Firmware, type Found } from './state.ts';
import { routines } from '../depth.ts';

const decodeAndReport = 0x103; // I/O, memory, SERR#
const forwardErrors = 0x02;
const vgaEnable = 0x08;

export function* initDevices(fw: Firmware): Program {
  for (const found of fw.devices) {
    const { bdf, who } = found;
    yield { say: say('seabios.init', { who }) };
    const pin = fw.config.read(bdf, Reg.interruptPin, 1);
    if (pin !== 0) fw.config.write(bdf, Reg.interruptLine, fw.interruptLine(found, pin), 1);
    quirks.find(({ fits }) => fits(found))?.setUp(fw, found);
    fw.config.set(bdf, Reg.command, decodeAndReport);
    if (found.headerType & 1) fw.config.set(bdf, Reg.bridgeControl, forwardErrors);
  }
}

interface Quirk {
  fits(found: Found): boolean;
  setUp(fw: Firmware, found: Found): void;
}

const intel =
  (...devices: readonly number[]) =>
  ({ vendor, device }: Found): boolean =>
    vendor === 0x8086 && devices.includes(device);

const ideClass = 0x0101;

/** The first that fits is carried out. */
const quirks: readonly Quirk[] = [
  // PIIX3 and PIIX4: PCI to ISA
  { fits: intel(0x7000, 0x7110), setUp: (fw, { bdf }) => routeInterrupts(fw, bdf, [0x60]) },
  // ICH9 LPC
  {
    fits: intel(0x2918),
    setUp: (fw, { bdf }) => {
      routeInterrupts(fw, bdf, [0x60, 0x68]);
      fw.config.write(bdf, 0x40, pmBase | 1, 4); // PMBASE
      fw.config.write(bdf, 0x44, 0x80, 1); // ACPI_CNTL
      fw.config.write(bdf, 0xf0, 0xfed1_c001, 4); // RCBA
    },
  },
  // PIIX IDE: both channels
  {
    fits: (found) => found.class === ideClass && intel(0x7010, 0x7111)(found),
    setUp: ({ config }, { bdf }) => {
      config.write(bdf, 0x40, 0x8000, 2);
      config.write(bdf, 0x42, 0x8000, 2);
    },
  },
  // any other IDE: where ISA had it
  {
    fits: (found) => found.class === ideClass,
    setUp: ({ config }, { bdf }) =>
      [0x1f0, 0x3f4, 0x170, 0x374].forEach((port, bar) => config.write(bdf, Reg.bar0 + 4 * bar, port, 4)),
  },
  // PIIX4 power management: its interrupt is wired to line 9
  {
    fits: intel(0x7113),
    setUp: ({ config }, { bdf }) => {
      config.write(bdf, Reg.interruptLine, 9, 1);
      config.write(bdf, 0x40, pmBase | 1, 4);
      config.write(bdf, 0x80, 1, 1);
      config.write(bdf, 0x90, (pmBase + 0x100) | 1, 4);
      config.write(bdf, 0xd2, 0x09, 1);
    },
  },
  // ICH9 SMBus
  {
    fits: intel(0x2930),
    setUp: ({ config }, { bdf }) => {
      config.write(bdf, 0x20, (pmBase + 0x100) | 1, 4);
      config.write(bdf, 0x40, 1, 1);
    },
  },
];

/** Legacy VGA addresses lead to the card that decodes already; failing that to the first one. */
export function* chooseVga(fw: Firmware): Program {
  const { config, devices } = fw;
  yield { say: say('seabios.vga', {}) };
  if (devices.some((found) => isReached(fw, found))) return;
  const first = devices.find((found) => found.class === vgaClass);
  if (!first) return;
  yield { say: say('seabios.vga-path', { who: first.who }) };
  config.set(first.bdf, Reg.command, 3);
  for (let bridge = first.parent; bridge; bridge = bridge.parent) {
    config.set(bridge.bdf, Reg.bridgeControl, vgaEnable);
    config.set(bridge.bdf, Reg.command, 3);
  }
}

function isReached({ config }: Firmware, found: Found): boolean {
  if (found.class !== vgaClass || (config.read(found.bdf, Reg.command, 2) & 3) !== 3) return false;
  for (let bridge = found.parent; bridge; bridge = bridge.parent) {
    if ((config.read(bridge.bdf, Reg.bridgeControl, 1) & vgaEnable) === 0) return false;
  }
  return true;
}

routines(initDevices, chooseVga);
