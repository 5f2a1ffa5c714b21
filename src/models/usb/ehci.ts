/** Enhanced Host Controllers of ICH4 and ICH9 (qemu: hw/usb/hcd-ehci.c, hcd-ehci-pci.c; EHCI 1.0). Schedules are not run. */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';
import { companionsFor, masterPorts as ports } from './companion.ts';

/** Where the register sets begin in the BAR. */
const Set = { operational: 0x20, ports: 0x64 } as const;

/** Length and version 1.00, six ports, no companions, schedules may be cached and EECP points at config 68h. */
const capability = [0x0100_0020, ports, 0x6880, 0];

/** Operational registers, by word; each lies in the private word of that number. */
const Reg = { command: 0, status: 1, interrupts: 2, frame: 3, configured: 16 } as const;
const registerWords = (Set.ports - Set.operational) >> 2;

const Command = { run: 0x01, reset: 0x02, listSize: 0x0c, schedules: 0x31 } as const;
const halted = 0x1000;
const acknowledged = 0x3f;

const privates: number[] = [
  ...Array.from({ length: registerWords }, () => 0),
  ...Array.from({ length: ports }, () => 0x1000),
];
privates[Reg.command] = 0x8_0000;
privates[Reg.status] = halted;

/** How many companions there are, and ports for each, as the last of them has it. */
const companionByte = 5;
function companionCount(device: Device): number {
  const companions = companionsFor(device);
  return (companions.length << 4) | (companions.at(-1)?.ports ?? 0);
}

const capabilities: Ops = {
  name: 'EHCI capabilities',
  impl: { min: 1, max: 1 },
  read: (device, offset) =>
    offset === companionByte ? companionCount(device) : (capability[offset >> 2] ?? 0) >>> ((offset & 3) * 8),
  write: () => {},
};

const dword = { min: 4, max: 4 } as const;

const operational: Ops = {
  name: 'EHCI operational registers',
  valid: dword,
  read: (device, offset) => device.get(offset >> 2) & (offset >> 2 === Reg.frame ? ~7 : -1),
  write: (device, offset, value) => {
    const word = offset >> 2;
    switch (word) {
      case Reg.command:
        return command(device, value);
      case Reg.status:
        return device.set(word, device.get(word) & ~(value & acknowledged));
      case Reg.interrupts:
        return device.set(word, value & acknowledged);
      case Reg.frame:
        return device.set(word, value & 0x3fff);
      case Reg.configured:
        if (value & 1) for (let port = 0; port < ports; port++) setOwner(device, port, 0);
        return device.set(word, value & 1);
    }
    device.set(word, value);
  },
};

function command(device: Device, value: number): void {
  if (value & Command.reset) {
    privates.forEach((word, i) => device.set(i, word));
    return giveAway(device);
  }
  const old = device.get(Reg.command);
  if ((old ^ value) & Command.schedules) {
    const status = device.get(Reg.status);
    device.set(Reg.status, value & Command.run ? status & ~halted : status | halted);
  }
  device.set(Reg.command, value & ~Command.listSize);
}

const hasCompanion = (device: Device, port: number): boolean =>
  companionsFor(device).some(({ first, ports: count }) => port >= first && port < first + count);

/** A port with a companion belongs to the one or the other. */
function setOwner(device: Device, port: number, value: number): void {
  const at = registerWords + port;
  if (hasCompanion(device, port)) device.set(at, (device.get(at) & ~Port.owner) | (value & Port.owner));
}

/** At reset they belong to the companions. */
function giveAway(device: Device): void {
  for (let port = 0; port < ports; port++) setOwner(device, port, Port.owner);
}

const Port = {
  owner: 0x2000,
  enabled: 0x04,
  resume: 0x40,
  suspend: 0x80,
  cleared: 0x2a,
  writable: 0x0070_01c0,
} as const;

const portRegisters: Ops = {
  name: 'EHCI ports',
  valid: dword,
  read: (device, offset) => device.get(registerWords + (offset >> 2)),
  write: (device, offset, value) => {
    const at = registerWords + (offset >> 2);
    setOwner(device, offset >> 2, value);
    const kept = device.get(at) & ~(value & Port.cleared) & (value | ~Port.enabled);
    let written = value & Port.writable;
    if (kept & ~value & Port.resume) written &= ~Port.suspend;
    device.set(at, (kept & ~Port.writable) | written);
  },
};

const card = (id: string, device: number, revision: number, companions = true): Model => ({
  id,
  kind: 'usb',
  bus: 'either',
  properties: [{ name: 'maxframes', kind: 'number', range: [8, 512], initial: '128' }],
  shape: ({ multifunction }) =>
    new ShapeBuilder({ vendor: 0x8086, device, revision, classCode: 0x0c0320, pin: 4, multifunction })
      .word(0x60, 0x2020, -1) // release number 2.0, frame length
      .word(0x68, 0x01, -1) // legacy support
      .word(0x6c, 0xc000_0000 | 0, -1)
      .bar(0, 'mem32', 0x1000, {
        modelled: false,
        stretches: [
          { from: 0, bytes: 0x10, ops: capabilities },
          { from: Set.operational, bytes: registerWords * 4, ops: operational },
          { from: Set.ports, bytes: ports * 4, ops: portRegisters },
        ],
      })
      .behave(companions ? { reset: giveAway } : {}, privates)
      .done(),
});

export const ehcis: readonly Model[] = [
  card('usb-ehci', 0x24cd, 0x10, false),
  card('ich9-usb-ehci1', 0x293a, 3),
  card('ich9-usb-ehci2', 0x293c, 3),
];
