/** ne2k_pci: Realtek's 8029, an NE2000 on PCI, 10ec:8029 (qemu: hw/net/ne2000-pci.c, ne2000.c). Registers and buffer; no packets move. */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import { hasRom, romContents } from '../caps/rom.ts';
import type { Context, Model } from '../model.ts';
import { macOf, macProperty } from './mac.ts';

/** Private words: the chip's registers, then its memory. */
const Own = {
  command: 0,
  start: 1,
  stop: 2,
  boundary: 3,
  txStatus: 4,
  txPage: 5,
  txCount: 6,
  remoteCount: 7,
  remoteAddress: 8,
  interrupts: 9,
  dataConfig: 10,
  mask: 11,
  physical: 12,
  current: 18,
  multicast: 19,
  memory: 27,
} as const;

/** The PROM lies at 0, the packet buffer from 16 to 48 KiB; a long access at the PROM's end reaches past it. */
const promBytes = 32;
const promWords = 9;
const bufferFrom = 0x4000;
const bufferTo = 0xc000;
const memoryWords = promWords + (bufferTo - bufferFrom) / 4;

const Interrupt = { sent: 0x02, remoteDone: 0x40, reset: 0x80 } as const;

const wordAt = (at: number): number =>
  Own.memory + (at < bufferFrom ? at >> 2 : promWords + ((at - bufferFrom) >> 2));
const isThere = (at: number, bytes: number): boolean =>
  at < promBytes || (at >= bufferFrom && at + bytes <= bufferTo);

function getByte(d: Device, at: number): number {
  return (d.get(wordAt(at)) >>> ((at & 3) * 8)) & 0xff;
}

function setByte(d: Device, at: number, value: number): void {
  const shift = (at & 3) * 8;
  const word = wordAt(at);
  d.set(word, (d.get(word) & ~(0xff << shift)) | ((value & 0xff) << shift));
}

/** The remote DMA moved `bytes`: wraps at the ring's end, and says when it is done. */
function moved(d: Device, bytes: number): void {
  const next = d.get(Own.remoteAddress) + bytes;
  d.set(Own.remoteAddress, next === d.get(Own.stop) ? d.get(Own.start) : next);
  const left = d.get(Own.remoteCount) - bytes;
  d.set(Own.remoteCount, Math.max(left, 0));
  if (left <= 0) raise(d, Interrupt.remoteDone);
}

/** How many bytes an access of the data port moves: 4, or as configured. */
const width = (d: Device, bytes: number): number => (bytes === 4 ? 4 : d.get(Own.dataConfig) & 1 ? 2 : 1);

function readData(d: Device, access: number): number {
  const bytes = width(d, access);
  const at = d.get(Own.remoteAddress) & (bytes === 1 ? -1 : ~1);
  let value = -1;
  if (isThere(at, bytes)) {
    value = 0;
    for (let i = 0; i < bytes; i++) value |= getByte(d, at + i) << (i * 8);
  } else if (bytes < 4) value = (1 << (bytes * 8)) - 1;
  moved(d, bytes);
  return value;
}

function writeData(d: Device, value: number, access: number): void {
  if (d.get(Own.remoteCount) === 0) return;
  const bytes = width(d, access);
  const at = d.get(Own.remoteAddress) & (bytes === 1 ? -1 : ~1);
  if (isThere(at, bytes)) for (let i = 0; i < bytes; i++) setByte(d, at + i, value >>> (i * 8));
  moved(d, bytes);
}

const interrupt = (d: Device): void => d.intx((d.get(Own.interrupts) & d.get(Own.mask) & 0x7f) !== 0);

function raise(d: Device, causes: number): void {
  d.set(Own.interrupts, d.get(Own.interrupts) | causes);
  interrupt(d);
}

/** The PROM as a reset fills it: every byte of it twice. What lies between address and signature is what was there. */
function fillProm(bytes: number[], mac: readonly number[]): void {
  for (let i = 0; i < 6; i++) bytes[i] = mac[i] ?? 0;
  bytes[14] = 0x57;
  bytes[15] = 0x57;
  for (let i = 15; i >= 0; i--) {
    bytes[2 * i] = bytes[i] ?? 0;
    bytes[2 * i + 1] = bytes[i] ?? 0;
  }
}

function resetChip(d: Device, mac: readonly number[]): void {
  d.set(Own.interrupts, Interrupt.reset);
  const bytes = Array.from({ length: promBytes }, (_, i) => getByte(d, i));
  fillProm(bytes, mac);
  bytes.forEach((byte, i) => setByte(d, i, byte));
}

function command(d: Device, value: number): void {
  d.set(Own.command, value);
  if (value & 0x01) return;
  d.set(Own.interrupts, d.get(Own.interrupts) & ~Interrupt.reset);
  if (value & 0x18 && d.get(Own.remoteCount) === 0) raise(d, Interrupt.remoteDone);
  if ((value & 0x04) === 0) return;
  d.set(Own.txStatus, 1);
  d.set(Own.command, value & ~0x04);
  raise(d, Interrupt.sent);
}

