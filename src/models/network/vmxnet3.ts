/** vmxnet3: VMware's paravirtual card, 15ad:07b0 (qemu: hw/net/vmxnet3.c). Commands and interrupt masks; rings are not looked at. */
import { join } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import { addMsi, msiWritten } from '../caps/msi-cap.ts';
import { addMsix, msixWords, msixWritten } from '../caps/msix.ts';
import { addExpress, PortType } from '../caps/pcie-cap.ts';
import { hasRom, romContents } from '../caps/rom.ts';
import type { Model } from '../model.ts';
import { macOf, macProperty } from './mac.ts';

/** Registers of BAR 1; those of BAR 0 begin with one interrupt mask per vector. */
const Reg = {
  revision: 0x00,
  uptRevision: 0x08,
  sharedLow: 0x10,
  sharedHigh: 0x18,
  command: 0x20,
  macLow: 0x28,
  macHigh: 0x30,
  cause: 0x38,
  events: 0x40,
} as const;

const Command = {
  activate: 0xcafe_0000,
  quiesce: 0xcafe_0001,
  reset: 0xcafe_0002,
  link: 0xf00d_0002,
  macLow: 0xf00d_0003,
  macHigh: 0xf00d_0004,
  deviceLow: 0xf00d_0005,
  deviceHigh: 0xf00d_0006,
  adaptiveRing: 0xf00d_0009,
} as const;

const vectors = 25;
const deviceId = 0x07b0;
/** 1000 Mb/s, up. */
const link = 0x03e8_0001;

/** What the driver shares with the card. */
const Shared = { magic: 0x00, txQueues: 0x3e, rxQueues: 0x3f, events: 0x2b8 } as const;
const magic = 0xbabe_fee1;
const mostQueues = 8;

/** Private words: address being written, of the driver's shared memory; then the masks, then the MSI-X table. */
const Own = {
  active: 0,
  command: 1,
  macLow: 2,
  macHigh: 3,
  macNext: 4,
  next: 5,
  sharedLow: 6,
  sharedHigh: 7,
  masks: 8,
  permanentLow: 8 + vectors,
  permanentHigh: 9 + vectors,
  table: 10 + vectors,
} as const;
const survivors: readonly number[] = [
  Own.command,
  Own.macLow,
  Own.macHigh,
  Own.macNext,
  Own.next,
  Own.permanentLow,
  Own.permanentHigh,
];

const shared = (d: Device, offset: number): number =>
  join(d.get(Own.sharedHigh), d.get(Own.sharedLow)) + offset;

function reset(d: Device): void {
  for (const word of [Own.active, Own.sharedLow, Own.sharedHigh]) d.set(word, 0);
  for (let vector = 0; vector < vectors; vector++) d.set(Own.masks + vector, 1);
}

function activate(d: Device): void {
  if (d.dmaRead(shared(d, Shared.magic), 4) >>> 0 !== magic || d.get(Own.active)) return;
  const queues = [Shared.txQueues, Shared.rxQueues].map((at) => d.dmaRead(shared(d, at), 1) & 0xff);
  if (queues.some((count) => count > mostQueues)) return;
  d.set(Own.macLow, d.get(Own.permanentLow));
  d.set(Own.macHigh, d.get(Own.permanentHigh));
  d.set(Own.active, 1);
}

function command(d: Device, value: number): void {
  d.set(Own.command, value);
  switch (value >>> 0) {
    case Command.activate:
      return activate(d);
    case Command.quiesce:
      return d.set(Own.active, 0);
    case Command.reset:
      return reset(d);
  }
}

function answer(d: Device): number {
  switch (d.get(Own.command) >>> 0) {
    case Command.activate:
      return d.get(Own.active) ? 0 : 1;
    case Command.link:
      return link;
    case Command.macLow:
      return d.get(Own.permanentLow);
    case Command.macHigh:
      return d.get(Own.permanentHigh);
    case Command.deviceLow:
      return deviceId;
    case Command.deviceHigh:
    case Command.adaptiveRing:
      return 1;
  }
  return 0;
}

const impl = { min: 4, max: 4 } as const;

