/** Intel's 8255x Fast Ethernet family (qemu: hw/net/eepro100.c). Registers, EEPROM, PHY and command unit; no packets move. */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import { hasRom, romContents } from '../caps/rom.ts';
import type { Context, Model } from '../model.ts';
import { Eeprom93xx } from '../caps/eeprom93xx.ts';
import { macOf, macProperty } from './mac.ts';

/** The System Control Block and what follows it. */
const Scb = {
  status: 0x00,
  acknowledge: 0x01,
  command: 0x02,
  mask: 0x03,
  pointer: 0x04,
  port: 0x08,
  flash: 0x0c,
  eeprom: 0x0e,
  mdi: 0x10,
  power: 0x1b,
  generalStatus: 0x1d,
} as const;
const memoryBytes = 0x1000;

/** Private words: the registers, then what no bus reset changes. */
const own = memoryBytes / 4;
const Own = {
  causes: own,
  asserted: own + 1,
  commandBase: own + 2,
  commandOffset: own + 3,
  statistics: own + 4,
  sent: own + 5,
  macLow: own + 6,
  macHigh: own + 7,
  phy: own + 8,
  eeprom: own + 40,
} as const;
const eeprom = new Eeprom93xx(Own.eeprom, 64);

const phyReset: readonly (readonly [register: number, value: number])[] = [
  [0, 0x3000],
  [1, 0x780d],
  [2, 0x02a8],
  [3, 0x0154],
  [4, 0x05e1],
  [16, 0x0003],
  [18, 0x0001],
];

/** 1, 2 or 4 bytes of the registers. */
function get(d: Device, at: number, bytes: number): number {
  const value = d.get(at >> 2) >>> ((at & 3) * 8);
  return bytes === 4 ? value : value & ((1 << (bytes * 8)) - 1);
}

function put(d: Device, at: number, value: number, bytes: number): void {
  const shift = (at & 3) * 8;
  const mask = bytes === 4 ? -1 : ((1 << (bytes * 8)) - 1) << shift;
  d.set(at >> 2, (d.get(at >> 2) & ~mask) | ((value << shift) & mask));
}

function setPin(d: Device, level: boolean): void {
  if ((d.get(Own.asserted) !== 0) === level) return;
  d.set(Own.asserted, level ? 1 : 0);
  d.intx(level);
}

function raise(d: Device, cause: number): void {
  const causes = get(d, Scb.acknowledge, 1) | cause;
  put(d, Scb.acknowledge, causes, 1);
  d.set(Own.causes, causes);
  const allowed = ~get(d, Scb.mask, 1);
  setPin(d, (causes & (allowed | 0x0f)) !== 0 && (allowed & 1) !== 0);
}

/** Acknowledged causes stand in the register, just written. */
function acknowledge(d: Device): void {
  const left = d.get(Own.causes) & ~get(d, Scb.acknowledge, 1);
  d.set(Own.causes, left);
  put(d, Scb.acknowledge, left, 1);
  if (left === 0) setPin(d, false);
}

const Cause = { software: 0x04, mdi: 0x08, notReady: 0x10, idle: 0x20, done: 0x80 } as const;
const Unit = { idle: 0, suspended: 1, active: 2 } as const;
const ready = 4;

const setUnit = (d: Device, state: number): void =>
  put(d, Scb.status, (get(d, Scb.status, 1) & 0x3f) | (state << 6), 1);
const receiver = (d: Device): number => (get(d, Scb.status, 1) >> 2) & 15;
const setReceiver = (d: Device, state: number): void =>
  put(d, Scb.status, (get(d, Scb.status, 1) & 0xc3) | (state << 2), 1);

/** So many command blocks at most in one go. */
const most = 16;
const Block = { end: 0x8000, suspend: 0x4000, interrupt: 0x2000, notCopied: 0x10 } as const;
const complete = 0x8000;
const fine = 0x2000;

