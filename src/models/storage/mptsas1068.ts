/** mptsas1068: LSI SAS 1068 without disks, 1000:0054 (qemu: hw/scsi/mptsas.c). Messages are not taken. */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';
import { addMsi, msiWritten } from '../caps/msi-cap.ts';

const Reg = {
  doorbell: 0x00,
  sequence: 0x04,
  diagnostic: 0x08,
  interruptMask: 0x34,
  replyQueue: 0x44,
} as const;

/** Private words: interrupt mask, host diagnostic, how far its unlocking got. */
const Own = { mask: 0, diagnostic: 1, unlocking: 2 } as const;

const stateReady = 0x1000_0000;
/** Doorbell and reply interrupts. */
const interrupts = 0x09;
const unlock = [0x04, 0x0b, 0x02, 0x07, 0x0d];
const unlocked = 0x80;
const resetAdapter = 4;

function read(device: Device, offset: number): number {
  switch (offset & ~3) {
    case Reg.doorbell:
      return stateReady;
    case Reg.diagnostic:
      return device.get(Own.diagnostic);
    case Reg.interruptMask:
      return device.get(Own.mask);
    case Reg.replyQueue:
      return -1; // empty
    default:
      return 0;
  }
}

function write(device: Device, offset: number, value: number): void {
  switch (offset) {
    case Reg.sequence: {
      const step = device.get(Own.unlocking);
      const right = device.get(Own.diagnostic) === 0 && unlock[step] === (value & 0x0f);
      device.set(Own.unlocking, right ? step + 1 : 0);
      device.set(Own.diagnostic, right && step + 1 === unlock.length ? unlocked : 0);
      return;
    }
    case Reg.diagnostic:
      if (value & resetAdapter) device.set(Own.mask, interrupts);
      return;
    case Reg.interruptMask:
      device.set(Own.mask, value & interrupts);
  }
}

const impl = { min: 4, max: 4 } as const;
const registers: Ops = { name: 'Fusion-MPT registers', impl, read, write };
const diagnostic: Ops = { name: 'Fusion-MPT diagnostic memory', impl, read: () => 0, write: () => {} };
const portBytes = 0x100;
const registerBytes = 0x4000;
const diagnosticBytes = 0x1_0000;

export const mptsas1068: Model = {
  id: 'mptsas1068',
  kind: 'storage',
  bus: 'either',
  properties: [
    { name: 'sas_address', kind: 'number', initial: '0' },
    { name: 'msi', kind: 'choice', choices: ['on', 'off', 'auto'], initial: 'auto' },
  ],
  shape: ({ multifunction, text }) => {
    const shape = new ShapeBuilder({
      vendor: 0x1000,
      device: 0x0054,
      classCode: 0x010000,
      subsystemVendor: 0x1000,
      subsystem: 0x8000,
      pin: 1,
      multifunction,
    });
    if (text('msi') !== 'off') addMsi(shape, { at: 0x40, vectors: 1, wide: true, maskable: false });
    return shape
      .bar(0, 'io', portBytes, {
        stretches: [{ from: 0, bytes: portBytes, ops: registers }],
        modelled: false,
      })
      .bar(1, 'mem32', registerBytes, {
        stretches: [{ from: 0, bytes: registerBytes, ops: registers }],
        modelled: false,
      })
      .bar(2, 'mem32', diagnosticBytes, { stretches: [{ from: 0, bytes: diagnosticBytes, ops: diagnostic }] })
      .behave({ configWritten: msiWritten }, [interrupts, 0, 0])
      .surviving([Own.diagnostic, Own.unlocking])
      .done();
  },
};
