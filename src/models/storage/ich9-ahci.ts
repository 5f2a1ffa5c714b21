/** ICH9 AHCI controller, 8086:2922: six SATA ports with nothing on them (qemu: hw/ide/ich.c, hw/ide/ahci.c). */
import { join } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops, Shape } from '../../engine/shape.ts';
import type { Model } from '../model.ts';
import { addMsi, msiWritten } from '../caps/msi-cap.ts';

const ports = 6;

/** Host registers that behave. */
const Host = { capabilities: 0x00, control: 0x04, status: 0x08, implemented: 0x0c, version: 0x10 } as const;

/** Registers of a port, by word. */
const Port = {
  command: 6,
  taskFile: 8,
  signature: 9,
  sataStatus: 10,
  sataControl: 11,
  sataError: 12,
  sataActive: 13,
  issue: 14,
  interruptStatus: 4,
  interruptEnable: 5,
  fisAddress: 2,
  fisAddressHigh: 3,
  /** Not a register: the device has said what it is since the last reset. */
  introduced: 15,
} as const;

/** Private words: global control and status, the index of the index/data pair, then 16 a port. */
const Own = { control: 0, status: 1, index: 2, ports: 3 } as const;

const portReset = [0, 0, 0, 0, 0, 0, 0x06, 0, 0x7f, -1, 0, 0, 0, 0, 0, 0];
const privates = [0x8000_0000 | 0, 0, 0, ...Array.from({ length: ports }, () => portReset).flat()];

/** Addresses and the index survive every reset. */
const survives = [
  Own.index,
  ...Array.from({ length: ports }, (_, port) =>
    [0, 1, 2, 3].map((word) => Own.ports + port * 16 + word),
  ).flat(),
];

/** Software reset. */
function resetPorts(device: Device): void {
  device.set(Own.control, 0x8000_0000 | 0);
  device.set(Own.status, 0);
  for (let port = 0; port < ports; port++) {
    const at = Own.ports + port * 16;
    device.set(at + Port.interruptStatus, 0);
    device.set(at + Port.interruptEnable, 0);
    device.set(at + Port.sataControl, 0);
    device.set(at + Port.command, 0x06);
    resetPort(device, at);
  }
}

function resetPort(device: Device, at: number): void {
  device.set(at + Port.sataError, 0);
  device.set(at + Port.sataActive, 0);
  device.set(at + Port.issue, 0);
  device.set(at + Port.taskFile, 0x7f);
  device.set(at + Port.signature, -1);
  device.set(at + Port.introduced, 0);
}

/** The first FIS that QEMU sends for a port, drive or not: status 50h, signature FFFF0101h. */
const introduction = [0x0050_4034, 0xa0ff_ff01, 0, 1, 0] as const;

/** Once FISes are received, the first arrives at 40h of their buffer. */
function introduce(device: Device, at: number): void {
  if (device.get(at + Port.introduced) !== 0) return;
  const buffer = join(device.get(at + Port.fisAddressHigh), device.get(at + Port.fisAddress));
  introduction.forEach((word, i) => device.dmaWrite(buffer + 0x40 + 4 * i, word, 4));
  device.set(at + Port.introduced, 1);
  device.set(at + Port.taskFile, 0x50);
  device.set(at + Port.signature, 0xffff_0101);
  device.set(at + Port.interruptStatus, device.get(at + Port.interruptStatus) | 1);
  checkInterrupt(device);
}

function checkInterrupt(device: Device): void {
  let status = 0;
  for (let port = 0; port < ports; port++) {
    const at = Own.ports + port * 16;
    if (device.get(at + Port.interruptStatus) & device.get(at + Port.interruptEnable)) status |= 1 << port;
  }
  device.set(Own.status, status);
  const raised = status !== 0 && (device.get(Own.control) & 2) !== 0;
  if (!raised || !device.message(0)) device.intx(raised);
}

function readWord(device: Device, offset: number): number {
  if (offset >= 0x100 && offset < 0x100 + ports * 0x80) {
    const word = (offset & 0x7f) >> 2;
    return word < 15 && word !== 7 ? device.get(Own.ports + ((offset - 0x100) >> 7) * 16 + word) : 0;
  }
  switch (offset) {
    case Host.capabilities:
      return 0xc014_1f00 | (ports - 1);
    case Host.control:
      return device.get(Own.control);
    case Host.status:
      return device.get(Own.status);
    case Host.implemented:
      return (1 << ports) - 1;
    case Host.version:
      return 0x0001_0000;
    default:
      return 0;
  }
}