/** Runs the list of command blocks until one ends or suspends it. */
function run(d: Device): void {
  for (let n = 0; n < most; n++) {
    const at = (d.get(Own.commandBase) + d.get(Own.commandOffset)) >>> 0;
    const head = d.dmaRead(at, 4);
    d.set(Own.commandOffset, d.dmaRead(at + 4, 4));
    const order = head >>> 16;
    const code = order & 7;
    if (code === 1) {
      d.set(Own.macLow, d.dmaRead(at + 8, 4));
      d.set(Own.macHigh, d.dmaRead(at + 12, 2));
    }
    const isSent = code === 4 && (order & Block.notCopied) === 0;
    if (isSent) d.set(Own.sent, d.get(Own.sent) + 1);
    const ok = code === 6 || (code === 4 && !isSent) ? 0 : fine;
    d.dmaWrite(at, (code === 7 ? 0 : head & 0xffff) | ok | complete, 2);
    if (order & Block.interrupt) raise(d, Cause.done);
    if (order & (Block.end | Block.suspend)) {
      setUnit(d, order & Block.end ? Unit.idle : Unit.suspended);
      return raise(d, Cause.idle);
    }
  }
}

const statisticsBytes = 64;

/** Statistical counters, as many as the 82557 has: of frames sent there is one; the rest stay zero. */
function dump(d: Device, signature: number): void {
  const at = d.get(Own.statistics) >>> 0;
  for (let i = 0; i < statisticsBytes; i += 4) d.dmaWrite(at + i, i === 0 ? d.get(Own.sent) : 0, 4);
  d.dmaWrite(at + statisticsBytes, signature, 4);
}

function receive(d: Device, order: number): void {
  switch (order) {
    case 1:
    case 2:
      return setReceiver(d, ready);
    case 4:
      if (receiver(d) === ready) raise(d, Cause.notReady);
      setReceiver(d, 0);
  }
}

function operate(d: Device, order: number): void {
  const pointer = get(d, Scb.pointer, 4);
  switch (order) {
    case 0x10:
      setUnit(d, Unit.active);
      d.set(Own.commandOffset, pointer);
      return run(d);
    case 0x20:
      setUnit(d, Unit.active);
      return run(d);
    case 0x40:
      return d.set(Own.statistics, pointer & ~3);
    case 0x50:
      return dump(d, 0xa005);
    case 0x60:
      return d.set(Own.commandBase, pointer);
    case 0x70:
      dump(d, 0xa007);
      d.set(Own.sent, 0);
  }
}

function command(d: Device, value: number): void {
  receive(d, value & 0x0f);
  operate(d, value & 0xf0);
  put(d, Scb.command, 0, 1);
}

/** The chip's own reset: registers, PHY, and what the board keeps in the EEPROM. */
function reset(d: Device, id: number): void {
  const [low, high] = [d.get(Own.macLow), d.get(Own.macHigh)];
  [low, low >>> 16, high].forEach((value, i) => eeprom.set(d, i, value));
  eeprom.set(d, 5, id);
  eeprom.set(d, 6, 1);
  let sum = 0;
  for (let i = 0; i < 63; i++) sum += eeprom.get(d, i);
  eeprom.set(d, 63, 0xbaba - sum);
  for (let word = 0; word < own; word++) d.set(word, 0);
  put(d, Scb.mdi, 1 << 21, 4);
  for (let register = 0; register < 32; register++) d.set(Own.phy + register, 0);
  for (const [register, value] of phyReset) d.set(Own.phy + register, value);
}

/** The PORT register: resets, self-test. */
function port(d: Device, id: number): void {
  const value = get(d, Scb.port, 4);
  const selection = value & 3;
  if (selection === 0 || selection === 2) reset(d, id);
  if (selection !== 1) return;
  const at = (value & ~3) >>> 0;
  d.dmaWrite(at, -1, 4);
  d.dmaWrite(at + 4, 0, 4);
}

