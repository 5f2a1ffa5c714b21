/** qemu-xhci and nec-usb-xhci: eXtensible Host Controllers (qemu: hw/usb/hcd-xhci.c, hcd-xhci-pci.c; xHCI 1.0). Rings are not run. */
import { highWord, join, lowWord } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Context, Model, PropertySpec } from '../model.ts';
import { addMsi, msiWritten } from '../caps/msi-cap.ts';
import { addMsix, msixWords, msixWritten } from '../caps/msix.ts';
import { addExpress, PortType } from '../caps/pcie-cap.ts';

/** Where the register sets begin in the BAR. */
const Set = { operational: 0x40, ports: 0x440, runtime: 0x1000, doorbells: 0x2000 } as const;
const Table = { vectors: 0x3000, pending: 0x3800 } as const;
const barBytes = 0x4000;

const mostPorts = 15;
const interrupters = 16;
const slots = 64;

/** Private words: the operational registers, when microframes began to count, ports, then 8 words an interrupter. */
const Own = { operational: 0, began: 16, ports: 18, interrupters: 18 + 2 * mostPorts } as const;
const registerWords = Own.interrupters + interrupters * 8;

/** Operational registers, by word. */
const Operational = {
  command: 0,
  status: 1,
  pageSize: 2,
  notification: 5,
  ring: 6,
  ringHigh: 7,
  contexts: 12,
  contextsHigh: 13,
  configure: 14,
} as const;

const Command = { run: 0x01, reset: 0x02, save: 0x100, restore: 0x200, kept: 0xc0f } as const;
const Status = { halted: 0x01, cleared: 0x041c, restoreError: 0x400, failed: 0x1000 } as const;
/** Command Ring Control: runs; stop or abort it. */
const Ring = { running: 0x08, stop: 0x06 } as const;
const microframe = 125_000;

/** Registers of an interrupter, by word. */
const Interrupter = {
  management: 0,
  moderation: 1,
  segments: 2,
  table: 4,
  tableHigh: 5,
  dequeue: 6,
} as const;

/** A port without a device: powered, looking for one, connect status changed. */
const portReset = 0x0002_02a0;

const resetWords = (): number[] => {
  const words = Array.from({ length: registerWords }, () => 0);
  words[Operational.status] = Status.halted;
  words.fill(portReset, Own.ports, Own.ports + 2 * mostPorts);
  return words;
};

function startClock(device: Device): void {
  device.set(Own.began, lowWord(device.now));
  device.set(Own.began + 1, highWord(device.now));
}

function capability(context: Context, usb2: number, usb3: number): readonly number[] {
  return [
    0x0100_0000 | Set.operational, // version 1.0
    ((usb2 + usb3) << 24) | (interrupters << 8) | slots,
    0x0f,
    0,
    0x0008_0001 | (context.flag('streams') ? 7 << 12 : 0), // 64-bit addresses; capabilities at 20h
    Set.doorbells,
    Set.runtime,
    0,
    0x0200_0402, // USB 2.0, behind the USB 3 ports
    0x2042_5355,
    (usb2 << 8) | (usb3 + 1),
    0,
    0x0300_0002, // USB 3.0
    0x2042_5355,
    (usb3 << 8) | 1,
    0,
  ];
}

const capabilityOps = (words: readonly number[]): Ops => ({
  name: 'xHCI capabilities',
  impl: { min: 4, max: 4 },
  read: (_, offset) => (offset & 3 ? 0 : (words[offset >> 2] ?? 0)),
  write: () => {},
});

const wide = { min: 4, max: 8 } as const;
const dword = { min: 4, max: 4 } as const;

