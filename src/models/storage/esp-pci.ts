/** am53c974, dc390: AMD PCscsi without disks, 1022:2020 (qemu: hw/scsi/esp-pci.c, esp.c). Of its commands only resets are done. */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';
import { Eeprom93xx } from '../caps/eeprom93xx.ts';

/** The SCSI core's registers, a word apart: what is read and what is written differ. */
const Core = {
  countLow: 0x0,
  countMiddle: 0x1,
  fifo: 0x2,
  command: 0x3,
  status: 0x4,
  interrupt: 0x5,
  flags: 0x7,
  config1: 0x8,
  countHigh: 0xe,
} as const;
/** Config 1 to 3 and two reserved ones read as written. */
const storage = new Set([Core.config1, 0xb, 0xc, 0xd, 0xf]);
const writable = 16;

/** The bus master's registers, a word apart, from 40h. */
const Dma = { command: 0, count: 1, address: 2, left: 3, at: 4, status: 5, list: 6, listAt: 7 } as const;
const dmaFrom = 0x40;
const dmaTo = 0x60;
const busControl = 0x70;
const busControlTo = 0x74;

const blast = 1;
const start = 3;
/** Dma.status: the core interrupts; a blast is over (it always is, there being nothing to write out). */
const asked = 0x10;
const blasted = 0x20;

/** Private words: what is read of the core, what was written to it, bus master, bus control, is the count's top written. */
const Own = { read: 0, written: writable, dma: 32, busControl: 40, counted: 41 } as const;
const chip = 0x12;
const fifoBytes = 16;
const interruptStatus = 0x80;

function resetCore(device: Device): void {
  for (let word = 0; word < Own.dma; word++) device.set(word, word === Core.config1 ? 7 : 0);
  device.set(Own.counted, 0);
}

function setInterrupt(device: Device, raised: boolean): void {
  const status = device.get(Core.status);
  if (((status & interruptStatus) !== 0) === raised) return;
  device.set(Core.status, status ^ interruptStatus);
  device.set(Own.dma + Dma.status, (device.get(Own.dma + Dma.status) & ~asked) | (raised ? asked : 0));
  device.intx(raised);
}

function readCore(device: Device, register: number): number {
  const value = device.get(register);
  if (register === Core.fifo) return 0;
  if (register === Core.countHigh && device.get(Own.counted) === 0) return chip;
  if (register === Core.interrupt) {
    device.set(Core.interrupt, 0);
    setInterrupt(device, false);
  }
  return value;
}

function writeCore(device: Device, register: number, value: number): void {
  if (register === Core.countHigh) device.set(Own.counted, 1);
  if (register === Core.fifo) device.set(Core.flags, Math.min(device.get(Core.flags) + 1, fifoBytes));
  if (storage.has(register)) device.set(register, value);
  if (register === Core.command) command(device, value);
  device.set(Own.written + register, value);
}

function command(device: Device, value: number): void {
  device.set(Core.command, value);
  if (value & 0x80) {
    const counters = [Core.countLow, Core.countMiddle, Core.countHigh];
    const none = counters.every((register) => device.get(Own.written + register) === 0);
    for (const register of counters) device.set(register, device.get(Own.written + register));
    if (none) device.set(Core.countHigh, 1);
  }
  switch (value & 0x7f) {
    case 1: // flush
      return device.set(Core.flags, 0);
    case 2: // reset
      setInterrupt(device, false);
      return resetCore(device);
    case 3: // bus reset
      if (device.get(Own.written + Core.config1) & 0x40) return;
      device.set(Core.interrupt, device.get(Core.interrupt) | 0x80);
      setInterrupt(device, true);
  }
}

function read(device: Device, offset: number): number {
  const shift = (offset & 3) * 8;
  if (offset < dmaFrom) return readCore(device, offset >> 2) >>> shift;
  if (offset === busControl) return device.get(Own.busControl);
  if (offset >= dmaTo) return 0;
  const register = (offset - dmaFrom) >> 2;
  return device.get(Own.dma + register) >>> shift;
}

/** Narrow writes are made four bytes of what was there. QEMU counts their place from the top. */
function widen(device: Device, offset: number, value: number, bytes: number): number {
  if (bytes === 4) return value;
  let now = 0;
  if (offset < dmaFrom) now = device.get(Own.written + (offset >> 2));
  else if (offset < dmaTo) now = device.get(Own.dma + ((offset - dmaFrom) >> 2));
  else if (offset < busControlTo) now = device.get(Own.busControl);
  const shift = ((4 - (offset & 3)) & 3) * 8;
  const mask = ((1 << (bytes * 8)) - 1) << shift;
  return (now & ~mask) | (value << shift);
}