const masks: Ops = {
  name: 'vmxnet3 queues and masks',
  impl,
  read: (d, offset) => (offset < vectors * 8 ? d.get(Own.masks + (offset >> 3)) : 0),
  write: (d, offset, value) => {
    if (d.get(Own.active) && offset < vectors * 8) d.set(Own.masks + (offset >> 3), value === 0 ? 0 : 1);
  },
};

const registers: Ops = {
  name: 'vmxnet3 registers',
  impl,
  read: (d, offset) => {
    switch (offset) {
      case Reg.revision:
      case Reg.uptRevision:
        return 1;
      case Reg.command:
        return answer(d);
      case Reg.macLow:
        return d.get(Own.macLow);
      case Reg.macHigh:
        return d.get(Own.macHigh);
    }
    return 0;
  },
  write: (d, offset, value) => {
    switch (offset) {
      case Reg.sharedLow:
        if (value === 0) d.set(Own.active, 0);
        d.set(Own.next, value);
        d.set(Own.sharedLow, 0);
        return d.set(Own.sharedHigh, 0);
      case Reg.sharedHigh:
        d.set(Own.sharedLow, d.get(Own.next));
        return d.set(Own.sharedHigh, value);
      case Reg.command:
        return command(d, value);
      case Reg.macLow:
        return d.set(Own.macNext, value);
      case Reg.macHigh:
        d.set(Own.macLow, d.get(Own.macNext));
        return d.set(Own.macHigh, value & 0xffff);
      case Reg.events: {
        const at = shared(d, Shared.events);
        d.dmaWrite(at, d.dmaRead(at, 4) & ~value, 4);
      }
    }
  },
};

/** Device Serial Number: fe, the address's last half, its first half, ff. */
function addSerial(shape: ShapeBuilder, at: number, mac: readonly number[]): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = mac;
  shape
    .extended(0x0003, 1, at, 12)
    .word(at + 4, 0xfe | (d << 8) | (e << 16) | (f << 24))
    .word(at + 8, a | (b << 8) | (c << 16) | (0xff << 24));
}

export const vmxnet3: Model = {
  id: 'vmxnet3',
  kind: 'network',
  bus: 'either',
  properties: [macProperty, { name: 'x-disable-pcie', kind: 'flag', initial: 'off' }],
  shape: (context) => {
    const mac = macOf(context);
    const byte = (i: number): number => mac[i] ?? 0;
    const low = byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24);
    const high = byte(4) | (byte(5) << 8);
    const express = !context.flag('x-disable-pcie');
    const shape = new ShapeBuilder({
      vendor: 0x15ad,
      device: deviceId,
      revision: 1,
      classCode: 0x020000,
      subsystemVendor: 0x15ad,
      subsystem: deviceId,
      pin: 1,
      multifunction: context.multifunction,
      express,
    })
      .bar(0, 'mem32', 0x1000, { stretches: [{ from: 0, bytes: 0x1000, ops: masks }] })
      .bar(1, 'mem32', 0x1000, { stretches: [{ from: 0, bytes: 0x1000, ops: registers }] });
    addMsi(shape, { at: 0x84, vectors: 1, wide: true, maskable: false });
    const msix = addMsix(shape, { at: 0x9c, vectors, bar: 2, table: 0, pending: 0x1000, own: Own.table });
    shape.bar(2, 'mem32', 0x2000, { stretches: msix });
    if (express) {
      // the capability only where there is PCI Express; the serial number anyway
      if (context.express) addExpress(shape, 0x48, context.root ? PortType.integrated : PortType.endpoint);
      addSerial(shape, 0x100, mac);
    }
    const words = Array.from({ length: Own.table }, (_, i): number =>
      i >= Own.masks && i < Own.permanentLow ? 1 : 0,
    );
    for (const at of [Own.macLow, Own.permanentLow]) words.splice(at, 2, low, high);
    if (hasRom(context))
      shape.bar(6, 'rom', 0x4_0000, { contents: romContents(0x15ad, deviceId, 0x020000, 0x4_0000) });
    return shape
      .behave(
        {
          configWritten: (d, word, old, lanes) => {
            msiWritten(d, word);
            msixWritten(d, word, old, lanes);
          },
        },
        [...words, ...msixWords(vectors)],
      )
      .surviving(survivors)
      .done();
  },
};
