/** tulip: DEC's 21143, 1011:0019 (qemu: hw/net/tulip.c). Registers, EEPROM, PHY and the transmit list; no packets move. */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Context, Model } from '../model.ts';
import { Eeprom93xx } from '../caps/eeprom93xx.ts';
import { macOf, macProperty } from './mac.ts';

/** Registers after a reset, CSR0–15; those that are undefined keep their values. */
const resets: readonly (number | undefined)[] = [
  0xfe00_0000,
  0xffff_ffff,
  0xffff_ffff,
  undefined,
  undefined,
  0xf000_0000,
  0x3200_0040,
  0xf3fe_0000,
  0xe000_0000,
  0xfff4_83ff,
  undefined,
  0xfffe_0000,
  0x0000_00c6,
  0xffff_0000,
  0xffff_ffff,
  0x8ff0_0000,
];

/** Private words after the registers: the next transmit descriptor, the management wires, the PHY, the EEPROM. */
const Own = { descriptor: 16, wires: 17, shifted: 18, count: 19, phy: 20, eeprom: 52 } as const;
const eeprom = new Eeprom93xx(Own.eeprom, 64);
const kept = new Set(resets.flatMap((reset, i) => (reset === undefined ? [i] : [])));

/** PHY registers at power-on, and their writable bits. */
const phyReset: readonly (readonly [register: number, value: number])[] = [
  [0, 0x3100],
  [1, 0xf02c],
  [2, 0x7810],
  [4, 0x0501],
  [5, 0x4181],
  [16, 0x0003],
  [18, 0x0001],
];
const phyWrite = (register: number): number => {
  if (register === 4) return 0xc01f;
  if (register === 16) return 0x0fff;
  const all = (register >= 1 && register <= 6) || (register >= 18 && register <= 25);
  return all ? 0xffff : 0;
};

/** CSR5 */
const Status = { sent: 0x01, noTx: 0x04, abnormal: 0x8000, normal: 0x1_0000 } as const;
const acknowledged = 0x0c01_ffff;
const normalCauses = 0x4845;
const abnormalCauses = 0x0c00_37ba;
const receiveShift = 17;
const sendShift = 20;
const suspended = 6;
const waiting = 3;

/** CSR9 */
const Wire = { select: 1, clock: 2, dataIn: 4, dataOut: 8, serial: 0x800 } as const;
const Management = { clock: 0x1_0000, out: 0x2_0000, read: 0x4_0000, in: 0x8_0000 } as const;

function interrupt(d: Device): void {
  const causes = d.get(5) & d.get(7);
  const summary =
    (causes & normalCauses ? Status.normal : 0) | (causes & abnormalCauses ? Status.abnormal : 0);
  d.set(5, (d.get(5) & ~(Status.normal | Status.abnormal)) | summary);
  d.intx((summary & d.get(7)) !== 0);
}

function raise(d: Device, cause: number): void {
  d.set(5, d.get(5) | cause);
  interrupt(d);
}

const setState = (d: Device, shift: number, state: number): void =>
  d.set(5, (d.get(5) & ~(7 << shift)) | (state << shift));

function reset(d: Device): void {
  resets.forEach((value, i) => {
    if (value !== undefined) d.set(i, value);
  });
}

const swap = (value: number): number =>
  ((value & 0xff) << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24);

/** Walks the list of transmit descriptors; frames leave at once. */
function transmit(d: Device): void {
  if (((d.get(5) >>> sendShift) & 7) !== suspended) return;
  const order = (d.get(0) & 0x10_0000) !== 0 ? swap : (value: number): number => value;
  for (let i = 0; i < 128; i++) {
    const at = d.get(Own.descriptor) >>> 0;
    const word = (n: number): number => order(d.dmaRead(at + n * 4, 4));
    const [status, control, second] = [word(0), word(1), word(3)];
    if (status >= 0 && (status & 0x8000_0000) === 0) return raise(d, Status.noTx);
    const setup = (control & 0x0800_0000) !== 0;
    const empty = (control & 0x3f_ffff) === 0;
    const last = (control & 0x4000_0000) !== 0;
    if (control < 0 && (setup || last)) raise(d, Status.sent);
    d.dmaWrite(at, order(setup || empty ? 0x7fff_ffff : 0), 4);
    const skip = 16 + ((d.get(0) >>> 2) & 0x1f) * 4;
    const next = control & 0x0200_0000 ? d.get(4) : control & 0x0100_0000 ? second : at + skip;
    d.set(Own.descriptor, next & ~3);
  }
}

/** The management wires to the PHY: on a rising clock a bit goes in or out. */
function manage(d: Device): void {
  const wires = d.get(9);
  if (((d.get(Own.wires) ^ wires) & Management.clock) === 0 || (wires & Management.clock) === 0) return;
  const reading = (wires & Management.read) !== 0;
  const count = d.get(Own.count) + 1;
  let word = d.get(Own.shifted) << 1;
  if (wires & Management.out && (count < 16 || !reading)) word |= 1;
  if (count >= 16 && reading) d.set(9, word & 0x8000 ? wires | Management.in : wires & ~Management.in);
  d.set(Own.count, word === -1 ? 0 : count);
  d.set(Own.shifted, word);
  if (word === -1) return;
  const isRead = count === 16 && ((word >>> 12) & 15) === 6;
  const isWrite = count === 32 && word >>> 28 === 5;
  if (isRead) {
    const register = (word >>> 2) & 31;
    d.set(Own.shifted, ((word >>> 7) & 31) === 1 ? d.get(Own.phy + register) : 0);
  } else if (isWrite && ((word >>> 23) & 31) === 1) {
    const register = Own.phy + ((word >>> 18) & 31);
    const bits = phyWrite(register - Own.phy);
    d.set(register, (d.get(register) & ~bits) | (word & bits));
  }
}

