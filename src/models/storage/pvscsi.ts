/** pvscsi: VMware's paravirtual SCSI adapter without disks, 15ad:07c0 (qemu: hw/scsi/vmw_pvscsi.c). Rings are taken, never served. */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';
import { addMsi, msiWritten } from '../caps/msi-cap.ts';
import { addExpress, PortType } from '../caps/pcie-cap.ts';

const Reg = {
  command: 0x0000,
  commandData: 0x0004,
  commandStatus: 0x0008,
  interruptStatus: 0x100c,
  interruptMask: 0x2010,
} as const;
const registerBytes = 0x8000;

/** Private words: the command being gathered, how many words of data it has got, the first two of them. */
const Own = { command: 0, count: 1, first: 2, second: 3, status: 4, mask: 5 } as const;

const Status = { succeeded: 0, failed: -1, wantsData: -2 } as const;
const setupRings = 3;
const mostPages = 32;

/** Words of data that a command wants, and what it answers when it has them; what is not here fails at once. */
const commands = new Map<number, { readonly words: number; readonly status: number }>([
  [1, { words: 0, status: Status.succeeded }], // adapter reset
  [setupRings, { words: 132, status: Status.succeeded }],
  [4, { words: 0, status: Status.succeeded }], // bus reset
  [5, { words: 3, status: Status.failed }], // device reset: there is none
  [6, { words: 4, status: Status.succeeded }], // abort
  [7, { words: 6, status: Status.failed }], // configuration
  [8, { words: 34, status: 34 }], // message ring
]);
const messageRing = 8;

function carryOut(device: Device, messages: boolean): void {
  const id = device.get(Own.command);
  const { words, status } = commands.get(id) ?? { words: 0, status: Status.failed };
  if (device.get(Own.count) < words) return;
  const pages = (word: number): boolean => device.get(word) >>> 0 >= 1 && device.get(word) >>> 0 <= mostPages;
  const refused =
    (id === messageRing && !messages) || (id === setupRings && !(pages(Own.first) && pages(Own.second)));
  device.set(Own.status, refused ? Status.failed : status);
  device.set(Own.command, 0);
  device.set(Own.count, 0);
}

function write(device: Device, offset: number, value: number, messages: boolean): void {
  switch (offset) {
    case Reg.command:
      device.set(Own.command, value);
      device.set(Own.count, 0);
      device.set(Own.status, Status.wantsData);
      return carryOut(device, messages);
    case Reg.commandData: {
      const count = device.get(Own.count);
      if (count < 2) device.set(Own.first + count, value);
      device.set(Own.count, count + 1);
      return carryOut(device, messages);
    }
    case Reg.interruptMask:
      device.set(Own.mask, value);
  }
}

const read = (device: Device, offset: number): number => {
  if (offset === Reg.commandStatus) return device.get(Own.status);
  return offset === Reg.interruptMask ? device.get(Own.mask) : 0; // nothing ever interrupts
};

export const pvscsi: Model = {
  id: 'pvscsi',
  kind: 'storage',
  bus: 'either',
  properties: [
    { name: 'use_msg', kind: 'number', range: [0, 255], initial: '1' },
    { name: 'x-old-pci-configuration', kind: 'flag', initial: 'off' },
    { name: 'x-disable-pcie', kind: 'flag', initial: 'off' },
  ],
  shape: ({ multifunction, express: bus, root, flag, number }) => {
    const old = flag('x-old-pci-configuration');
    const express = !flag('x-disable-pcie');
    const messages = number('use_msg') !== 0;
    const registers: Ops = {
      name: 'PVSCSI registers',
      impl: { min: 4, max: 4 },
      read,
      write: (device, offset, value) => write(device, offset, value, messages),
    };
    const shape = new ShapeBuilder({
      vendor: 0x15ad,
      device: 0x07c0,
      revision: old ? 0 : 2,
      classCode: 0x010000,
      subsystemVendor: old ? 0 : 0x15ad,
      subsystem: old ? 0x1000 : 0x07c0,
      pin: 1,
      multifunction,
      express,
    })
      .field(0x0d, 1, 0xff)
      .bar(0, 'mem32', registerBytes, { stretches: [{ from: 0, bytes: registerBytes, ops: registers }] });
    addMsi(shape, { at: old ? 0x50 : 0x7c, vectors: 1, wide: true, maskable: false });
    if (express && bus) addExpress(shape, 0x40, root ? PortType.integrated : PortType.endpoint);
    return shape.behave({ configWritten: msiWritten }, [0, 0, 0, 0, 0, 0]).surviving([Own.mask]).done();
  },
};
