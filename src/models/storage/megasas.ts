/** megasas, megasas-gen2: LSI MegaRAID SAS 1078 and 2108 without disks (qemu: hw/scsi/megasas.c). Frames are not taken. */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';
import { addMsi, msiWritten } from '../caps/msi-cap.ts';
import { addMsix, msixWords, msixWritten } from '../caps/msix.ts';
import { addExpress, PortType } from '../caps/pcie-cap.ts';

const Reg = {
  message: 0x18,
  inDoorbell: 0x20,
  interruptMask: 0x34,
  scratch0: 0xb0,
  scratch1: 0xb4,
  diagnostic: 0xf8,
  sequence: 0xfc,
} as const;

/** Private words: firmware state, interrupt mask, host diagnostic, how far its unlocking got; then the MSI-X table. */
const Own = { state: 0, mask: 1, diagnostic: 2, unlocking: 3, table: 4 } as const;

const State = { ready: 0xb000_0000 | 0, fault: 0xf000_0000 | 0 } as const;
const messageInterrupts = 0x0400_0000;
const unlock = [0x00, 0x04, 0x0b, 0x02, 0x07, 0x0d];
const unlocked = 0x80;
const resetAdapter = 4;

/** Makes the firmware ready; that of the diagnostic register is another reset. */
function softReset(device: Device): void {
  device.set(Own.state, State.ready);
  device.set(Own.mask, -1);
}

function write(device: Device, at: number, value: number): void {
  switch (at) {
    case Reg.inDoorbell:
      if (value & 2) softReset(device);
      if (value & 0x20) device.set(Own.state, State.fault);
      return;
    case Reg.interruptMask:
      device.set(Own.mask, value);
      return value === -1 ? softReset(device) : undefined;
    case Reg.sequence: {
      const step = device.get(Own.unlocking);
      const right = unlock[step] === value;
      const done = right && step + 1 === unlock.length;
      device.set(Own.unlocking, right && !done ? step + 1 : 0);
      if (done) device.set(Own.diagnostic, unlocked);
      if (!right) device.set(Own.diagnostic, 0);
      return;
    }
    case Reg.diagnostic:
      if (device.get(Own.diagnostic) === 0 || (value & resetAdapter) === 0) return;
      softReset(device);
      device.set(Own.unlocking, 0);
      device.set(Own.diagnostic, 0);
  }
}

/** `limits`: what the firmware says of its frames, beside its state. */
function read(device: Device, at: number, limits: number): number {
  switch (at) {
    case Reg.message:
    case Reg.scratch0:
      return device.get(Own.state) | limits;
    case Reg.interruptMask:
      return device.get(Own.mask);
    case Reg.diagnostic:
      return device.get(Own.diagnostic);
    case Reg.scratch1:
      return 15;
    default:
      return 0; // no doorbell ever rings
  }
}

const registerBytes = 0x4000;
const portBytes = 0x100;
const queueBytes = 0x4_0000;
const vectors = 15;

const queue: Ops = { name: 'MegaRAID queue', read: () => 0, write: () => {} };

/** Scatter-gather elements in a frame: what fits when 48 are taken by pass-through. */
const elements = (asked: number): number => (asked >= 80 ? 80 : 16);
const mostCommands = 2048;

interface Generation {
  readonly device: number;
  readonly subsystem: number;
  readonly ports: number;
  readonly memory: number;
  readonly commands: number;
  readonly express: boolean;
}

const onOffAuto = { kind: 'choice', choices: ['on', 'off', 'auto'], initial: 'auto' } as const;

const card = (id: string, generation: Generation): Model => ({
  id,
  kind: 'storage',
  bus: 'either',
  properties: [
    { name: 'max_sge', kind: 'number', initial: '80' },
    { name: 'max_cmds', kind: 'number', initial: String(generation.commands) },
    { name: 'hba_serial', kind: 'text', initial: '' },
    { name: 'sas_address', kind: 'number', initial: '0' },
    { name: 'msi', ...onOffAuto },
    { name: 'msix', ...onOffAuto },
    { name: 'use_jbod', kind: 'flag', initial: 'off' },
  ],
  shape: ({ multifunction, express: bus, root, text, number }) => {
    const { device, subsystem, express } = generation;
    const shape = new ShapeBuilder({
      vendor: 0x1000,
      device,
      classCode: 0x010400,
      subsystemVendor: 0x1000,
      subsystem,
      pin: 1,
      multifunction,
      express,
    });
    if (text('msi') !== 'off') addMsi(shape, { at: 0x50, vectors: 1, wide: true, maskable: false });
    const spread = text('msix') !== 'off';
    const msix = spread
      ? addMsix(shape, {
          at: 0x68,
          vectors,
          bar: generation.memory,
          table: 0x2000,
          pending: 0x3800,
          own: Own.table,
        })
      : [];
    if (express) addExpress(shape, 0xa0, bus && root ? PortType.integrated : PortType.endpoint);
    const commands = Math.min(number('max_cmds'), mostCommands);
    const limits = (spread ? messageInterrupts : 0) | (elements(number('max_sge')) << 16) | commands;
    const ops = (name: string, bytes: number): Ops => ({
      name,
      impl: { min: bytes, max: bytes },
      read: (d, offset) => read(d, offset, limits),
      write,
    });
    return shape
      .bar(generation.ports, 'io', portBytes, {
        stretches: [{ from: 0, bytes: portBytes, ops: ops('MegaRAID ports', 4) }],
        modelled: false,
      })
      .bar(generation.memory, 'mem64', registerBytes, {
        stretches: [{ from: 0, bytes: registerBytes, ops: ops('MegaRAID registers', 8) }, ...msix],
        modelled: false,
      })
      .bar(3, 'mem64', queueBytes, { stretches: [{ from: 0, bytes: queueBytes, ops: queue }] })
      .behave(
        {
          configWritten: (d, word, old, lanes) => {
            msiWritten(d, word);
            msixWritten(d, word, old, lanes);
          },
        },
        [State.ready, -1, 0, 0, ...(spread ? msixWords(vectors) : [])],
      )
      .surviving([Own.diagnostic, Own.unlocking])
      .done();
  },
});

export const megasas: readonly Model[] = [
  card('megasas', {
    device: 0x0060,
    subsystem: 0x1013,
    ports: 2,
    memory: 0,
    commands: 1000,
    express: false,
  }),
  card('megasas-gen2', {
    device: 0x0079,
    subsystem: 0x9261,
    ports: 0,
    memory: 1,
    commands: 1008,
    express: true,
  }),
];
