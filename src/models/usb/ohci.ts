/** pci-ohci: Apple's Open Host Controller, 106b:003f (qemu: hw/usb/hcd-ohci.c, hcd-ohci-pci.c; OHCI 1.0a). Frames are not run. */
import { highWord, join, lowWord } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';
import { checkCompanion, companionOf, companionProperties } from './companion.ts';

/** Registers, by word; each lies in the private word of that number. */
const Reg = {
  revision: 0,
  control: 1,
  command: 2,
  status: 3,
  enable: 4,
  disable: 5,
  area: 6,
  periodic: 7,
  controlHead: 8,
  bulkCurrent: 11,
  done: 12,
  interval: 13,
  remaining: 14,
  frame: 15,
  periodicStart: 16,
  threshold: 17,
  hubA: 18,
  hubB: 19,
  hub: 20,
  ports: 21,
  /** The PXA27x's own four. */
  pxa: 24,
} as const;

/** Private words: registers up to the hub's status, when the frame began, the PXA27x's, then a word a port. */
const Own = { began: 21, pxa: 24, ports: 28 } as const;
const mostPorts = 15;
const pxaReset = 1;

const State = { reset: 0x00, operational: 0x80, suspend: 0xc0, mask: 0xc0 } as const;
const startOfFrame = 0x04;
const hubChanged = 0x40;
const frameTime = 1_000_000;
const bitTime = 83;

const resetWords = (ports: number): number[] => {
  const words = Array.from({ length: Own.ports + mostPorts }, () => 0);
  words[Reg.revision] = 0x10;
  words[Reg.enable] = 0x8000_0000 | 0;
  words[Reg.interval] = 0x2778_2edf;
  words[Reg.threshold] = 0x628;
  words[Reg.hubA] = 0x200 | ports;
  return words;
};

function interrupt(device: Device, causes = 0): void {
  device.set(Reg.status, device.get(Reg.status) | causes);
  const enabled = device.get(Reg.enable);
  device.intx(enabled < 0 && (device.get(Reg.status) & enabled) !== 0);
}

/** Control to `state`, everything before the hub's registers as at reset; the interrupt pin stays as it is. */
function softReset(device: Device, control: number): void {
  resetWords(0).forEach((word, i) => {
    if (i < Reg.hubA) device.set(i, word);
  });
  device.set(Reg.control, control);
}

function resetHub(device: Device): void {
  device.set(Reg.hub, 0);
  for (let port = 0; port < mostPorts; port++) device.set(Own.ports + port, 0);
}

function control(device: Device, value: number): void {
  const old = device.get(Reg.control);
  const state = value & State.mask;
  device.set(Reg.control, value);
  if ((old & State.mask) === state) return;
  if (state === State.reset) resetHub(device);
  else if (state === State.suspend) {
    device.set(Reg.status, device.get(Reg.status) & ~startOfFrame);
    interrupt(device);
  } else if (state === State.operational) {
    device.set(Own.began, lowWord(device.now));
    device.set(Own.began + 1, highWord(device.now));
  }
}

/** Frame Remaining: bit times until the end of the frame, while operational. */
function remaining(device: Device): number {
  if ((device.get(Reg.control) & State.mask) !== State.operational) return 0;
  const passed = device.now - join(device.get(Own.began + 1), device.get(Own.began));
  return passed >= frameTime
    ? 0
    : ((device.get(Reg.interval) & 0x3fff) - Math.floor(passed / bitTime)) & 0xffff;
}

const Port = {
  connected: 0x01,
  enabled: 0x02,
  suspended: 0x04,
  reset: 0x10,
  power: 0x100,
  powerOff: 0x200,
  changed: 0x1_0000,
  cleared: 0x1f_0000,
} as const;

const unpowered = ~(Port.power | Port.connected | Port.suspended | Port.reset);

function writePort(device: Device, at: number, value: number): void {
  const old = device.get(at);
  let status = old & ~(value & Port.cleared);
  if (value & Port.connected) status &= ~Port.enabled;
  // asking a port without a device for anything says that its connection changed
  if (value & (Port.enabled | Port.suspended | Port.reset)) status |= Port.changed;
  if (value & Port.powerOff) status &= unpowered;
  if (value & Port.power) status |= Port.power;
  device.set(at, status);
  if (status !== old) interrupt(device, hubChanged);
}