function read(device: Device, offset: number, bytes: number): number {
  const aligned = offset & ~3;
  const shift = (offset & 3) * 8;
  const low = readWord(device, aligned) >>> shift;
  return (offset & 3) + bytes <= 4 || shift === 0
    ? low
    : low | (readWord(device, aligned + 4) << (32 - shift));
}

function write(device: Device, offset: number, value: number): void {
  if (offset & 3) return;
  if (offset === Host.control) {
    if (value & 1) resetPorts(device);
    else {
      device.set(Own.control, (value & 3) | 0x8000_0000);
      checkInterrupt(device);
    }
  } else if (offset === Host.status) {
    device.set(Own.status, device.get(Own.status) & ~value);
    checkInterrupt(device);
  } else if (offset >= 0x100 && offset < 0x100 + ports * 0x80) {
    writePort(device, Own.ports + ((offset - 0x100) >> 7) * 16, (offset & 0x7f) >> 2, value);
  }
}

function writePort(device: Device, at: number, word: number, value: number): void {
  const old = device.get(at + word);
  if (word < 4) device.set(at + word, value);
  else if (word === Port.interruptStatus) device.set(at + word, old & ~value);
  else if (word === Port.interruptEnable) device.set(at + word, value & 0xfdc0_00ff);
  else if (word === Port.command) {
    if (old & 1 && (value & 1) === 0) {
      device.set(at + Port.sataActive, 0);
      device.set(at + Port.issue, 0);
    }
    const readOnly = 0x007d_ffe0;
    const kept = (old & readOnly) | (value & ~(readOnly | 0xf000_0000));
    // command list and FIS engines start and stop at once
    device.set(at + word, (kept & ~0xc000) | (kept & 0x01 ? 0x8000 : 0) | (kept & 0x10 ? 0x4000 : 0));
    if (kept & 0x10) introduce(device, at);
  } else if (word === Port.sataControl) {
    if ((old & 0xf) === 1 && (value & 0xf) === 0) resetPort(device, at);
    device.set(at + word, value);
  } else if (word === Port.sataError) device.set(at + word, old & ~value);
  else if (word === Port.sataActive || word === Port.issue) device.set(at + word, old | value);
  if (word === Port.interruptStatus || word === Port.interruptEnable) checkInterrupt(device);
}

const memory: Ops = { name: 'AHCI registers', read, write };

/** Index and data pair at 0x10 of the I/O BAR. */
const indexed: Ops = {
  name: 'AHCI index and data',
  read: (device, offset, bytes) => {
    if (offset === 0x10) return device.get(Own.index);
    return offset === 0x14 ? read(device, device.get(Own.index), bytes) : 0;
  },
  write: (device, offset, value) => {
    if (offset === 0x10) device.set(Own.index, value & 0xffc);
    else if (offset === 0x14) write(device, device.get(Own.index), value);
  },
};

export const ahciShape = (multifunction: boolean): Shape =>
  addMsi(
    new ShapeBuilder({
      vendor: 0x8086,
      device: 0x2922,
      revision: 2,
      classCode: 0x010601,
      pin: 1,
      multifunction,
    })
      .field(0x90, 1, 0x40, 0xff)
      .bar(4, 'io', 0x20, { stretches: [{ from: 0, bytes: 0x20, ops: indexed }] })
      .bar(5, 'mem32', 0x1000, { stretches: [{ from: 0, bytes: 0x1000, ops: memory }] })
      .capability(0x12, 0xa8, 8)
      .field(0xaa, 2, 0x10)
      .field(0xac, 4, 0x48),
    { at: 0x80, vectors: 1, wide: true, maskable: false },
  )
    .behave({ configWritten: msiWritten }, privates)
    .surviving(survives)
    .done();

export const ich9Ahci: Model = {
  id: 'ich9-ahci',
  kind: 'sata',
  bus: 'either',
  properties: [],
  shape: ({ multifunction }) => ahciShape(multifunction),
};
