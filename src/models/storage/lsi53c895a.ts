/** lsi53c895a, lsi53c810: Symbios SCSI controllers without disks (qemu: hw/scsi/lsi53c895a.c). SCRIPTS are not run. */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';

/** Registers that behave, all a byte wide. */
const Reg = {
  scsiControl1: 0x01,
  dmaStatus: 0x0c,
  scsiStatus0: 0x0d,
  scsiStatus2: 0x0f,
  interruptStatus0: 0x14,
  test2: 0x1a,
  dmaEnable: 0x39,
  scsiEnable0: 0x40,
  scsiEnable1: 0x41,
  scsiInterrupt0: 0x42,
  scsiInterrupt1: 0x43,
  timer1: 0x49,
} as const;
const registerBytes = 0x100;

/** Bytes that are not zero at reset: from, to, value. QEMU answers all ones for a register it does not have. */
const initial: readonly (readonly [from: number, to: number, value: number])[] = [
  [0x00, 0x00, 0xc0],
  [0x04, 0x04, 0x07], // own SCSI id
  [0x07, 0x07, 0x7f],
  [Reg.scsiStatus2, Reg.scsiStatus2, 0x02],
  [0x18, 0x18, 0xff],
  [Reg.test2, Reg.test2, 0x11],
  [0x27, 0x27, 0x40],
  [0x44, 0x45, 0xff],
  [0x46, 0x47, 0x0f],
  [Reg.timer1, Reg.timer1, 0xff],
  [0x4a, 0x4a, 0x80],
  [0x4c, 0x4c, 0xff],
  [0x51, 0x51, 0xff],
  [0x52, 0x52, 0xe0],
  [0x53, 0x55, 0xff],
  [0x5a, 0x5b, 0xff],
  [0xbc, 0xbf, 0xff],
  [0xd0, 0xd3, 0xff],
  [0xe0, 0xff, 0xff],
];

/** Bytes that hold what is written: from, to, which bits (all when missing). */
const held: readonly (readonly [from: number, to: number, write?: number])[] = [
  [0x00, 0x00],
  [Reg.scsiControl1, Reg.scsiControl1, 0xfe],
  [0x02, 0x02, 0xf6],
  [0x03, 0x05],
  [0x06, 0x06, 0x0f],
  [0x10, 0x13],
  [Reg.interruptStatus0, Reg.interruptStatus0, 0xf0],
  [0x16, 0x17],
  [Reg.test2, Reg.test2, 0x08],
  [0x1b, 0x1b, 0x0f],
  [0x1c, 0x1f],
  [0x21, 0x22],
  [0x24, 0x26],
  [0x28, 0x3a],
  [0x3b, 0x3b, 0xbb],
  [0x40, 0x41],
  [0x48, 0x48],
  [0x4a, 0x4b],
  [0x4d, 0x4f],
  [0x56, 0x57],
  [0x5c, 0xbb],
  [0xc0, 0xcf],
  [0xd4, 0xdf],
];

function bytesOf(ranges: readonly (readonly [from: number, to: number, value?: number])[]): Uint8Array {
  const bytes = new Uint8Array(registerBytes);
  for (const [from, to, value = 0xff] of ranges) bytes.fill(value, from, to + 1);
  return bytes;
}

const writable = bytesOf(held);
const reset: readonly number[] = [...new Int32Array(bytesOf(initial).buffer)];

const get = (device: Device, at: number): number => (device.get(at >> 2) >>> ((at & 3) * 8)) & 0xff;

function set(device: Device, at: number, value: number): void {
  const shift = (at & 3) * 8;
  device.set(at >> 2, (device.get(at >> 2) & ~(0xff << shift)) | ((value & 0xff) << shift));
}

const change = (device: Device, at: number, clear: number, bits: number): void =>
  set(device, at, (get(device, at) & ~clear) | bits);

const Pending = { dma: 1, scsi: 2 } as const;

