/** pcnet: AMD's Am79C970A PCnet-PCI II, 1022:2000 (qemu: hw/net/pcnet-pci.c, pcnet.c). Registers and initialization; no packets move, and descriptors are not polled. */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import { hasRom, romContents } from '../caps/rom.ts';
import type { Context, Model } from '../model.ts';
import { macOf, macProperty } from './mac.ts';

/** Private words: control and status registers, bus configuration registers, the address PROM, the register address port. */
const bus = 128;
const prom = bus + 32;
const address = prom + 16;
const words = address + 1;

const Bus = { misc: 2, burst: 18, style: 20 } as const;
/** Bus configuration registers after a hardware reset. */
const busReset: readonly (readonly [register: number, value: number])[] = [
  [0, 0x0005],
  [1, 0x0005],
  [Bus.misc, 0x0002],
  [4, 0x00c0],
  [5, 0x0084],
  [6, 0x0088],
  [7, 0x0090],
  [9, 0],
  [Bus.burst, 0x9001],
  [19, 0x0002],
  [Bus.style, 0x0200],
  [22, 0xff06],
];
/** Those that can be written, besides the style. */
const busWritable = new Set([Bus.misc, 4, 5, 6, 7, 9, Bus.burst, 19, 22]);

/** Control and status registers after any reset; those not named keep their values. */
const statusReset: readonly (readonly [register: number, value: number])[] = [
  [0, 0x0004],
  [4, 0x0115],
  ...[3, 5, 6, 8, 9, 10, 11, 94, 112, 114, 122, 124].map((n) => [n, 0] as const),
  ...[72, 74, 76, 78].map((n) => [n, 1] as const),
  [80, 0x1410],
  [88, 0x1003],
  [89, 0x0262],
  [100, 0x0200],
  [103, 0x0105],
];

const Status = {
  init: 0x01,
  start: 0x02,
  stop: 0x04,
  demand: 0x08,
  on: 0x10,
  enable: 0x40,
  pending: 0x80,
} as const;

function softReset(d: Device): void {
  d.set(address, 0);
  d.set(bus + Bus.burst, d.get(bus + Bus.burst) & ~0x80);
  for (const [register, value] of statusReset) d.set(register, value);
  for (let i = 0; i < 3; i++) d.set(12 + i, d.get(prom + 2 * i) | (d.get(prom + 2 * i + 1) << 8));
  d.set(15, d.get(15) & 0x21c4);
}

function reset(d: Device): void {
  for (const [register, value] of busReset) d.set(bus + register, value);
  softReset(d);
  interrupt(d);
}

/** Interrupt Pending and the pin, from causes and masks. */
function interrupt(d: Device): void {
  let status = d.get(0) & ~Status.pending;
  const enabled = (status & Status.enable) !== 0;
  let level = false;
  const [four, five] = [d.get(4), d.get(5)];
  if (status & ~d.get(3) & 0x5f00 || (four >> 1) & ~four & 0x0115 || (five >> 1) & five & 0x0048) {
    level = enabled;
    status |= Status.pending;
  }
  if (four & 0x80 && enabled) {
    d.set(4, (four & ~0x80) | 0x40);
    status |= Status.pending;
    level = true;
  }
  if ((five >> 1) & five & 0x0500) {
    status |= Status.pending;
    level = true;
  }
  d.set(0, status);
  d.intx(level);
}

const isWide = (d: Device): boolean => (d.get(bus + Bus.burst) & 0x80) !== 0;
const isStopped = (d: Device): boolean => (d.get(0) & Status.stop) !== 0;
/** Stopped or suspended: registers may be set up. */
const isIdle = (d: Device): boolean => isStopped(d) || (d.get(5) & 1) !== 0;

