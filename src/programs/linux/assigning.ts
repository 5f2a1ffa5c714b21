/** Addresses for what has none: bus by bus from the root, the largest alignment first, each at the lowest place with room. */
import { hex0x, size as sizeText } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import { formatBdf } from '../../pci/bdf.ts';
import type { Program } from '../program.ts';
import { writeWindows } from './bridge-windows.ts';
import { Class, Reg, type Bus, type Device, type Kernel } from './kernel.ts';
import { allocate, type Resource } from './resources.ts';
import { routines } from '../depth.ts';

interface Want {
  readonly device: Device;
  readonly resource: Resource;
  readonly need: number;
}

export function* assign(kernel: Kernel, bus: Bus): Program {
  const wants = wantsOf(kernel, bus);
  if (wants.some(({ resource }) => resource.extra > 0)) {
    if (!(yield* place(kernel, wants, true))) {
      // not with what was only wished for: all over again, with what must be
      yield { say: say('linux.without-spare', { bus: bus.number }) };
      for (const { resource, need } of wants) {
        resource.leave();
        Object.assign(resource, { open: true, bytes: need });
      }
      yield* place(kernel, wants, false);
    }
  } else yield* place(kernel, wants, false);
  for (const device of bus.devices) {
    if (device.below === undefined) continue;
    yield* assign(kernel, device.below);
    yield { say: say('linux.write-windows', { who: formatBdf(device.bdf), bus: device.below.number }) };
    writeWindows(kernel, device);
  }
}

function wantsOf({ config }: Kernel, { devices }: Bus): Want[] {
  const wants: Want[] = [];
  for (const device of devices) {
    if (device.class === Class.none || device.class === Class.host) continue;
    // an I/O APIC that works already is left alone
    const isApic = device.class === Class.interruptController;
    if (isApic && (config.read(device.bdf, Reg.command, 2) & 3) !== 0) continue;
    for (const resource of device.resources) {
      if (!resource.open || resource.fixed || resource.parent !== undefined) continue;
      const before = wants.findIndex((each) => resource.align > each.resource.align);
      wants.splice(before < 0 ? wants.length : before, 0, { device, resource, need: resource.bytes });
    }
  }
  return wants;
}

/** False when something found no room: it is given up, and stays off. */
function* place(kernel: Kernel, wants: readonly Want[], withSpare: boolean): Program<boolean> {
  let all = true;
  for (const { device, resource, need } of wants) {
    const bytes = need + (withSpare ? resource.extra : 0);
    if (bytes === 0) {
      resource.open = false;
      continue;
    }
    const { bdf } = device;
    const slots = { who: formatBdf(bdf), bar: resource.index, size: sizeText(bytes) };
    if (allocate(resource, bytes, kernel.windowsOf(device.bus))) {
      yield { say: say('linux.assign', { ...slots, base: hex0x(resource.start) }) };
      writeBar(kernel, device, resource);
    } else {
      all = false;
      resource.open = false;
      yield { say: say('linux.no-room', slots) };
    }
  }
  return all;
}

/** Windows are written when all below them is placed; a ROM that is off stays as it is, some cannot even be written then. */
function writeBar({ config }: Kernel, { bdf }: Device, { index, io, wide, prefetch, start }: Resource): void {
  if (index >= 6) return;
  const at = Reg.bar0 + 4 * index;
  const flags = io ? 1 : (wide ? 4 : 0) | (prefetch ? 8 : 0);
  const command = wide ? config.read(bdf, Reg.command, 2) : 0;
  if (wide) config.write(bdf, Reg.command, command & ~2, 2); // between its two halves it would be anywhere
  config.write(bdf, at, ((start >>> 0) | flags) >>> 0, 4);
  config.read(bdf, at, 4);
  if (!wide) return;
  config.write(bdf, at + 4, Math.floor(start / 0x1_0000_0000), 4);
  config.read(bdf, at + 4, 4);
  config.write(bdf, Reg.command, command, 2);
}

routines(assign, place);
