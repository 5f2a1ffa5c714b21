/** Finding what is there: a bus slot by slot, then what lies behind its bridges, in two passes. */
import { say } from '../../base/problem.ts';
import { formatBdf } from '../../pci/bdf.ts';
import type { Program } from '../program.ts';
import { readWindows } from './bridge-windows.ts';
import { scanFunction } from './device.ts';
import { Cap, PortType, Reg, type Bus, type Device, type Kernel } from './kernel.ts';
import { routines } from '../depth.ts';

/** Gives the highest bus number that is used. */
export function* scanBus(kernel: Kernel, bus: Bus): Program<number> {
  const { bridge, number } = bus;
  yield { say: say('linux.bus', { bus: number }) };
  // a PCI Express link has one device at its other end
  const oneSlot = bridge?.portType === PortType.root || bridge?.portType === PortType.downstream;
  for (let slot = 0; slot < (oneSlot ? 1 : 32); slot++) yield* scanSlot(kernel, bus, slot);
  if (bridge) {
    yield { say: say('linux.read-windows', { who: formatBdf(bridge.bdf) }) };
    readWindows(kernel, bridge);
  }
  let last = number;
  for (const pass of [0, 1] as const) {
    for (const device of bus.devices) {
      if (device.windows !== undefined) last = yield* scanBridge(kernel, bus, device, last, pass);
    }
  }
  return last;
}

function* scanSlot(kernel: Kernel, bus: Bus, slot: number): Program {
  for (let fn = 0; fn < 8; fn++) {
    const device = yield* scanFunction(kernel, bus, (bus.number << 8) | (slot << 3) | fn);
    if (fn === 0 && device?.multifunction !== true) return;
  }
}

/** Pass 0: bridges whose numbers the firmware gave and which make sense. Pass 1: the others get the next number. */
function* scanBridge(kernel: Kernel, bus: Bus, device: Device, used: number, pass: 0 | 1): Program<number> {
  const { config } = kernel;
  const { bdf } = device;
  const who = formatBdf(bdf);
  if (pass === 0) yield { say: say('linux.bridge', { who }) };
  else yield { say: say('linux.bridge-again', { who }) };
  const numbers = config.read(bdf, Reg.primary, 4);
  const secondary = (numbers >> 8) & 0xff;
  const subordinate = (numbers >> 16) & 0xff;
  const primary =
    (numbers & 0xff) === 0 && secondary !== 0 && subordinate !== 0 ? bus.number : numbers & 0xff;
  const broken = pass === 0 && (primary !== bus.number || secondary <= bus.number || secondary > subordinate);
  const control = config.read(bdf, Reg.bridgeControl, 2);
  config.write(bdf, Reg.bridgeControl, control & ~0x20, 2); // nobody there is no error while we look
  retryVisible(kernel, device);
  let last = used;
  if ((secondary !== 0 || subordinate !== 0) && !broken) {
    if (pass === 0) {
      yield { say: say('linux.keep-bus', { who, secondary, subordinate }) };
      if (!kernel.buses.has(secondary)) yield* behind(kernel, device, secondary, subordinate, control);
      last = Math.max(used, subordinate);
    }
  } else if (pass === 0) {
    if (broken) config.write(bdf, Reg.primary, (numbers & 0xff00_0000) >>> 0, 4);
  } else if (used < bus.last && !kernel.buses.has(used + 1)) {
    const next = used + 1;
    yield { say: say('linux.new-bus', { who, bus: bus.number, secondary: next }) };
    config.write(bdf, Reg.command + 2, 0xffff, 2); // old errors are not ours
    const open = bus.number | (next << 8) | (bus.last << 16) | (numbers & 0xff00_0000);
    last = yield* behind(kernel, device, next, bus.last, control, open >>> 0);
    yield { say: say('linux.subordinate', { who, secondary: next, subordinate: last }) };
    if (device.below) device.below.last = last;
    config.write(bdf, Reg.subordinate, last, 1);
  } else {
    yield { say: say('linux.no-bus', { who }) };
  }
  config.write(bdf, Reg.bridgeControl, control, 2);
  return last;
}

/** A new bus behind a bridge, and all that is on it. `numbers` is what the bridge's bus numbers must become first. */
function* behind(
  kernel: Kernel,
  device: Device,
  number: number,
  last: number,
  control: number,
  numbers?: number,
): Program<number> {
  const child = kernel.addBus(number, last, device);
  child.control = control;
  device.below = child;
  child.extended = carriesExtended(kernel, device);
  busSpeed(kernel, device);
  if (numbers !== undefined) kernel.config.write(device.bdf, Reg.primary, numbers, 4);
  return yield* scanBus(kernel, child);
}

/** A root port may show "not ready yet" to software; the kernel wants to see it. */
function retryVisible({ config }: Kernel, { bdf, express, portType }: Device): void {
  if (express === 0 || portType !== PortType.root) return;
  if ((config.read(bdf, express + 0x1e, 2) & 1) === 0) return;
  config.write(bdf, express + 0x1c, config.read(bdf, express + 0x1c, 2) | 0x10, 2);
}

/** Whether extended configuration space can be reached behind a bridge: PCI Express, or PCI-X at 266 MHz and more. */
function carriesExtended(kernel: Kernel, { bdf, bus, express }: Device): boolean {
  if (!bus.extended) return false;
  if (express !== 0) return true;
  const pciX = kernel.find(bdf, Cap.pciX);
  return pciX !== 0 && kernel.config.read(bdf, pciX + 4, 4) >>> 30 !== 0;
}

/** How fast is the bus behind? */
function busSpeed(kernel: Kernel, { bdf, express }: Device): void {
  const { config } = kernel;
  const agp = kernel.find(bdf, Cap.agp) || kernel.find(bdf, Cap.agp3);
  if (agp !== 0) {
    config.read(bdf, agp + 4, 4);
    config.read(bdf, agp + 8, 4);
  }
  const pciX = kernel.find(bdf, Cap.pciX);
  if (pciX !== 0) config.read(bdf, pciX + 2, 2);
  else if (express !== 0) {
    config.read(bdf, express + 0x0c, 4); // Link Capabilities
    config.read(bdf, express + 0x12, 2); // Link Status
  }
}

routines(scanBus, scanSlot, scanBridge, behind);
