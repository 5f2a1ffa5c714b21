/** Getting to know one function: header, class, BARs, capabilities. What a driver does with it comes much later. */
import { hex } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import { formatBdf } from '../../pci/bdf.ts';
import type { Program } from '../program.ts';
import { legacyIde, readBars } from './bars.ts';
import { testWindows } from './bridge-windows.ts';
import { Cap, Class, PortType, Reg, type Bus, type Device, type Kernel } from './kernel.ts';
import { routines } from '../depth.ts';

const noInterrupt = 0x400; // Command: INTx Disable
const retryFor = 60_000;

/** Undefined when nobody is there, or nobody whose header the kernel knows. */
export function* scanFunction(kernel: Kernel, bus: Bus, bdf: number): Program<Device | undefined> {
  const { config } = kernel;
  let ids = config.read(bdf, Reg.vendor, 4);
  if (ids === 0 || ids === 0xffff_ffff || ids === 0xffff || ids === 0xffff_0000) return undefined;
  // vendor 1: not ready, ask again (after a wait that doubles)
  for (let wait = 1; (ids & 0xffff) === 1; wait *= 2) {
    if (wait > retryFor) return undefined;
    yield { say: say('linux.retry', { who: formatBdf(bdf) }) };
    ids = config.read(bdf, Reg.vendor, 4);
  }
  const text = `${hex(ids & 0xffff, 4)}:${hex(ids >>> 16, 4)}`;
  yield { say: say('linux.found', { who: formatBdf(bdf), ids: text }) };
  const headerType = config.read(bdf, Reg.headerType, 1);
  const express = kernel.find(bdf, Cap.express);
  const flags = express === 0 ? 0 : config.read(bdf, express + 2, 2);
  if (express !== 0) config.read(bdf, express + 4, 4);
  const classRevision = config.read(bdf, Reg.classRevision, 4);
  const device: Device = {
    bdf,
    bus,
    layout: headerType & 0x7f,
    multifunction: (headerType & 0x80) !== 0,
    class: classRevision >>> 16,
    transparent: headerType % 0x80 === 1 && ((classRevision >> 8) & 0xff) === 1,
    express,
    portType: (flags >> 4) & 15,
    slot: (flags & 0x100) !== 0,
    resources: [],
    windows: undefined,
    hotPlug: false,
    below: undefined,
  };
  if (device.layout > 2) return undefined;
  configSize(kernel, device);
  canMaskInterrupt(kernel, bdf);
  const fits =
    device.layout === 1
      ? device.class === Class.bridge
      : device.layout === 2
        ? device.class === Class.cardBus
        : device.class !== Class.bridge;
  if (fits) yield* readHeader(kernel, device);
  else device.class = Class.none;
  bus.devices.push(device);
  yield { say: say('linux.capabilities', { who: formatBdf(bdf) }) };
  if (device.layout === 1) reportErrors(kernel, bdf);
  initCapabilities(kernel, device);
  return device;
}

/** 256 bytes or 4096: is there anything at 100, and is it not merely an image of 0? */
function configSize(kernel: Kernel, { bdf, bus, class: of, express }: Device): void {
  if (!bus.extended) return;
  if (of !== Class.host && express === 0) {
    const pciX = kernel.find(bdf, Cap.pciX);
    if (pciX === 0 || kernel.config.read(bdf, pciX + 4, 4) >>> 30 === 0) return;
  }
  if (kernel.readExtended(bdf, 0x100) === 0xffff_ffff) return;
  kernel.config.read(bdf, Reg.vendor, 4);
  kernel.readExtended(bdf, 0x100);
}

/** Does INTx Disable keep what is written to it? */
function canMaskInterrupt({ config }: Kernel, bdf: number): void {
  const command = config.read(bdf, Reg.command, 2);
  config.write(bdf, Reg.command, command ^ noInterrupt, 2);
  config.read(bdf, Reg.command, 2);
  config.write(bdf, Reg.command, command, 2);
}

function* readHeader(kernel: Kernel, device: Device): Program {
  const { config } = kernel;
  const { bdf } = device;
  if (config.read(bdf, Reg.interruptPin, 1) !== 0) config.read(bdf, Reg.interruptLine, 1);
  if (device.layout === 0) {
    yield* readBars(kernel, device, 6, Reg.rom);
    config.read(bdf, 0x2c, 2); // Subsystem Vendor ID
    config.read(bdf, 0x2e, 2);
    if (device.class === Class.ide) legacyIde(kernel, device);
  } else if (device.layout === 1) {
    yield* readBars(kernel, device, 2, Reg.bridgeRom);
    yield* testWindows(kernel, device);
    const { portType, slot } = device;
    const hasSlot = slot && (portType === PortType.root || portType === PortType.downstream);
    if (hasSlot) device.hotPlug = (config.read(bdf, device.express + 0x14, 4) & 0x40) !== 0;
    const subsystem = kernel.find(bdf, Cap.subsystem);
    if (subsystem === 0) return;
    config.read(bdf, subsystem + 4, 2);
    config.read(bdf, subsystem + 6, 2);
  } else {
    yield* readBars(kernel, device, 1, 0);
    config.read(bdf, 0x40, 2);
    config.read(bdf, 0x42, 2);
  }
}

/** A bridge passes SERR# up. */
function reportErrors({ config }: Kernel, bdf: number): void {
  const control = config.read(bdf, Reg.bridgeControl, 2);
  if ((control & 2) === 0) config.write(bdf, Reg.bridgeControl, control | 2, 2);
}

/** Each part of the kernel walks the list for its own. Message interrupts are turned off until a driver wants them. */
function initCapabilities(kernel: Kernel, { bdf }: Device): void {
  const { config } = kernel;
  kernel.find(bdf, Cap.enhancedAllocation);
  const off = (at: number, enable: number): void => {
    if (at === 0) return;
    const control = config.read(bdf, at + 2, 2);
    if ((control & enable) !== 0) config.write(bdf, at + 2, control & ~enable, 2);
  };
  off(kernel.find(bdf, Cap.msi), 0x0001);
  off(kernel.find(bdf, Cap.msiX), 0x8000);
  kernel.find(bdf, Cap.express);
  kernel.find(bdf, Cap.pciX);
  const power = kernel.find(bdf, Cap.powerManagement);
  if (power !== 0) {
    config.read(bdf, power + 2, 2);
    config.read(bdf, Reg.command + 2, 2);
  }
  kernel.find(bdf, Cap.vpd);
  kernel.find(bdf, Cap.advancedFeatures);
  if (power !== 0) config.read(bdf, power + 4, 2);
}

routines(scanFunction, readHeader);