function readWires(d: Device): number {
  if (d.get(9) & Wire.serial) d.set(9, eeprom.read(d) ? d.get(9) | Wire.dataOut : d.get(9) & ~Wire.dataOut);
  manage(d);
  return d.get(9);
}

function writeWires(d: Device, value: number): void {
  if (value & Wire.serial)
    eeprom.write(d, (value & Wire.select) !== 0, (value & Wire.clock) !== 0, value & Wire.dataIn ? 1 : 0);
  d.set(9, (d.get(9) & Management.in) | (value & ~Management.in));
  manage(d);
  d.set(Own.wires, d.get(9));
}

/** CSR6 starts and stops. */
function operate(d: Device, value: number): void {
  d.set(6, value);
  setState(d, receiveShift, value & 0x02 ? waiting : 0);
  setState(d, sendShift, value & 0x2000 ? suspended : 0);
  if (value & 0x2000) transmit(d);
}

function write(d: Device, register: number, value: number): void {
  switch (register) {
    case 0:
      d.set(0, value);
      if ((value & 1) === 0) return;
      reset(d);
      return interrupt(d);
    case 1:
      return transmit(d);
    case 2:
      return;
    case 3:
      return d.set(3, value & ~3);
    case 4:
      d.set(4, value & ~3);
      d.set(Own.descriptor, value & ~3);
      return transmit(d);
    case 5:
      d.set(5, d.get(5) & ~(value & acknowledged));
      return interrupt(d);
    case 6:
      return operate(d, value);
    case 7:
      d.set(7, value);
      return interrupt(d);
    case 8:
      // as in QEMU
      return d.set(9, value);
    case 9:
      return writeWires(d, value);
    case 12:
      return;
  }
  d.set(register, value);
}

const registers: Ops = {
  name: 'Tulip registers',
  impl: { min: 4, max: 4 },
  read: (d, offset) => {
    if (offset & 7) return 0;
    if (offset === 9 * 8) return readWires(d);
    return offset === 12 * 8 ? 0x5000 : d.get(offset >> 3);
  },
  write: (d, offset, value) => {
    if ((offset & 7) === 0) write(d, offset >> 3, value);
  },
};

/** What the EEPROM holds at these words; MAC address and check sums come to it. */
const eepromTemplate: readonly (readonly [at: number, words: readonly number[]])[] = [
  [0, [0x103c, 0x104f]],
  [8, [0x0856, 0x0104, 0x8000, 0xb348, 0xa70e, 0x1e00, 0x0000, 0x0800, 0x8d01, 0x0003, 0x0000, 0x7800]],
  [20, [0x01e0, 0x5000, 0x1800]],
  [47, [0x6be8, 0x0000, 0x0000, 0x0000, 0x8000, 0xb348, 0xa70e, 0x0040]],
];

/** The check sum of the first 17 bytes, into the 18th (word by word, high bit first). */
function idChecksum(words: readonly number[]): number {
  let crc = 0xff;
  for (let bit = 0; bit < 8 * 16 + 8; bit++) {
    const value = (((words[bit >> 4] ?? 0) >> (15 - (bit & 15))) & 1) ^ (crc >> 7);
    crc = (crc << 1) & 0xff;
    if (value) crc = (crc ^ 6) | 1;
  }
  return crc;
}

/** The low half of Ethernet's check sum over all words but the last. */
function checksum(words: readonly number[]): number {
  let crc = -1;
  for (let bit = 0; bit < 63 * 16; bit++) {
    const value = ((words[bit >> 4] ?? 0) >> (bit & 15)) & 1;
    crc = crc & 1 ? (crc >>> 1) ^ (value ? 0 : 0xedb8_8320) : (crc >>> 1) ^ (value ? 0xedb8_8320 : 0);
  }
  return ~crc & 0xffff;
}

function privates(context: Context): number[] {
  const mac = macOf(context);
  const contents = Array.from({ length: 64 }, () => 0);
  for (const [at, words] of eepromTemplate) contents.splice(at, words.length, ...words);
  for (let i = 0; i < 3; i++) contents[10 + i] = (mac[2 * i] ?? 0) | ((mac[2 * i + 1] ?? 0) << 8);
  contents[8] = ((contents[8] ?? 0) & 0xff00) | idChecksum(contents);
  contents[63] = checksum(contents);
  const words = Array.from({ length: Own.eeprom }, (_, i) => resets[i] ?? 0);
  for (const [register, value] of phyReset) words[Own.phy + register] = value;
  return [...words, ...eeprom.initial(contents)];
}

export const tulip: Model = {
  id: 'tulip',
  kind: 'network',
  bus: 'either',
  properties: [macProperty],
  shape: (context) => {
    const stretches = [{ from: 0, bytes: 0x80, ops: registers }];
    const words = privates(context);
    return new ShapeBuilder({
      vendor: 0x1011,
      device: 0x0019,
      classCode: 0x020000,
      subsystemVendor: 0x103c,
      subsystem: 0x104f,
      pin: 1,
      multifunction: context.multifunction,
    })
      .bar(0, 'io', 0x80, { stretches })
      .bar(1, 'mem32', 0x80, { stretches })
      .behave({}, words)
      .surviving([...words.keys()].filter((word) => word > 15 || kept.has(word)))
      .done();
  },
};