const operational: Ops = {
  name: 'xHCI operational registers',
  valid: wide,
  read: (device, offset) => {
    const word = offset >> 2;
    if (word === Operational.pageSize) return 1;
    return word <= Operational.configure ? device.get(word) & (word === Operational.ring ? ~0x0e : -1) : 0;
  },
  write: (device, offset, value) => {
    const word = offset >> 2;
    switch (word) {
      case Operational.command:
        return command(device, value);
      case Operational.status:
        return device.set(word, device.get(word) & ~(value & Status.cleared));
      case Operational.notification:
        return device.set(word, value & 0xffff);
      case Operational.ring:
        return device.set(word, (value & 0xffff_ffcf) | (device.get(word) & Ring.running));
      case Operational.ringHigh: {
        const ring = device.get(Operational.ring);
        const stopped = (ring & Ring.running) !== 0 && (ring & Ring.stop) !== 0;
        device.set(Operational.ring, ring & ~Ring.stop & (stopped ? ~Ring.running : -1));
        if (stopped) event(device);
        return device.set(word, value);
      }
      case Operational.contexts:
        return device.set(word, value & 0xffff_ffc0);
      case Operational.contextsHigh:
        return device.set(word, value);
      case Operational.configure:
        return device.set(word, value & 0xff);
    }
  },
};

function command(device: Device, value: number): void {
  const old = device.get(Operational.command);
  let status = device.get(Operational.status);
  if (value & ~old & Command.run) {
    status &= ~Status.halted;
    startClock(device);
  } else if (~value & old & Command.run) {
    status |= Status.halted;
    device.set(Operational.ring, device.get(Operational.ring) & ~Ring.running);
  }
  if (value & Command.save) status &= ~Status.restoreError;
  if (value & Command.restore) status |= Status.restoreError;
  device.set(Operational.status, status);
  device.set(Operational.command, value & Command.kept);
  if (value & Command.reset) {
    resetWords().forEach((word, i) => device.set(i, word));
    startClock(device);
  }
}

const isRunning = (device: Device): boolean => (device.get(Operational.status) & Status.halted) === 0;

const fail = (device: Device): void =>
  device.set(Operational.status, device.get(Operational.status) | Status.failed);

/** Without an event ring there is nowhere to put it: a controller error. Into a ring nothing is written. */
function event(device: Device): void {
  if (device.get(Own.interrupters + Interrupter.segments) === 0) fail(device);
}

const Port = { changes: 0x00fe_0000, link: 0x1e0, linkStrobe: 0x1_0000, linkChange: 0x40_0000 } as const;
const portWritable = 0x0e00_0200;

const ports: Ops = {
  name: 'xHCI ports',
  valid: dword,
  read: (device, offset) => (offset & 0xf ? 0 : device.get(Own.ports + (offset >> 4))),
  write: (device, offset, value) => {
    // without a device there is nothing to reset
    if (offset & 0xf || value & 0x8000_0010) return;
    const at = Own.ports + (offset >> 4);
    let status = device.get(at) & ~(value & Port.changes);
    if (value & Port.linkStrobe) {
      const link = (status & Port.link) >> 5;
      const wanted = (value & Port.link) >> 5;
      if ((wanted === 0 && link !== 0) || (wanted === 3 && link < 3))
        status = (status & ~Port.link) | (wanted << 5);
      if (wanted === 0 && link !== 0 && (status & Port.linkChange) === 0) {
        status |= Port.linkChange;
        if (isRunning(device)) event(device);
      }
    }
    device.set(at, (status & ~portWritable) | (value & portWritable));
  },
};

/** QEMU takes an event ring of one segment, of 16 to 4096 entries; any other ends in a controller error. */
function checkSegments(device: Device, own: number): void {
  const count = device.get(own + Interrupter.segments);
  const table = join(device.get(own + Interrupter.tableHigh), device.get(own + Interrupter.table));
  if (count === 0 || table === 0) return;
  const size = count === 1 ? device.dmaRead(table + 8, 4) >>> 0 : 0;
  if (size < 16 || size > 4096) fail(device);
}

const runtime = (tableMask: number): Ops => ({
  name: 'xHCI runtime registers',
  valid: wide,
  read: (device, offset) => {
    if (offset >= 0x20) return device.get(Own.interrupters + ((offset - 0x20) >> 2));
    const began = join(device.get(Own.began + 1), device.get(Own.began));
    return offset === 0 ? Math.floor((device.now - began) / microframe) & 0x3fff : 0;
  },
  write: (device, offset, value) => {
    const at = Own.interrupters + ((offset - 0x20) >> 2);
    if (offset < 0x20) return;
    switch ((offset >> 2) & 7) {
      case Interrupter.management:
        return device.set(at, (device.get(at) & ~(value & 1) & ~2) | (value & 2));
      case Interrupter.segments:
        return device.set(at, value & 0xffff);
      case Interrupter.table:
        return device.set(at, value & tableMask);
      case Interrupter.dequeue:
        return device.set(at, value & ~0x08);
      case Interrupter.tableHigh:
        device.set(at, value);
        return checkSegments(device, at - Interrupter.tableHigh);
      case Interrupter.moderation:
      case Interrupter.dequeue + 1:
        device.set(at, value);
    }
  },
});