function write(device: Device, offset: number, given: number, bytes: number): void {
  const value = widen(device, offset, given, bytes);
  if (offset < dmaFrom) return writeCore(device, offset >> 2, value & 0xff);
  if ((offset & ~3) === busControl) return device.set(Own.busControl, value);
  if (offset >= dmaTo) return;
  const register = (offset - dmaFrom) >> 2;
  const dma = (n: number): number => Own.dma + n;
  switch (register) {
    case Dma.count:
    case Dma.address:
    case Dma.list:
      return device.set(dma(register), value);
    case Dma.command:
      device.set(dma(Dma.command), value);
      if ((value & 3) === blast) device.set(dma(Dma.status), device.get(dma(Dma.status)) | blasted);
      if ((value & 3) !== start) return;
      device.set(dma(Dma.status), 0);
      device.set(dma(Dma.left), device.get(dma(Dma.count)));
      device.set(dma(Dma.at), device.get(dma(Dma.address)));
      device.set(dma(Dma.listAt), device.get(dma(Dma.list)));
  }
}

/** A reset leaves of the bus master what QEMU leaves: addresses and counts to start with, reserved bits, bus control. */
function reset(device: Device): void {
  resetCore(device);
  device.set(Own.dma + Dma.command, device.get(Own.dma + Dma.command) & ~0xf7);
  device.set(Own.dma + Dma.left, device.get(Own.dma + Dma.left) & ~0xffff);
  device.set(Own.dma + Dma.at, -1);
  device.set(Own.dma + Dma.status, 0);
  device.set(Own.dma + Dma.listAt, -3);
}

const registers: Ops = { name: 'PCscsi registers', read, write };
const registerBytes = 0x80;
const privates = Array.from({ length: Own.counted + 1 }, () => 0);

const pcscsi = (multifunction: boolean): ShapeBuilder =>
  new ShapeBuilder({
    vendor: 0x1022,
    device: 0x2020,
    revision: 0x10,
    classCode: 0x010000,
    pin: 1,
    multifunction,
  }).bar(0, 'io', registerBytes, {
    stretches: [{ from: 0, bytes: registerBytes, ops: registers }],
    modelled: false,
  });

export const am53c974: Model = {
  id: 'am53c974',
  kind: 'storage',
  bus: 'either',
  properties: [],
  shape: ({ multifunction }) =>
    pcscsi(multifunction).behave({ reset }, privates).surviving(privates.keys()).done(),
};

/** Tekram's board: an EEPROM hangs on two config registers, which therefore hold nothing, and on the first byte of all. */
const Wire = { clocked: 0x80, deselected: 0xc0 } as const;
const eeprom = new Eeprom93xx(privates.length, 64);

/** SCSI id 7 and Tekram's defaults; the last word makes the sum of all 1234h. */
function settings(): number[] {
  const words = Array.from({ length: 64 }, (_, i): number => (i < 16 ? 0x57 : 0));
  words.splice(32, 3, 0x0f07, 0x0400, 0x0007);
  const sum = words.reduce((a, b) => a + b, 0);
  words[63] = (0x1234 - sum) & 0xffff;
  return words;
}

/** An access that begins at one of the two registers is for the EEPROM and stores nothing. */
function wired(device: Device, word: number, old: number, lanes: number, value: number): void {
  if ((lanes & 0xff) === 0) return;
  if (word * 4 === Wire.clocked) {
    eeprom.write(device, true, (value & 0x80) !== 0, value & 0x40 ? 1 : 0);
  } else if (word * 4 === Wire.deselected) eeprom.write(device, false, false, 0);
  else return;
  device.setWord(word, old);
}

export const dc390: Model = {
  id: 'dc390',
  kind: 'storage',
  bus: 'either',
  properties: [],
  shape: ({ multifunction }) => {
    const words = [...privates, ...eeprom.initial(settings())];
    return pcscsi(multifunction)
      .compute(0)
      .watch(Wire.clocked)
      .watch(Wire.deselected)
      .behave(
        {
          reset,
          configWritten: wired,
          // for reads of this one byte only
          configRead: (device, word, stored, lanes) =>
            word === 0 && lanes === 0xff && eeprom.read(device) === 0 ? stored & ~0xff : stored,
        },
        words,
      )
      .surviving(words.keys())
      .done();
  },
};