const setLow = (d: Device, word: number, value: number): void => d.set(word, (d.get(word) & 0xff00) | value);
const setHigh = (d: Device, word: number, value: number): void =>
  d.set(word, (d.get(word) & 0x00ff) | (value << 8));

/** Registers 1–15 of the page that the command register chooses. */
function writeRegister(d: Device, at: number, value: number): void {
  const page = value << 8;
  switch (at) {
    case 0x01:
    case 0x02:
      if (page <= bufferTo) d.set(at === 1 ? Own.start : Own.stop, page);
      return;
    case 0x03:
      if (page < bufferTo) d.set(Own.boundary, value);
      return;
    case 0x04:
      return d.set(Own.txPage, value);
    case 0x05:
      return setLow(d, Own.txCount, value);
    case 0x06:
      return setHigh(d, Own.txCount, value);
    case 0x07:
      d.set(Own.interrupts, d.get(Own.interrupts) & ~(value & 0x7f));
      return interrupt(d);
    case 0x08:
      return setLow(d, Own.remoteAddress, value);
    case 0x09:
      return setHigh(d, Own.remoteAddress, value);
    case 0x0a:
      return setLow(d, Own.remoteCount, value);
    case 0x0b:
      return setHigh(d, Own.remoteCount, value);
    case 0x0e:
      return d.set(Own.dataConfig, value);
    case 0x0f:
      d.set(Own.mask, value);
      return interrupt(d);
    case 0x17:
      if (page < bufferTo) d.set(Own.current, value);
      return;
  }
  if (at >= 0x11 && at < 0x17) d.set(Own.physical + at - 0x11, value);
  if (at >= 0x18 && at < 0x20) d.set(Own.multicast + at - 0x18, value);
}

/** Those that read the same always: Realtek's id, and its configuration: 10baseT, full duplex. */
const fixed: Readonly<Record<number, number>> = { 0x0a: 0x50, 0x0b: 0x43, 0x35: 0x40, 0x36: 0x40 };

function readRegister(d: Device, at: number): number {
  if (at >= 0x11 && at < 0x17) return d.get(Own.physical + at - 0x11);
  if (at >= 0x18 && at < 0x20) return d.get(Own.multicast + at - 0x18);
  switch (at) {
    case 0x03:
      return d.get(Own.boundary);
    case 0x04:
      return d.get(Own.txStatus);
    case 0x07:
      return d.get(Own.interrupts);
    case 0x08:
      return d.get(Own.remoteAddress) & 0xff;
    case 0x09:
      return d.get(Own.remoteAddress) >>> 8;
    case 0x17:
      return d.get(Own.current);
    case 0x21:
      return d.get(Own.start) >>> 8;
    case 0x22:
      return d.get(Own.stop) >>> 8;
  }
  return fixed[at] ?? 0;
}

const paged = (d: Device, offset: number): number => offset | ((d.get(Own.command) & 0xc0) >> 2);

const ports = (mac: readonly number[]): Ops => ({
  name: 'NE2000 registers',
  read: (d, offset, bytes) => {
    if (offset === 0x10) return readData(d, bytes);
    if (bytes > 1) return -1;
    if (offset === 0) return d.get(Own.command);
    if (offset < 0x10) return readRegister(d, paged(d, offset));
    if (offset !== 0x1f) return -1;
    resetChip(d, mac);
    return 0;
  },
  write: (d, offset, value, bytes) => {
    if (offset === 0x10) return writeData(d, value, bytes);
    if (bytes > 1) return;
    if (offset === 0) command(d, value);
    else if (offset < 0x10) writeRegister(d, paged(d, offset), value);
  },
});

function privates(mac: readonly number[]): number[] {
  const words = Array.from({ length: Own.memory + memoryWords }, () => 0);
  words[Own.interrupts] = Interrupt.reset;
  const bytes = Array.from({ length: promBytes }, () => 0);
  fillProm(bytes, mac);
  bytes.forEach((byte, i) => {
    const word = Own.memory + (i >> 2);
    words[word] = (words[word] ?? 0) | (byte << ((i & 3) * 8));
  });
  return words;
}

const cardOf = (context: Context): ShapeBuilder => {
  const mac = macOf(context);
  return (
    new ShapeBuilder({
      vendor: 0x10ec,
      device: 0x8029,
      classCode: 0x020000,
      pin: 1,
      multifunction: context.multifunction,
    })
      .bar(0, 'io', 0x100, { stretches: [{ from: 0, bytes: 0x100, ops: ports(mac) }] })
      // QEMU's has no reset of its own
      .behave({}, privates(mac), 'never')
  );
};

export const ne2kPci: Model = {
  id: 'ne2k_pci',
  kind: 'network',
  bus: 'either',
  properties: [macProperty],
  shape: (context) => {
    const shape = cardOf(context);
    const rom = romContents(0x10ec, 0x8029, 0x020000, 0x4_0000);
    return (hasRom(context) ? shape.bar(6, 'rom', 0x4_0000, { contents: rom }) : shape).done();
  },
};