const doorbells: Ops = {
  name: 'xHCI doorbells',
  valid: dword,
  read: () => 0,
  write: (device, offset, value) => {
    // the command ring runs, and finds nothing
    if (offset === 0 && value === 0 && isRunning(device))
      device.set(Operational.ring, device.get(Operational.ring) | Ring.running);
  },
};

const common: readonly PropertySpec[] = [
  { name: 'p2', kind: 'number', initial: '4' },
  { name: 'p3', kind: 'number', initial: '4' },
];

interface Chip {
  readonly vendor: number;
  readonly device: number;
  readonly revision: number;
  /** Can say how it interrupts. */
  readonly nec: boolean;
}

function card(id: string, chip: Chip, properties: readonly PropertySpec[]): Model {
  return {
    id,
    kind: 'usb',
    bus: 'either',
    properties: [...common, ...properties],
    shape: (context) => {
      const { multifunction, express, root, number, text } = context;
      const usb2 = Math.min(number('p2'), mostPorts);
      const usb3 = Math.min(number('p3'), mostPorts);
      const { vendor, device, revision, nec } = chip;
      const shape = new ShapeBuilder({
        vendor,
        device,
        revision,
        classCode: 0x0c0330,
        pin: 1,
        multifunction,
        express: true,
      }).field(0x60, 1, 0x30, 0xff); // Serial Bus Release Number
      if (nec && text('msi') !== 'off')
        addMsi(shape, { at: 0x70, vectors: interrupters, wide: true, maskable: false });
      if (express) addExpress(shape, 0xa0, root ? PortType.integrated : PortType.endpoint);
      const msix =
        nec && text('msix') === 'off'
          ? []
          : addMsix(shape, {
              at: 0x90,
              vectors: interrupters,
              bar: 0,
              table: Table.vectors,
              pending: Table.pending,
              own: registerWords,
            });
      const capabilities = capabilityOps(capability(context, usb2, usb3));
      return shape
        .bar(0, 'mem64', barBytes, {
          modelled: false,
          stretches: [
            { from: 0, bytes: Set.operational, ops: capabilities },
            { from: Set.operational, bytes: 0x400, ops: operational },
            { from: Set.ports, bytes: (usb2 + usb3) * 0x10, ops: ports },
            { from: Set.runtime, bytes: (interrupters + 1) * 0x20, ops: runtime(nec ? ~0x0f : ~0x3f) },
            { from: Set.doorbells, bytes: (slots + 1) * 0x20, ops: doorbells },
            ...msix,
          ],
        })
        .behave(
          {
            reset: startClock,
            configWritten: (d, word, old, lanes) => {
              msiWritten(d, word);
              msixWritten(d, word, old, lanes);
            },
          },
          [...resetWords(), ...msixWords(interrupters)],
        )
        .done();
    },
  };
}

const offOrNot = ['on', 'off', 'auto'] as const;

export const qemuXhci = card('qemu-xhci', { vendor: 0x1b36, device: 0x000d, revision: 1, nec: false }, [
  { name: 'streams', kind: 'flag', initial: 'on' },
]);

/** QEMU 7.2 takes its other properties before the command line sets them: they have no effect. */
export const necXhci = card('nec-usb-xhci', { vendor: 0x1033, device: 0x0194, revision: 3, nec: true }, [
  { name: 'streams', kind: 'flag', initial: 'off' },
  { name: 'msi', kind: 'choice', choices: offOrNot, initial: 'auto' },
  { name: 'msix', kind: 'choice', choices: offOrNot, initial: 'auto' },
  { name: 'superspeed-ports-first', kind: 'flag', initial: 'on' },
  { name: 'force-pcie-endcap', kind: 'flag', initial: 'off' },
  { name: 'intrs', kind: 'number', initial: '16' },
  { name: 'slots', kind: 'number', initial: '64' },
]);