/** What is pending shows in Interrupt Status; what of it is enabled drives the pin. */
function update(device: Device): void {
  const dma = get(device, Reg.dmaStatus);
  const scsi = [get(device, Reg.scsiInterrupt0), get(device, Reg.scsiInterrupt1)] as const;
  const shown = (dma ? Pending.dma : 0) | (scsi[0] || scsi[1] ? Pending.scsi : 0);
  change(device, Reg.interruptStatus0, Pending.dma | Pending.scsi, shown);
  const raised =
    (dma & get(device, Reg.dmaEnable)) |
    (scsi[0] & get(device, Reg.scsiEnable0)) |
    (scsi[1] & get(device, Reg.scsiEnable1));
  device.intx(raised !== 0);
}

function interrupt(device: Device, at: number, cause: number): void {
  change(device, at, 0, cause);
  update(device);
}

function read(device: Device, offset: number): number {
  const at = offset & 0xff;
  const value = get(device, at);
  switch (at) {
    case Reg.dmaStatus:
    case Reg.scsiInterrupt0:
    case Reg.scsiInterrupt1:
      set(device, at, 0);
      update(device);
      return at === Reg.dmaStatus ? value | 0x80 : value; // the DMA FIFO is empty
    case Reg.scsiStatus2:
      return get(device, Reg.scsiControl1) & 0x10 ? 0 : value; // connected
    case Reg.test2: {
      const signalled = get(device, Reg.interruptStatus0) & 0x20;
      change(device, Reg.interruptStatus0, 0x20, 0);
      return signalled ? value | 0x40 : value;
    }
    default:
      return value;
  }
}

function write(device: Device, offset: number, value: number): void {
  const at = offset & 0xff;
  change(device, at, writable[at] ?? 0, value & (writable[at] ?? 0));
  switch (at) {
    case Reg.scsiControl1: {
      const inReset = get(device, Reg.scsiStatus0) & 2;
      change(device, Reg.scsiStatus0, 2, value & 8 ? 2 : 0);
      return value & 8 && !inReset ? interrupt(device, Reg.scsiInterrupt0, 2) : undefined;
    }
    case Reg.interruptStatus0:
      if (value & 0x80) interrupt(device, Reg.dmaStatus, 0x10); // abort
      if (value & 0x04) update(device);
      if (value & 0x40) reset.forEach((word, i) => device.set(i, word));
      return;
    case Reg.timer1: // the general purpose timer is over at once
      return value & 0x0f ? interrupt(device, Reg.scsiInterrupt1, 2) : undefined;
    case Reg.dmaEnable:
    case Reg.scsiEnable0:
    case Reg.scsiEnable1:
      update(device);
  }
}

const registers: Ops = { name: 'SCSI controller registers', impl: { min: 1, max: 1 }, read, write };
const memoryBytes = 0x400;
const scriptBytes = 0x2000;

const card = (id: string, device: number): Model => ({
  id,
  kind: 'storage',
  bus: 'either',
  properties: [],
  shape: ({ multifunction }) =>
    new ShapeBuilder({
      vendor: 0x1000,
      device,
      classCode: 0x010000,
      subsystemVendor: 0,
      subsystem: 0x1000,
      pin: 1,
      multifunction,
    })
      .field(0x0d, 1, 0xff)
      .bar(0, 'io', registerBytes, {
        stretches: [{ from: 0, bytes: registerBytes, ops: registers }],
        modelled: false,
      })
      .bar(1, 'mem32', memoryBytes, {
        stretches: [{ from: 0, bytes: memoryBytes, ops: registers }],
        modelled: false,
      })
      .bar(2, 'mem32', scriptBytes, { stretches: [{ from: 0, bytes: scriptBytes }] })
      .behave({}, reset)
      .done(),
});

export const lsi53c895a: readonly Model[] = [card('lsi53c895a', 0x0012), card('lsi53c810', 0x0001)];
