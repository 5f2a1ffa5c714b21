/** ACPI's PCI hot plug: the ports at AE00h (pc) and CC0h (q35) through which a guest learns what comes and lets go what leaves (qemu: hw/acpi/pcihp.c). */
import { at } from '../../base/assert.ts';
import type { Board } from '../../engine/board.ts';
import { unplug } from '../../engine/hot-plug.ts';
import type { Machine } from '../../engine/machine.ts';
import type { FixedRange } from '../../engine/platform.ts';
import { resetFunction } from '../../engine/reset.ts';
import type { Ops } from '../../engine/shape.ts';
import { Global, Private, State } from '../../engine/words.ts';

/** Models whose device class is not hotpluggable (qemu: hw/display, hw/usb, hw/ide, hw/virtio, hw/pci-bridge). */
export const neverHot: ReadonlySet<string> = new Set(
  (
    'VGA cirrus-vga ati-vga qxl qxl-vga vmware-svga virtio-vga virtio-gpu-pci sm501 piix3-ide piix4-ide pci-ohci ' +
    'ich9-usb-ehci1 ich9-usb-ehci2 ich9-usb-uhci1 ich9-usb-uhci2 ich9-usb-uhci3 ich9-usb-uhci4 ich9-usb-uhci5 ' +
    'ich9-usb-uhci6 virtio-iommu-pci pxb pxb-pcie pxb-cxl cxl-rp'
  ).split(' '),
);

/** Bits of Slot Capabilities, and of Slot Control. */
const powerController = 0x02;
const hotPlugSurprise = 0x20;
const powerOff = 0x400;

/** A bus that ACPI can change: its bridge was there at power-on, and a port among those was not told `hotplug=off`. */
function isHot(board: Board, wire: number, root: boolean): boolean {
  const { bridge } = at(board.wires, wire);
  if (bridge < 0) return root && wire === 0;
  const { absent, shape } = at(board.parts, bridge);
  if (absent === true) return false;
  const slot = ((shape.caps.express ?? 0) + 0x14) >> 2;
  return shape.below?.oneDevice !== true || ((shape.reset[slot] ?? 0) & hotPlugSurprise) !== 0;
}

/** Such buses in the order of their numbers: the root first, then depth first, newest bridge first. */
function hotWires(m: Machine, root: boolean, wire = 0): readonly number[] {
  const below = m.bridgesOn(wire).flatMap((bridge) => hotWires(m, root, m.wireBelow(bridge)));
  return isHot(m.board, wire, root) ? [wire, ...below] : below;
}

/** Neither plugged in nor pulled out: what is soldered on, and bridges that were there at power-on. */
const stays = (board: Board, fn: number): boolean => {
  const { builtIn, model, below, absent, physical } = at(board.parts, fn);
  return (
    builtIn === true || neverHot.has(model) || physical !== undefined || (below !== undefined && !absent)
  );
};

const flags = (m: Machine, fn: number): number => m.image.get(m.privates(fn) + Private.state);

const setFlags = (m: Machine, fn: number, value: number): void =>
  m.image.set(m.privates(fn) + Private.state, value);

const slotOf = (m: Machine, fn: number): number => at(m.board.parts, fn).devfn >> 3;

/** One bit for each slot of the bus in which a function that is there satisfies `test`. */
function slots(m: Machine, wire: number, test: (fn: number) => boolean): number {
  let bits = 0;
  for (const fn of m.partsOn(wire)) if (m.isPresent(fn) && test(fn)) bits |= 1 << slotOf(m, fn);
  return bits;
}

/** Lets go of what is in the lowest of the slots. `port`: whose write says so, if any. */
function eject(m: Machine, wire: number, bits: number, port = 0): void {
  const slot = 31 - Math.clz32(bits & -bits);
  for (const fn of m.partsOn(wire)) {
    if (slot < 0 || slotOf(m, fn) !== slot || !m.isPresent(fn)) continue;
    setFlags(m, fn, flags(m, fn) & ~(State.arrived | State.leaving));
    if (!stays(m.board, fn)) unplug(m, fn, port);
  }
}

/** A root or downstream port that controls its slot's power switches it on for what comes. */
function powerOn(m: Machine, bridge: number): void {
  const { shape } = m.board.parts[bridge] ?? {};
  if (shape?.below?.oneDevice !== true) return;
  const capability = ((shape.caps.express ?? 0) + 0x14) >> 2;
  if ((m.word(bridge, capability) & powerController) === 0) return;
  const control = (m.base[bridge] ?? 0) + capability + 1;
  m.image.set(control, m.image.get(control) & ~powerOff);
}

const Port = { up: 0x00, down: 0x04, eject: 0x08, removable: 0x0c, select: 0x10 } as const;

export interface PciHotPlug {
  readonly range: FixedRange;
  /** For the platform: something was plugged in while the machine runs. */
  plugged(machine: Machine, fn: number): void;
  /** For the platform: somebody outside wants a function to leave. The guest ejects it, or the next reset does. */
  leave(machine: Machine, fn: number): void;
  /** For the platform's reset: what is leaving is gone. */
  reset(machine: Machine): void;
}

/** The ports at `from`; the number of the bus in platform word `select`. `root`: the root bus takes part; `notify` tells the guest. */
export function pciHotPlug(
  from: number,
  select: number,
  root: boolean,
  notify: (machine: Machine) => void,
): PciHotPlug {
  const selected = (m: Machine): number => {
    const number = m.image.get(Global.platform + select) >>> 0;
    return number < 256 ? (hotWires(m, root)[number] ?? -1) : -2;
  };
  const ops: Ops = {
    name: 'ACPI PCI hot plug',
    valid: { min: 4, max: 4 },
    read: (device, offset) => {
      const m = device.machine;
      const wire = selected(m);
      if (wire < -1) return 0;
      switch (offset) {
        case Port.up: {
          const up = slots(m, wire, (fn) => (flags(m, fn) & State.arrived) !== 0);
          for (const fn of m.partsOn(wire)) setFlags(m, fn, flags(m, fn) & ~State.arrived);
          return up;
        }
        case Port.down:
          return slots(m, wire, (fn) => (flags(m, fn) & State.leaving) !== 0);
        case Port.removable:
          return ~slots(m, wire, (fn) => stays(m.board, fn));
        case Port.select:
          return device.get(select);
        default:
          return 0;
      }
    },
    write: (device, offset, value) => {
      if (offset === Port.select) device.set(select, value);
      else if (offset === Port.eject)
        eject(device.machine, selected(device.machine), value, from + Port.eject);
    },
  };
  const takes = (m: Machine, fn: number): boolean => isHot(m.board, at(m.board.parts, fn).wire, root);
  return {
    range: { space: 'io', from, to: from + 0x17, ops },
    plugged: (m, fn) => {
      if (!takes(m, fn)) return;
      powerOn(m, at(m.board.wires, at(m.board.parts, fn).wire).bridge);
      setFlags(m, fn, flags(m, fn) | State.arrived);
      notify(m);
    },
    leave: (m, fn) => {
      if (!takes(m, fn)) return;
      setFlags(m, fn, flags(m, fn) | State.leaving);
      notify(m);
    },
    reset: (m) => {
      for (const wire of hotWires(m, root)) {
        for (;;) {
          const down = slots(m, wire, (fn) => (flags(m, fn) & State.leaving) !== 0);
          if (down === 0) break;
          eject(m, wire, down);
          // QEMU ejects before the port is reset: it comes up with an empty slot
          const { bridge } = at(m.board.wires, wire);
          if (bridge >= 0) resetFunction(m, bridge, true);
        }
      }
    },
  };
}
