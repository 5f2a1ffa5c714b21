/** VGA and secondary-vga: QEMU's standard display card (docs/specs/standard-vga.txt, hw/display/vga-pci.c). */
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { LegacyRange, Ops, Shape, Stretch } from '../../engine/shape.ts';
import type { Context, Model } from '../model.ts';
import { edid } from './edid.ts';
import { hasRom, romContents } from '../caps/rom.ts';
import { readPlanes, writePlanes } from './vga-memory.ts';
import { Own, readDispi, readPort, vgaReset, writeDispi, writePort } from './vga-registers.ts';

const megabyte = 0x10_0000;
const littleEndian = 0x1e1e_1e1e;
const bigEndian = 0xbebe_bebe;

/** QEMU's old ports take any alignment: what they do not know reads all ones (softmmu/ioport.c). */
const anywhere = {
  valid: { min: 1, max: 4, unaligned: true },
  impl: { min: 1, max: 4, unaligned: true },
} as const;

/** `count` single-byte ports: a word is two of them, the second all ones behind the last; wider accesses are lost. */
const ports = (from: number, count: number): Ops => ({
  name: 'VGA ports',
  ...anywhere,
  read: (device, offset, bytes) => {
    if (bytes === 4) return -1;
    const low = readPort(device, from + offset);
    if (bytes === 1) return low;
    return low | ((offset + 1 < count ? readPort(device, from + offset + 1) : 0xff) << 8);
  },
  write: (device, offset, value, bytes) => {
    if (bytes === 4) return;
    writePort(device, from + offset, value & 0xff);
    if (bytes === 2 && offset + 1 < count) writePort(device, from + offset + 1, value >>> 8);
  },
});

/** 1CEh chooses a display interface register, 1CFh and 1D0h are its value; words only. */
const dispiPorts: Ops = {
  name: 'display interface ports',
  ...anywhere,
  read: (device, offset, bytes) => {
    if (bytes !== 2 || offset > 2) return -1;
    return offset === 0 ? device.get(Own.dispiIndex) : readDispi(device);
  },
  write: (device, offset, value, bytes) => {
    if (bytes !== 2 || offset > 2) return;
    if (offset === 0) device.set(Own.dispiIndex, value);
    else writeDispi(device, value);
  },
};

const planes: Ops = {
  name: 'VGA memory',
  impl: { min: 1, max: 1 },
  read: readPlanes,
  write: writePlanes,
};

const io = (from: number, to: number): LegacyRange => ({
  space: 'io',
  from,
  to,
  ops: ports(from, to - from + 1),
});
/** The ports and memory that any VGA answers without a BAR. */
export const legacy: readonly LegacyRange[] = [
  io(0x3b4, 0x3b5),
  io(0x3ba, 0x3ba),
  io(0x3c0, 0x3cf),
  io(0x3d4, 0x3d5),
  io(0x3da, 0x3da),
  { space: 'io', from: 0x1ce, to: 0x1d1, ops: dispiPorts },
  { space: 'memory', from: 0xa_0000, to: 0xb_ffff, ops: planes },
];

/** What BAR 2 has nothing at: all ones. */
export const nothing: Ops = { name: 'nothing', read: () => -1, write: () => {} };

/** Ports 3C0h–3DFh again, as memory; a word is its two bytes in order. */
const mappedPorts: Ops = {
  name: 'VGA ports in memory',
  valid: { min: 1, max: 4 },
  impl: { min: 1, max: 2 },
  read: (device, offset, bytes) => {
    const low = readPort(device, 0x3c0 + offset);
    return bytes === 1 ? low : low | (readPort(device, 0x3c1 + offset) << 8);
  },
  write: (device, offset, value, bytes) => {
    writePort(device, 0x3c0 + offset, value & 0xff);
    if (bytes === 2) writePort(device, 0x3c1 + offset, (value >>> 8) & 0xff);
  },
};

/** The display interface without an index port: register n at 500h + 2n. */
const mappedDispi: Ops = {
  name: 'display interface',
  valid: { min: 1, max: 4 },
  impl: { min: 2, max: 2 },
  read: (device, offset) => {
    device.set(Own.dispiIndex, offset >> 1);
    return readDispi(device);
  },
  write: (device, offset, value) => {
    device.set(Own.dispiIndex, offset >> 1);
    writeDispi(device, value & 0xffff);
  },
};

/** QEMU's own: how long this block is, and the byte order of the framebuffer. */
export const extended = (bigEndianWord: number): Ops => ({
  name: 'QEMU extended registers',
  valid: { min: 4, max: 4 },
  read: (device, offset) => {
    if (offset === 0) return 8;
    return offset === 4 ? (device.get(bigEndianWord) ? bigEndian : littleEndian) : 0;
  },
  write: (device, offset, value) => {
    if (offset !== 4) return;
    if (value >>> 0 === bigEndian) device.set(bigEndianWord, 1);
    if (value >>> 0 === littleEndian) device.set(bigEndianWord, 0);
  },
});

/** Registers that QEMU's cards have behind a BAR. */
export const mapped: readonly Stretch[] = [
  { from: 0x400, bytes: 0x20, ops: mappedPorts },
  { from: 0x500, bytes: 22, ops: mappedDispi },
  { from: 0x600, bytes: 8, ops: extended(Own.bigEndian) },
];

const control: readonly Stretch[] = [
  { from: 0, bytes: 0x1000, ops: nothing },
  { from: 0, bytes: 384, ops: edid },
  ...mapped,
];

/** 1 to 512 MiB, rounded up to a power of two. */
export const videoMemory = (megabytes: number): number =>
  2 ** Math.ceil(Math.log2(Math.min(Math.max(megabytes, 1), 512))) * megabyte;

function shape(primary: boolean, context: Context): Shape {
  const { multifunction, number } = context;
  const memory = videoMemory(number('vgamem_mb'));
  const built = new ShapeBuilder({
    vendor: 0x1234,
    device: 0x1111,
    revision: 2,
    classCode: primary ? 0x030000 : 0x038000,
    multifunction,
  })
    .bar(0, 'mem32', memory, { prefetchable: true, stretches: [{ from: 0, bytes: memory }] })
    .bar(2, 'mem32', 0x1000, { stretches: control })
    .behave({}, vgaReset(memory), primary ? 'machine' : 'function');
  if (!primary) return built.done();
  const rom = romContents(0x1234, 0x1111, 0x030000, 0x10000);
  return (hasRom(context) ? built.bar(6, 'rom', 0x10000, { contents: rom }) : built).legacy(...legacy).done();
}

const properties = [{ name: 'vgamem_mb', kind: 'number', initial: '16' }] as const;

export const vga: Model = {
  id: 'VGA',
  kind: 'display',
  bus: 'either',
  properties,
  shape: (context) => shape(true, context),
};

export const secondaryVga: Model = {
  id: 'secondary-vga',
  kind: 'display',
  bus: 'either',
  properties,
  shape: (context) => shape(false, context),
};
