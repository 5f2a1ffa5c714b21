/** What the PCI Express capability of a port or a bridge has beyond an endpoint's (hw/pci/pcie.c): reports, ARI, root control, slots. */
import type { Device } from '../../engine/device.ts';
import { rootOf } from '../../engine/board.ts';
import { setPower, unplug } from '../../engine/reset.ts';
import type { ShapeBuilder } from '../../engine/shape-builder.ts';
import { Exp, grow } from './pcie-cap.ts';

/** Error reporting enables in Device Control, error bits in Device Status. `resets`: a reset clears the enables. */
export function addErrorReporting(shape: ShapeBuilder, at: number, resets = true): ShapeBuilder {
  grow(shape, at + Exp.devctl, 0, 0x0f);
  grow(shape, at + Exp.devctl + 2, 0, 0, 0x0f);
  return shape.resetting(at + Exp.devctl, resets ? 0x0f : 0);
}

/** Common Clock Configuration and Extended Synch. */
export function addLinkControl(shape: ShapeBuilder, at: number): ShapeBuilder {
  grow(shape, at + Exp.lnkctl, 0, 0xc0);
  return shape.resetting(at + Exp.lnkctl, 0xc0);
}

/** `resets`: a reset clears the enable. */
export function addAriForwarding(shape: ShapeBuilder, at: number, resets = true): ShapeBuilder {
  grow(shape, at + Exp.devcap2, 0x20);
  grow(shape, at + Exp.devctl2, 0, 0x20);
  return shape.resetting(at + Exp.devctl2, resets ? 0x20 : 0);
}

/** Root Control's three System Error enables. */
export function addRootControl(shape: ShapeBuilder, at: number): ShapeBuilder {
  grow(shape, at + Exp.rtctl, 0, 0x07);
  return shape.resetting(at + Exp.rtctl, 0xffff);
}

export interface SlotOptions {
  readonly slot: number;
  readonly hotplug: boolean;
  readonly powerController: boolean;
}

const Slot = {
  powerOff: 0x400,
  indicatorOff: 0x300,
  indicatorOn: 0x100,
  attentionOff: 0xc0,
  lock: 0x800,
  events: 0x1f,
  supported: 0x19,
  present: 0x40,
  locked: 0x80,
  completed: 0x10,
  presenceChanged: 0x08,
} as const;

const linkActive = 0x2000;

/**
 * The slot of a port: Slot Capabilities, Control and Status, and Link Status as what sits in it negotiates. The model
 * behaves with `slotReset`, `slotWritten`, `linkRead`; its private word `notified` remembers a raised hot-plug interrupt.
 */
export function addSlot(
  shape: ShapeBuilder,
  at: number,
  { slot, hotplug, powerController }: SlotOptions,
): ShapeBuilder {
  grow(shape, at + Exp.flags, 0x100);
  grow(shape, at + Exp.sltcap, (slot << 19) | 0x0002_0019 | (hotplug ? 0x60 : 0) | (powerController ? 2 : 0));
  grow(shape, at + Exp.sltctl, 0, 0x0bf9 | (powerController ? Slot.powerOff : 0));
  grow(shape, at + Exp.sltctl + 2, 0, 0, Slot.supported);
  return shape.watch(at + Exp.sltctl).compute(at + Exp.lnkctl);
}

const occupant = (device: Device): number => {
  const { machine } = device;
  const fn = machine.functionAt(machine.wireBelow(device.fn), 0);
  return fn >= 0 && machine.isPresent(fn) ? fn : -1;
};

/**
 * Something sits in the slot, as Presence Detect and Data Link Layer Link Active say it. QEMU's q35 hands plugging to ACPI,
 * which leaves both bits clear (hw/acpi/pcihp.c, acpi_pcihp_device_plug_cb), but not behind an expander.
 */
function showsPresence({ machine, fn }: Device): boolean {
  const wire = machine.wireBelow(fn);
  const isNative = machine.board.authentic === 'spec' || rootOf(machine.board, wire) !== 0;
  return isNative && machine.partsOn(wire).some((below) => machine.isPresent(below));
}

/** Reset of a slot: powered when something is in it, indicators accordingly. */
export function slotReset(device: Device): void {
  const at = device.shape.caps.express ?? 0;
  const word = (at + Exp.sltctl) >> 2;
  let control = (device.word(word) & Slot.powerOff) | Slot.attentionOff;
  if (device.word((at + Exp.sltcap) >> 2) & 2) {
    control =
      occupant(device) >= 0
        ? Slot.attentionOff | Slot.indicatorOn
        : Slot.attentionOff | Slot.indicatorOff | Slot.powerOff;
  }
  device.setWord(word, (showsPresence(device) ? Slot.present << 16 : 0) | control);
  updatePower(device, at);
  device.set(notified, 0);
}

/** The private word in which a port remembers that its hot-plug interrupt is raised. */
const notified = 0;

