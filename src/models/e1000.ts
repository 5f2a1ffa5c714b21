/** e1000: Intel 82540EM Gigabit Ethernet (qemu: hw/net/e1000.c). The registers that identify a live card; no packets move. */
import type { Device } from '../engine/device.ts';
import { ShapeBuilder } from '../engine/shape-builder.ts';
import type { Ops } from '../engine/shape.ts';
import type { Model } from './model.ts';
import { romContents } from './rom.ts';

const CTRL = 0x0000;
const STATUS = 0x0008;

/** Private words: the registers that hold a value. */
const held = [CTRL, STATUS];
const resetValues = [0x0014_0240, 0x8008_0783 | 0];

const registers: Ops = {
  name: 'e1000 registers',
  impl: { min: 4, max: 4 },
  read: (device: Device, offset) => {
    const n = held.indexOf(offset & 0x1fffc);
    return n < 0 ? 0 : device.get(n);
  },
  write: (device: Device, offset, value) => {
    if ((offset & 0x1fffc) === CTRL) device.set(0, value);
  },
};

const ports: Ops = { name: 'e1000 I/O', read: () => 0, write: () => {} };

export const e1000: Model = {
  id: 'e1000',
  kind: 'network',
  bus: 'conventional',
  properties: [{ name: 'mac', kind: 'text', initial: '' }],
  shape: ({ multifunction, number }) => {
    const shape = new ShapeBuilder({
      vendor: 0x8086,
      device: 0x100e,
      revision: 3,
      classCode: 0x020000,
      subsystemVendor: 0x1af4,
      subsystem: 0x1100,
      pin: 1,
      multifunction,
    })
      .field(0x0c, 1, 0x10, 0xff)
      .bar(0, 'mem32', 0x20000, { stretches: [{ from: 0, bytes: 0x20000, ops: registers }] })
      .bar(1, 'io', 0x40, { stretches: [{ from: 0, bytes: 0x40, ops: ports }] })
      .behave({}, resetValues);
    const rom = number('rombar') === 0 ? undefined : romContents(0x8086, 0x100e, 0x020000, 0x40000);
    return (rom ? shape.bar(6, 'rom', 0x40000, { contents: rom }) : shape).done();
  },
};
