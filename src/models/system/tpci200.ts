/** tpci200: TEWS' carrier for four IndustryPack modules, none of which is in it (qemu: hw/ipack/tpci200.c). */
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';

/** The PLX 9030 bridge's local configuration, by dword: ranges, bases, timing and chip selects of the local spaces. */
const configuration = [
  0x0fff_ff00, 0x0fff_fc00, 0x0e00_0000, 0x0f00_0000, 0x0000_0000, 0x0800_0001, 0x0400_0001, 0x0000_0001,
  0x0200_0001, 0x0000_0000, 0xd441_60a0, 0x1441_20a2, 0x1441_20a2, 0x1401_20a2, 0x0000_0000, 0x0800_0081,
  0x0400_0201, 0x0100_0001, 0x0280_0001, 0x0000_0041, 0x007a_4000, 0x0224_9252,
] as const;

/** Private words: is local space 0, 1, 2 big-endian; then the control registers of modules A–D. */
const Own = { bigEndian: 0, control: 3 } as const;
const modules = 4;
const privates = Array.from({ length: Own.control + modules }, () => 0);

/** The byte whose low bit is the byte order of space 0, 1, 2. */
const orderBytes = [0x2b, 0x2f, 0x33];

const local: Ops = {
  name: 'TPCI200 local configuration',
  impl: { min: 1, max: 1 },
  read: (device, offset) => {
    const byte = ((configuration[offset >> 2] ?? 0) >>> ((offset & 3) * 8)) & 0xff;
    const space = orderBytes.indexOf(offset);
    return space < 0 ? byte : byte | device.get(Own.bigEndian + space);
  },
  write: (device, offset, value) => {
    const space = orderBytes.indexOf(offset);
    if (space >= 0) device.set(Own.bigEndian + space, value & 1);
  },
};

const swapped = (value: number): number => ((value & 0xff) << 8) | ((value >> 8) & 0xff);

/** A control register a module from 02h on; status reads zero, for no module interrupts or times out. */
const carrier: Ops = {
  name: 'TPCI200 registers',
  valid: { min: 2, max: 2 },
  read: (device, offset) => {
    const module = (offset >> 1) - 1;
    const value = module >= 0 && module < modules ? device.get(Own.control + module) : 0;
    return device.get(Own.bigEndian) ? swapped(value) : value;
  },
  write: (device, offset, value) => {
    const module = (offset >> 1) - 1;
    if (module < 0 || module >= modules) return;
    device.set(Own.control + module, (device.get(Own.bigEndian) ? swapped(value) : value) & 0xff);
  },
};

const empty: Ops = { name: 'no IndustryPack module', read: () => 0, write: () => {} };
const megabyte = 0x10_0000;

export const tpci200: Model = {
  id: 'tpci200',
  kind: 'system',
  bus: 'either',
  properties: [],
  shape: ({ multifunction }) =>
    new ShapeBuilder({
      vendor: 0x1498,
      device: 0x30c8,
      classCode: 0x068000,
      subsystemVendor: 0x1498,
      subsystem: 0x300a,
      pin: 1,
      multifunction,
    })
      .field(0x06, 2, 0x0280, 0, 0xf900)
      // a list that Status does not announce: power management, hot swap, the end
      .field(0x34, 1, 0x40)
      .word(0x40, 0x4801_4801, -1)
      .word(0x48, 0x0002_4c06, -1)
      .word(0x4c, 0x0000_0003, -1)
      .bar(0, 'mem32', 0x80, { stretches: [{ from: 0, bytes: 0x80, ops: local }] })
      .bar(1, 'io', 0x80, { stretches: [{ from: 0, bytes: 0x80, ops: local }] })
      .bar(2, 'mem32', 0x100, { stretches: [{ from: 0, bytes: 0x100, ops: carrier }] })
      .bar(3, 'mem32', 0x400, { stretches: [{ from: 0, bytes: 0x400, ops: empty }] })
      .bar(4, 'mem32', 32 * megabyte, { stretches: [{ from: 0, bytes: 32 * megabyte, ops: empty }] })
      .bar(5, 'mem32', 16 * megabyte, { stretches: [{ from: 0, bytes: 16 * megabyte, ops: empty }] })
      .behave({}, privates, 'never')
      .done(),
};