function writeHub(device: Device, ports: number, value: number): void {
  const old = device.get(Reg.hub);
  const power = (change: (status: number) => number): void => {
    for (let at = Own.ports; at < Own.ports + ports; at++) device.set(at, change(device.get(at)));
  };
  if (value & 0x01) power((status) => status & unpowered);
  if (value & 0x1_0000) power((status) => status | Port.power);
  let now = old & ~(value & 0x2_0000);
  if (value & 0x8000) now |= 0x8000;
  if (value & 0x8000_0000) now &= ~0x8000;
  device.set(Reg.hub, now);
  if (now !== old) interrupt(device, hubChanged);
}

function read(device: Device, ports: number, offset: number): number {
  const word = offset >> 2;
  if (offset & 3) return -1;
  if (word >= Reg.ports && word < Reg.ports + ports)
    return device.get(Own.ports + word - Reg.ports) | Port.power;
  if (word === Reg.disable) return device.get(Reg.enable);
  if (word === Reg.remaining) return remaining(device);
  if (word === Reg.pxa) return 0;
  return word < Reg.ports || (word > Reg.pxa && word < Own.ports) ? device.get(word) : -1;
}

function write(device: Device, ports: number, offset: number, value: number): void {
  const word = offset >> 2;
  if (offset & 3) return;
  if (word >= Reg.ports && word < Reg.ports + ports)
    return writePort(device, Own.ports + word - Reg.ports, value);
  switch (word) {
    case Reg.control:
      return control(device, value);
    case Reg.command:
      device.set(word, device.get(word) | (value & ~0xc0));
      if (device.get(word) & 1) softReset(device, (device.get(Reg.control) & 0x100) | State.suspend);
      return;
    case Reg.status:
      device.set(word, device.get(word) & ~value);
      return interrupt(device);
    case Reg.enable:
      device.set(Reg.enable, device.get(Reg.enable) | value);
      return interrupt(device);
    case Reg.disable:
      device.set(Reg.enable, device.get(Reg.enable) & ~value);
      return interrupt(device);
    case Reg.area:
      return device.set(word, value & ~0xff);
    case Reg.interval:
      // bit 31 toggles with bit 15 of the packet size in QEMU's word: both are kept
      return device.set(word, value & 0xffff_3fff);
    case Reg.periodicStart:
    case Reg.threshold:
      return device.set(word, value & 0xffff);
    case Reg.hub:
      return writeHub(device, ports, value);
    case Reg.pxa + pxaReset:
      device.set(word, value & ~1);
      if (value & 1) {
        softReset(device, 0);
        resetHub(device);
      }
      return;
    case Reg.pxa + 2:
    case Reg.pxa + 3:
      return device.set(word, value);
  }
  if (word >= Reg.controlHead && word <= Reg.bulkCurrent) device.set(word, value & ~0x0f);
}

export const ohci: Model = {
  id: 'pci-ohci',
  kind: 'usb',
  bus: 'either',
  properties: [
    { name: 'num-ports', kind: 'number', range: [0, mostPorts], initial: '3' },
    ...companionProperties,
  ],
  check: checkCompanion,
  shape: (context) => {
    const { multifunction } = context;
    const ports = context.number('num-ports');
    const registers: Ops = {
      name: 'OHCI registers',
      read: (device, offset) => read(device, ports, offset),
      write: (device, offset, value) => write(device, ports, offset, value),
    };
    return new ShapeBuilder({ vendor: 0x106b, device: 0x003f, classCode: 0x0c0310, pin: 1, multifunction })
      .bar(0, 'mem32', 0x100, { modelled: false, stretches: [{ from: 0, bytes: 0x100, ops: registers }] })
      .behave(companionOf(context, ports), resetWords(ports))
      .surviving([0, 1, 2, 3].map((n) => Own.pxa + n))
      .done();
  },
};
