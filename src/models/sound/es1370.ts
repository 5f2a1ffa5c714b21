/** ES1370: Ensoniq AudioPCI, 1274:5000 (qemu: hw/audio/es1370.c). Registers hold what is written; nothing is played. */
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Device } from '../../engine/device.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';

const Reg = {
  control: 0x00,
  status: 0x04,
  page: 0x0c,
  codec: 0x10,
  serial: 0x20,
  counts: 0x24,
  paged: 0x30,
} as const;

/** Private words: five registers, then sample count, frame address and frame count of DAC 1, DAC 2 and the ADC. */
const Own = { control: 0, status: 1, page: 2, codec: 3, serial: 4, channels: 5 } as const;
const channelWords = 3;
const privates = [1, 0x60, 0, 0, 0, ...Array.from({ length: 3 * channelWords }, () => 0)];
/** Frame addresses and counts are not reset. */
const survives = [0, 1, 2].flatMap((n) => [1, 2].map((word) => Own.channels + n * channelWords + word));

/** The private word at an offset; pages C and D show frame registers at 30h–3Fh. */
function wordAt(device: Device, offset: number): number | undefined {
  switch (offset) {
    case Reg.control:
      return Own.control;
    case Reg.status:
      return Own.status;
    case Reg.page:
      return Own.page;
    case Reg.codec:
      return Own.codec;
    case Reg.serial:
      return Own.serial;
  }
  if (offset & 3) return undefined;
  if (offset >= Reg.counts && offset < Reg.paged)
    return Own.channels + ((offset - Reg.counts) >> 2) * channelWords;
  if (offset < Reg.paged || offset > 0x3f) return undefined;
  const page = device.get(Own.page);
  const channel = page === 0x0c ? (offset & 8) >> 3 : page === 0x0d && offset < 0x38 ? 2 : undefined;
  return channel === undefined ? undefined : Own.channels + channel * channelWords + 1 + ((offset >> 2) & 1);
}

const registers: Ops = {
  name: 'ES1370 registers',
  valid: { min: 1, max: 4 },
  impl: { min: 4, max: 4 },
  read: (device, offset) => {
    const word = wordAt(device, offset);
    return word === undefined ? -1 : device.get(word);
  },
  write: (device, offset, value) => {
    const word = wordAt(device, offset);
    if (word === undefined || word === Own.status || word === Own.codec) return;
    if (word === Own.page) device.set(word, value & 0x0f);
    else if (offset >= Reg.counts && offset < Reg.paged) device.set(word, (value << 16) | (value & 0xffff)); // the current count starts over
    else device.set(word, value);
  },
};

export const es1370: Model = {
  id: 'ES1370',
  kind: 'sound',
  bus: 'either',
  properties: [{ name: 'audiodev', kind: 'text', initial: '' }],
  shape: ({ multifunction }) =>
    new ShapeBuilder({
      vendor: 0x1274,
      device: 0x5000,
      classCode: 0x040100,
      subsystemVendor: 0x4942,
      subsystem: 0x4c4c,
      pin: 1,
      multifunction,
    })
      .field(0x06, 2, 0x0400, 0, 0xf900)
      .field(0x3e, 2, 0x800c)
      .bar(0, 'io', 0x100, { modelled: false, stretches: [{ from: 0, bytes: 0x100, ops: registers }] })
      .behave({}, privates)
      .surviving(survives)
      .done(),
};