/** Bits of PHY registers 0–6 that a write leaves alone. */
const phyKept = [0, 0xffff, 0xffff, 0xffff, 0xc01f, 0xffff, 0xffff] as const;

/** One transaction with the PHY, number 1, ends at once: bits 27:26 are 1 to write, 2 to read. */
function mdi(d: Device): void {
  const order = get(d, Scb.mdi, 4);
  const register = (order >>> 16) & 31;
  const operation = (order >>> 26) & 3;
  const kept = phyKept[register];
  const isThere = ((order >>> 21) & 31) === 1 && kept !== undefined;
  if (!isThere || (operation !== 1 && operation !== 2)) {
    put(d, Scb.mdi, 0, 2);
    return;
  }
  const word = Own.phy + register;
  let data = order & 0xffff;
  if (register === 0 && data & 0x8000) {
    for (const [index, value] of phyReset) if (index < 2) d.set(Own.phy + index, value);
    data = d.get(word);
  } else if (register === 0) data &= ~0x0200;
  if (operation === 1) d.set(word, (d.get(word) & kept) | (data & ~kept));
  else {
    if (register === 1) d.set(word, d.get(word) | 0x20);
    if (register === 5) d.set(word, 0x41fe);
    if (register === 6) d.set(word, 0x0001);
    data = d.get(word);
  }
  put(d, Scb.acknowledge, get(d, Scb.acknowledge, 1) | Cause.mdi, 1);
  if (order & (1 << 29)) raise(d, Cause.mdi);
  put(d, Scb.mdi, (order & ~0xffff) | (1 << 28) | data, 4);
}

const setWires = (d: Device, value: number): void =>
  eeprom.write(d, (value & 2) !== 0, (value & 1) !== 0, value & 4 ? 1 : 0);

function read(d: Device, at: number, bytes: number): number {
  if (at + bytes > memoryBytes) return 0;
  const value = get(d, at, bytes);
  if (at === (bytes === 4 ? Scb.flash : Scb.eeprom)) {
    const low = get(d, Scb.eeprom, 2);
    return (eeprom.read(d) ? low | 8 : low & ~8) & (bytes === 1 ? 0xff : 0xffff);
  }
  if (at >> 2 === Scb.mdi >> 2) return (get(d, Scb.mdi, 4) | (1 << 28)) >>> ((at & 3) * 8);
  if (at === Scb.port && bytes === 4) return 0;
  if (bytes > 1) return value;
  if (at === Scb.power) return 0;
  return at === Scb.generalStatus ? 0x07 : value;
}

function writeMask(d: Device, value: number): void {
  put(d, Scb.mask, value, 1);
  if (value & 2) raise(d, Cause.software);
  raise(d, 0);
}

function write(d: Device, id: number, at: number, value: number, bytes: number): void {
  if (at + bytes > memoryBytes) return;
  if (at !== Scb.status || bytes === 4) put(d, at, value, bytes);
  if (at <= Scb.mask && bytes < 4) return control(d, at, value, bytes);
  // orders of several bytes are carried out with their last
  const last = at + bytes - 1;
  if (at >= Scb.port && last === Scb.port + 3) return port(d, id);
  if (at >= Scb.mdi && last === Scb.mdi + 3) return mdi(d);
  if (at === Scb.eeprom && bytes < 4) setWires(d, value);
  if (at === Scb.flash && bytes === 4) setWires(d, value >>> 16);
}

/** Status, acknowledgement, command and mask by bytes and words; a write of all four only stores. */
function control(d: Device, at: number, value: number, bytes: number): void {
  switch (at) {
    case Scb.status:
      if (bytes === 1) return;
      put(d, Scb.acknowledge, value >>> 8, 1);
      return acknowledge(d);
    case Scb.acknowledge:
      return acknowledge(d);
    case Scb.command:
      command(d, value & 0xff);
      if (bytes === 2) writeMask(d, (value >>> 8) & 0xff);
      return;
    case Scb.mask:
      writeMask(d, value);
  }
}

