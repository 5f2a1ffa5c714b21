/** piix3-ide, piix4-ide: Intel's IDE with bus master, and the ISA ports of its two channels, without drives (qemu: hw/ide/piix.c). */
import { ones } from '../../base/bits.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { LegacyRange, Ops, Shape, Stretch } from '../../engine/shape.ts';
import type { Model } from '../model.ts';

/** Per channel: command, status, descriptor table address. */
const channelWords = 3;
const channels = [0, 1] as const;

/** One channel of the bus-master IDE registers. */
const busMaster = (channel: number): readonly Stretch[] => {
  const first = channel * channelWords;
  const ops: Ops = {
    name: 'bus-master IDE',
    read: (device, offset, bytes) => {
      if (bytes !== 1) return -1;
      return offset === 0 ? device.get(first) : offset === 2 ? device.get(first + 1) : 0xff;
    },
    write: (device, offset, value, bytes) => {
      if (bytes !== 1) return;
      const status = device.get(first + 1);
      if (offset === 2) device.set(first + 1, (value & 0x60) | (status & 1) | (status & ~value & 6));
      if (offset !== 0) return;
      if ((value ^ device.get(first)) & 1) device.set(first + 1, value & 1 ? status | 1 : status & ~1);
      device.set(first, value & 9);
    },
  };
  const table: Ops = {
    name: 'bus-master IDE descriptor table',
    read: (device, offset) => device.get(first + 2) >>> (offset * 8),
    write: (device, offset, value, bytes) => {
      const mask = ones(bytes) << (offset * 8);
      device.set(first + 2, ((device.get(first + 2) & ~mask) | ((value << (offset * 8)) & mask)) & ~3);
    },
  };
  return [
    { from: channel * 8, bytes: 4, ops },
    { from: channel * 8 + 4, bytes: 4, ops: table },
  ];
};

/** Any access that begins in the range is the range's: QEMU does not align those of ISA's port lists. */
const sizes = {
  valid: { min: 1, max: 4, unaligned: true },
  impl: { min: 1, max: 4, unaligned: true },
} as const;

/** The registers of a channel without drives read zero: bytes, the data port at any width, words with what is beyond as ones. */
const commandBlock: Ops = {
  name: 'IDE command block',
  ...sizes,
  read: (_, offset, bytes) => {
    if (bytes === 1 || offset === 0) return 0;
    return bytes === 2 ? (offset === 7 ? 0xff00 : 0) : -1;
  },
  write: () => {},
};

/** Alternate Status and Device Control. */
const controlBlock: Ops = {
  name: 'IDE control block',
  ...sizes,
  read: (_, __, bytes) => (bytes === 4 ? -1 : ones(bytes) & 0xff00),
  write: () => {},
};

/** The channels answer at ISA's addresses whatever the function's registers say. */
const ports: readonly LegacyRange[] = [
  { space: 'io', from: 0x1f0, to: 0x1f7, ops: commandBlock },
  { space: 'io', from: 0x3f6, to: 0x3f6, ops: controlBlock },
  { space: 'io', from: 0x170, to: 0x177, ops: commandBlock },
  { space: 'io', from: 0x376, to: 0x376, ops: controlBlock },
];

export const piixIde = (device: number, multifunction: boolean): Shape =>
  new ShapeBuilder({ vendor: 0x8086, device, classCode: 0x010180, multifunction })
    .field(0x06, 2, 0x0280, 0, 0xf900)
    .bar(4, 'io', 16, { stretches: channels.flatMap(busMaster) })
    .legacy(...ports)
    .behave(
      {},
      Array.from({ length: channels.length * channelWords }, () => 0),
    )
    .done();

const card = (id: string, device: number): Model => ({
  id,
  kind: 'ide',
  bus: 'either',
  properties: [],
  shape: ({ multifunction }) => piixIde(device, multifunction),
});

export const piixIdes: readonly Model[] = [card('piix3-ide', 0x7010), card('piix4-ide', 0x7111)];