/** Reads the initialization block that CSR1 and CSR2 point at. */
function initialize(d: Device): void {
  const wide = (d.get(bus + Bus.style) & 0x0100) !== 0;
  const at =
    (wide ? d.get(2) << 16 : (d.get(2) & 0xff) << 16) | d.get(1) | (wide ? 0 : (d.get(2) & 0xff00) << 16);
  const half = (offset: number): number => d.dmaRead((at >>> 0) + offset, 2) & 0xffff;
  const lengths = wide ? half(2) : 0;
  const [physical, logical, rings] = wide ? [4, 12, 20] : [2, 8, 16];
  d.set(15, half(0));
  for (let i = 0; i < 3; i++) d.set(12 + i, half(physical + 2 * i));
  for (let i = 0; i < 4; i++) d.set(8 + i, half(logical + 2 * i));
  const receive = wide ? (lengths >>> 4) & 0xf : half(rings + 2) >>> 13;
  const transmit = wide ? lengths >>> 12 : half(rings + 6) >>> 13;
  const entries = (length: number): number => (length < 9 ? 1 << length : 512);
  for (const register of [72, 76]) d.set(register, entries(receive));
  for (const register of [74, 78]) d.set(register, entries(transmit));
  d.set(6, (transmit << 12) | (receive << 8));
  d.set(0, (d.get(0) | 0x0101) & ~Status.stop);
}

function start(d: Device): void {
  const mode = d.get(15);
  const on = (mode & 2 ? 0 : 0x10) | (mode & 1 ? 0 : 0x20);
  d.set(0, (d.get(0) & ~Status.stop) | on | Status.start);
}

function stop(d: Device): void {
  d.set(0, (d.get(0) & 0x14) | 0x14);
  d.set(4, d.get(4) & ~0x02c2);
  d.set(5, d.get(5) & ~0x0011);
}

/** CSR0: causes are acknowledged, then the chip is stopped, initialized, started. */
function command(d: Device, value: number): void {
  d.set(0, (d.get(0) & ~(value & 0x7f00) & ~Status.enable) | (value & 0x48));
  const order = (value & 7) === 7 ? 4 : value;
  const is = (bit: number): boolean => (d.get(0) & bit) !== 0;
  if (!is(Status.stop) && order & Status.stop) stop(d);
  if (!is(Status.init) && order & Status.init) initialize(d);
  if (!is(Status.start) && order & Status.start) start(d);
  poll(d);
}

/** Transmit Demand stands while the transmitter is on: there is never anything to send. */
function poll(d: Device): void {
  if ((d.get(0) & Status.on) === 0) d.set(0, d.get(0) & ~Status.demand);
}

const plain = (n: number): boolean =>
  (n >= 1 && n <= 3) || (n >= 8 && n <= 15) || (n >= 18 && n <= 47) || n === 72 || n === 74;

function writeStatus(d: Device, n: number, value: number): void {
  if (plain(n)) return d.set(n, value);
  switch (n) {
    case 0:
      return command(d, value);
    case 4:
    case 5: {
      const clears = n === 4 ? 0x026a : 0x0a90;
      return d.set(n, (value & ~clears) | (d.get(n) & ~value & clears));
    }
    case 16:
    case 17:
      return d.set(n - 15, value);
    case 58:
      return writeBus(d, Bus.style, value);
    case 76:
    case 78:
      return d.set(n, value === 0 ? 512 : value);
    case 112:
      if (isIdle(d)) d.set(n, value);
  }
}

function readStatus(d: Device, n: number): number {
  switch (n) {
    case 0:
      interrupt(d);
      return d.get(0) | (d.get(0) & 0x7800 ? 0x8000 : 0);
    case 16:
    case 17:
      return d.get(n - 15);
    case 58:
      return readBus(d, Bus.style);
    case 88:
      return (d.get(89) << 16) | d.get(88);
  }
  return d.get(n);
}

function writeBus(d: Device, n: number, value: number): void {
  if (busWritable.has(n)) d.set(bus + n, value);
  if (n !== Bus.style || !isIdle(d)) return;
  const style = value & 0xff;
  const kept = value & ~0x0300;
  d.set(bus + n, style > 3 ? 0x0200 : kept | ([0x0200, 0x0100, 0x0300, 0x0300][style] ?? 0));
}