function updatePower(device: Device, at: number): void {
  const controlled = (device.word((at + Exp.sltcap) >> 2) & 2) !== 0;
  const off = controlled && (device.word((at + Exp.sltctl) >> 2) & Slot.powerOff) !== 0;
  setPower(device.machine, device.fn, !off);
}

/** Link Status: speed and width of what sits below, within what the port can do; active when anything is plugged in. */
export function linkRead(device: Device, word: number, stored: number): number {
  const at = device.shape.caps.express ?? 0;
  if (word !== (at + Exp.lnkctl) >> 2) return stored;
  const capability = device.word((at + Exp.lnkcap) >> 2) & 0xffff;
  const below = occupant(device);
  const theirs = below < 0 ? undefined : device.machine.shape(below).caps.express;
  let status = capability;
  if (theirs !== undefined) {
    status = device.machine.look(below, (theirs + Exp.lnkctl) >> 2) >>> 16;
    if ((status & 0x3f0) > (capability & 0x3f0)) status = (status & ~0x3f0) | (capability & 0x3f0);
    if ((status & 0xf) > (capability & 0xf)) status = (status & ~0xf) | (capability & 0xf);
  }
  if ((status & 0x3f0) === 0) status |= 0x10;
  if ((status & 0xf) === 0) status |= 1;
  const active = showsPresence(device) ? linkActive : 0;
  return (stored & 0xffff) | (((status & 0x3ff) | active) << 16);
}

/** Something came into the slot or left it: the port sees it where hot plug is its own (see `showsPresence`). */
export function slotOccupied(device: Device): void {
  const at = device.shape.caps.express ?? 0;
  const word = (at + Exp.sltctl) >> 2;
  const now = device.word(word);
  const present = showsPresence(device) ? Slot.present : 0;
  if (((now >>> 16) & Slot.present) === present) return;
  device.setWord(word, (now & ~(Slot.present << 16)) | ((present | Slot.presenceChanged) << 16));
  updatePower(device, at);
  notify(device, word);
}

/** After a write to config word `word`: Slot Control acts, Slot Status events are acknowledged. */
export function slotWritten(device: Device, word: number, old: number, lanes: number, value: number): void {
  const at = device.shape.caps.express ?? 0;
  if (word !== (at + Exp.sltctl) >> 2) return;
  // QEMU looks at the value as it was written, wherever in the word the access began
  const raw = (value & lanes) >>> (lanes & 0xff ? 0 : lanes & 0xff00 ? 8 : lanes & 0xff0000 ? 16 : 24);
  const oldStatus = old >>> 16;
  const setStatus = (status: number): void =>
    device.setWord(word, (device.word(word) & 0xffff) | (status << 16));
  if (lanes & 0xffff_0000) {
    const status = device.word(word) >>> 16;
    if (raw & ~oldStatus & Slot.events) setStatus((status & ~Slot.events) | (oldStatus & Slot.events));
    updateNotified(device, word);
    if (device.get(notified) === 0 && !messages(device)) device.intx(false);
  }
  if ((lanes & 0xffff) === 0) return;
  if (device.word(word) & Slot.lock) {
    device.setWord(word, device.word(word) & ~Slot.lock);
    setStatus((device.word(word) >>> 16) ^ Slot.locked);
  }
  const away = Slot.powerOff | Slot.indicatorOff;
  if ((device.word(word) >>> 16) & Slot.present && (raw & away) === away && (old & away) !== away) {
    const { machine } = device;
    for (const fn of machine.partsOn(machine.wireBelow(device.fn))) unplug(machine, fn);
    setStatus(((device.word(word) >>> 16) & ~Slot.present) | Slot.presenceChanged);
  }
  updatePower(device, at);
  notify(device, word);
  const status = device.word(word) >>> 16;
  if ((status & Slot.completed) === 0) {
    setStatus(status | Slot.completed);
    notify(device, word);
  }
}

const messages = (device: Device): boolean => {
  const { msi, msix } = device.shape.caps;
  return (
    (msix !== undefined && device.word(msix >> 2) < 0) ||
    (msi !== undefined && (device.word(msi >> 2) & 0x1_0000) !== 0)
  );
};

/** Hot-Plug Interrupt Enable is set and an enabled event is pending. */
function updateNotified(device: Device, word: number): void {
  const now = device.word(word);
  device.set(notified, now & 0x20 && (now >>> 16) & now & Slot.supported ? 1 : 0);
}

function notify(device: Device, word: number): void {
  const before = device.get(notified);
  updateNotified(device, word);
  const now = device.get(notified);
  if (before === now) return;
  const at = device.shape.caps.express ?? 0;
  if (messages(device)) device.message((device.word(at >> 2) >>> 25) & 0x1f);
  else {
    device.intx(now !== 0);
    // QEMU's AER code lowers the pin at the end of every config write (hw/pci/pcie_aer.c, pcie_aer_root_write_config)
    if (device.machine.board.authentic === 'qemu') device.intx(false);
  }
}
