/** The standard hot-plug controller of a pci-bridge: its registers in BAR 0 and behind its capability (qemu: hw/pci/shpc.c). */
import type { Device } from '../../engine/device.ts';
import { unplug } from '../../engine/reset.ts';
import type { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Behaviour, Ops } from '../../engine/shape.ts';
import { msiWritten } from './msi-cap.ts';

const slots = 31;
/** Registers, by word; one word per slot follows. Slot 0 of the registers is device 1. */
const Reg = { slots33: 1, numbering: 3, bus: 4, command: 5, locator: 6, interrupts: 8, slot: 9 } as const;
const registerBytes = (Reg.slot + slots) * 4;
export const shpcCapabilityBytes = 8;

/** Private words: the registers, then whether a message was asked for. */
const asked = Reg.slot + slots;
export const shpcPrivates: readonly number[] = Array.from({ length: asked + 1 }, () => 0);

const State = { powerOnly: 1, enabled: 2, disabled: 3 } as const;
const open = 0x100;
const empty = 0xc00;
const detected = 0x1_0000;
const invalid = 0x4_0000;
const invalidMode = 0x8_0000;

/** Writable and write-1-to-clear bits of a register. */
const masks = (word: number): readonly [write: number, clear: number] => {
  if (word === Reg.command) return [0x1fff, 0];
  if (word === Reg.interrupts) return [0x0f, 0x3_0000];
  return word >= Reg.slot ? [0x7f00_0000, 0x1f_0000] : [0, 0];
};

/**
 * BAR 0, and the capability at `at`: a register is selected, then read or written through its data dword. The model behaves
 * with `shpcBehaviour` and has `shpcPrivates`.
 */
export const addShpc = (shape: ShapeBuilder, at: number): ShapeBuilder =>
  shape
    .capability(0x0c, at, shpcCapabilityBytes)
    .field(at + 2, 1, 0, 0xff)
    .field(at + 4, 4, 0, -1)
    .watch(at)
    .watch(at + 4)
    .bar(0, 'mem64', 0x100, { stretches: [{ from: 0, bytes: registerBytes, ops: registers }] });

/** A bridge with the capability at `at`, and perhaps MSI. */
export const shpcBehaviour = (at: number): Behaviour => ({
  reset,
  configWritten: (device, word) => {
    msiWritten(device, word);
    written(device, word, at);
  },
});

function reset(device: Device): void {
  const { machine, fn } = device;
  const wire = machine.wireBelow(fn);
  device.set(Reg.slots33, slots);
  device.set(Reg.numbering, 0xe001_0100 | slots);
  device.set(Reg.bus, 0x0100_0000);
  device.set(Reg.interrupts, 0x0f);
  for (let slot = 0; slot < slots; slot++) {
    const below = machine.functionAt(wire, (slot + 1) * 8);
    const taken = below >= 0 && machine.isPresent(below);
    device.set(
      Reg.slot + slot,
      0x7f00_0000 | (taken ? State.enabled | 0x04 : State.disabled | 0x0c | open | empty),
    );
  }
}

const registers: Ops = {
  name: 'hot-plug controller',
  valid: { min: 1, max: 4 },
  read: (device, offset) => device.get(offset >> 2) >>> ((offset & 3) * 8),
  write: (device, offset, value, bytes) => {
    const shift = (offset & 3) * 8;
    write(device, offset >> 2, value << shift, (bytes === 4 ? -1 : (1 << (bytes * 8)) - 1) << shift);
  },
};

function write(device: Device, word: number, value: number, lanes: number): void {
  if (word >= asked) return;
  const [writable, clear] = masks(word);
  const kept = (device.get(word) & ~(writable & lanes)) | (value & writable & lanes);
  device.set(word, kept & ~(value & clear & lanes));
  if (word === Reg.command && (lanes & 0xffff) !== 0) command(device);
  interrupt(device);
}

/** After a config write to the capability at `at`. */
function written(device: Device, word: number, at: number): void {
  if (word !== at >> 2 && word !== (at >> 2) + 1) return;
  const select = (device.word(at >> 2) >>> 16) & 0xff;
  // QEMU takes the data from the register block at the capability's offset, not from the capability
  if (word !== at >> 2) write(device, select, device.get((at >> 2) + 1), -1);
  device.setWord((at >> 2) + 1, select < asked ? device.get(select) : 0);
}

function interrupt(device: Device): void {
  let locator = 0;
  for (let slot = 0; slot < slots; slot++) {
    const register = device.get(Reg.slot + slot);
    if ((register >>> 16) & 0xff & ~(register >>> 24)) locator |= 2 << slot;
  }
  const control = device.get(Reg.interrupts);
  if (control & detected && (control & 4) === 0) locator |= 1;
  device.set(Reg.locator, locator);
  const level = (control & 1) === 0 && locator !== 0;
  const changed = (device.get(asked) !== 0) !== level;
  if (!changed || !device.message(0)) device.intx(level);
  device.set(asked, level ? 1 : 0);
}

const refuse = (device: Device): void => device.set(Reg.command, device.get(Reg.command) | invalid);

function command(device: Device): void {
  const code = device.get(Reg.command) & 0xff;
  device.set(Reg.command, device.get(Reg.command) & ~0x000f_0000);
  if (code < 0x40)
    slotCommand(device, (device.get(Reg.command) >>> 8) & 0x1f, code & 3, (code >> 2) & 3, (code >> 4) & 3);
  else if (code < 0x48) {
    if (code === 0x40) device.set(Reg.bus, device.get(Reg.bus) & ~7);
    else device.set(Reg.command, device.get(Reg.command) | invalidMode);
  } else if (code < 0x4a) allSlots(device, code === 0x48 ? State.powerOnly : State.enabled);
  else refuse(device);
  device.set(Reg.interrupts, device.get(Reg.interrupts) | detected);
}

function allSlots(device: Device, state: number): void {
  for (let slot = 0; slot < slots; slot++)
    if ((device.get(Reg.slot + slot) & 3) === State.enabled) return refuse(device);
  for (let slot = 0; slot < slots; slot++) {
    const closed = (device.get(Reg.slot + slot) & open) === 0;
    slotCommand(device, slot + 1, closed ? state : 0, closed ? 1 : 3, 0);
  }
}

function slotCommand(device: Device, target: number, state: number, power: number, attention: number): void {
  if (target < 1 || target > slots) return refuse(device);
  const at = Reg.slot + target - 1;
  let register = device.get(at);
  const current = register & 3;
  if (current === State.enabled && state === State.powerOnly) return refuse(device);
  if (power !== 0) register = (register & ~0x0c) | (power << 2);
  if (attention !== 0) register = (register & ~0x30) | (attention << 4);
  const on = current === State.disabled && (state === State.powerOnly || state === State.enabled);
  const off = (current === State.enabled || current === State.powerOnly) && state === State.disabled;
  if (on || off) register = (register & ~3) | state;
  if (off && (register & 0x0c) === 0x0c) {
    const { machine } = device;
    for (const fn of machine.partsOn(machine.wireBelow(device.fn))) {
      if ((machine.board.parts[fn]?.devfn ?? 0) >> 3 === target) unplug(machine, fn);
    }
    register |= open | empty | 0x09_0000;
  }
  device.set(at, register);
}