const linkUp = 0x40;
function readBus(d: Device, n: number): number {
  if (n >= 32) return 0;
  const value = d.get(bus + n);
  if (n < 4 || n > 7) return value;
  return (value & 0x7fff) | (value & linkUp ? 0x8000 : 0);
}

/** The ports behind the PROM: data, address, reset and bus data, 2 or 4 bytes apart. */
function readPort(d: Device, port: number): number {
  switch (port) {
    case 0:
      return readStatus(d, d.get(address));
    case 1:
      return d.get(address);
    case 2:
      softReset(d);
      return 0;
    case 3:
      return readBus(d, d.get(address));
  }
  return -1;
}

function writePort(d: Device, port: number, value: number): void {
  if (port === 0) writeStatus(d, d.get(address), value);
  if (port === 1) d.set(address, value & 0x7f);
  if (port === 3) writeBus(d, d.get(address), value);
}

/** Accesses of 4 bytes are right in double-word mode, narrower ones otherwise; the PROM takes bytes then, the ports do not. */
const fits = (d: Device, offset: number, bytes: number): boolean =>
  isWide(d) ? bytes === 4 : bytes === 2 || (bytes === 1 && offset < 16);

function read(d: Device, offset: number, bytes: number): number {
  if (offset < 16) {
    if (!fits(d, offset, bytes)) return -1;
    let value = 0;
    for (let i = 0; i < bytes; i++) value |= d.get(prom + offset + i) << (i * 8);
    return value;
  }
  if (bytes === 1) return -1;
  poll(d);
  interrupt(d);
  const value = fits(d, offset, bytes) ? readPort(d, (offset & 15) / bytes) : -1;
  interrupt(d);
  return value;
}

function write(d: Device, offset: number, value: number, bytes: number): void {
  if (offset < 16) {
    if (!fits(d, offset, bytes) || (d.get(bus + Bus.misc) & 0x0100) === 0) return;
    for (let i = 0; i < bytes; i++) d.set(prom + offset + i, (value >>> (i * 8)) & 0xff);
    return;
  }
  if (bytes === 1) return;
  poll(d);
  interrupt(d);
  if (fits(d, offset, bytes)) writePort(d, (offset & 15) / bytes, value & 0xffff);
  // a wide write to the data port switches to double words
  else if (bytes === 4 && (offset & 15) === 0) writeBus(d, Bus.burst, d.get(bus + Bus.burst) | 0x80);
  interrupt(d);
}

const registers: Ops = { name: 'PCnet registers', read, write };

function promOf(context: Context): number[] {
  const bytes = [...macOf(context), 0, 0, 0, 0x11, 0, 0, 0, 0, 0x57, 0x57];
  const sum = bytes.reduce((a, b) => a + b, 0);
  bytes[12] = sum & 0xff;
  bytes[13] = (sum >>> 8) & 0xff;
  return bytes;
}

export const pcnet: Model = {
  id: 'pcnet',
  kind: 'network',
  bus: 'either',
  properties: [macProperty],
  shape: (context) => {
    const stretches = [{ from: 0, bytes: 0x20, ops: registers }];
    const shape = new ShapeBuilder({
      vendor: 0x1022,
      device: 0x2000,
      revision: 0x10,
      classCode: 0x020000,
      subsystemVendor: 0,
      subsystem: 0,
      pin: 1,
      multifunction: context.multifunction,
    })
      .field(0x06, 2, 0x0280, 0, 0xf900)
      .field(0x3e, 1, 0x06)
      .field(0x3f, 1, 0xff)
      .bar(0, 'io', 0x20, { stretches })
      .bar(1, 'mem32', 0x20, {
        stretches: [{ from: 0, bytes: 0x20, ops: { ...registers, valid: { min: 1, max: 4 } } }],
      })
      .behave({ reset }, [...Array.from({ length: prom }, () => 0), ...promOf(context), 0])
      .surviving(Array.from({ length: words }, (_, i) => i));
    const rom = romContents(0x1022, 0x2000, 0x020000, 0x4_0000);
    return (hasRom(context) ? shape.bar(6, 'rom', 0x4_0000, { contents: rom }) : shape).done();
  },
};