interface Chip {
  readonly id: string;
  readonly device: number;
  readonly revision: number;
  /** Word 5 of the EEPROM. */
  readonly eepromId: number;
  readonly hasPower: boolean;
  readonly subsystem?: number;
}

function privates(context: Context): number[] {
  const mac = macOf(context);
  const byte = (i: number): number => mac[i] ?? 0;
  const words = Array.from({ length: Own.eeprom }, () => 0);
  words[Own.macLow] = byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24);
  words[Own.macHigh] = byte(4) | (byte(5) << 8);
  return [...words, ...eeprom.initial(Array.from({ length: 64 }, () => 0))];
}

const card = ({ id, device, revision, eepromId, hasPower, subsystem }: Chip): Model => ({
  id,
  kind: 'network',
  bus: 'either',
  properties: [macProperty],
  shape: (context) => {
    const ops: Ops = {
      name: `${id} registers`,
      read,
      write: (d, at, value, bytes) => write(d, eepromId, at, value, bytes),
    };
    const words = privates(context);
    const shape = new ShapeBuilder({
      vendor: 0x8086,
      device,
      revision,
      classCode: 0x020000,
      ...(subsystem === undefined ? {} : { subsystemVendor: 0x8086, subsystem }),
      pin: 1,
      multifunction: context.multifunction,
    })
      .field(0x06, 2, 0x0280, 0, 0xf900)
      .field(0x0d, 1, 0x20)
      .field(0x3e, 1, 0x08)
      .field(0x3f, 1, 0x18)
      .bar(0, 'mem32', memoryBytes, {
        prefetchable: true,
        stretches: [{ from: 0, bytes: memoryBytes, ops }],
      })
      .bar(1, 'io', 0x40, { stretches: [{ from: 0, bytes: 0x40, ops }] })
      // where flash would be, QEMU shows the registers again
      .bar(2, 'mem32', 0x2_0000, { stretches: [{ from: 0, bytes: 0x2_0000, ops }] })
      .behave({ reset: (d) => reset(d, eepromId) }, words, 'machine')
      .surviving(words.keys());
    if (hasPower) shape.capability(0x01, 0xdc, 8).field(0xde, 2, 0x7e21);
    const rom = romContents(0x8086, device, 0x020000, 0x2_0000);
    return (hasRom(context) ? shape.bar(6, 'rom', 0x2_0000, { contents: rom }) : shape).done();
  },
});

const plain = { eepromId: 0x4000, hasPower: true } as const;
const old = { device: 0x1229, eepromId: 0x0100, hasPower: false } as const;

export const eepro100s: readonly Model[] = [
  card({ ...plain, id: 'i82550', device: 0x1209, revision: 0x0e }),
  card({ ...plain, id: 'i82551', device: 0x1209, revision: 0x0f }),
  card({ ...old, id: 'i82557a', revision: 0x01, eepromId: 0x4000 }),
  card({ ...old, id: 'i82557b', revision: 0x02 }),
  card({ ...old, id: 'i82557c', revision: 0x03 }),
  card({ ...plain, id: 'i82558a', device: 0x1229, revision: 0x04 }),
  card({ ...plain, id: 'i82558b', device: 0x1229, revision: 0x05 }),
  card({ ...plain, id: 'i82559a', device: 0x1229, revision: 0x06 }),
  card({ ...plain, id: 'i82559b', device: 0x1229, revision: 0x07 }),
  card({ ...plain, id: 'i82559c', device: 0x1229, revision: 0x0c, subsystem: 0x0040 }),
  card({ ...plain, id: 'i82559er', device: 0x1209, revision: 0x09 }),
  card({ ...plain, id: 'i82562', device: 0x1209, revision: 0x0e }),
  card({ ...plain, id: 'i82801', device: 0x2449, revision: 0x03 }),
];
