/** Universal Host Controllers of PIIX3, PIIX4 and ICH9 (qemu: hw/usb/hcd-uhci.c; UHCI 1.1). Frames are not run. */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model, PropertySpec } from '../model.ts';
import { checkCompanion, companionOf, companionProperties } from './companion.ts';

/** I/O registers of two bytes each. */
const Reg = {
  command: 0x00,
  status: 0x02,
  interrupts: 0x04,
  frame: 0x06,
  list: 0x08,
  listHigh: 0x0a,
  startOfFrame: 0x0c,
  ports: 0x10,
} as const;
const ports = 2;

/** Private words: a register each, at half its offset. */
const privates = [0, 0x20, 0, 0, 0, 0, 0x40, 0, 0x80, 0x80];
const survives = [Reg.frame >> 1];

const Command = { run: 0x01, hostReset: 0x02, globalReset: 0x04, suspend: 0x08, resume: 0x10 } as const;
const Status = { resume: 0x04, halted: 0x20 } as const;
const Port = { connected: 0x01, enabled: 0x04, resume: 0x40, readOnly: 0x1bb, cleared: 0x0a } as const;

const get = (device: Device, at: number): number => device.get(at >> 1);
const set = (device: Device, at: number, value: number): void => device.set(at >> 1, value & 0xffff);

/** QEMU's clock select and legacy support: config bytes 6Ah and 6Bh. */
const legacyWord = 0x68;

function reset(device: Device): void {
  privates.forEach((value, i) => {
    if (!survives.includes(i)) device.set(i, value);
  });
  device.setWord(legacyWord >> 2, (device.word(legacyWord >> 2) & 0xffff) | 0x1_0000);
  interrupt(device);
}

/** Of the causes only a resume can happen without devices. */
const interrupt = (device: Device): void =>
  device.intx((get(device, Reg.status) & Status.resume) !== 0 && (get(device, Reg.interrupts) & 0x02) !== 0);

function command(device: Device, value: number): void {
  const status = get(device, Reg.status);
  if (value & ~get(device, Reg.command) & Command.run) set(device, Reg.status, status & ~Status.halted);
  else if ((value & Command.run) === 0) set(device, Reg.status, status | Status.halted);
  if (value & (Command.globalReset | Command.hostReset)) return reset(device);
  set(device, Reg.command, value);
  const woken = [0, 1].some((port) => get(device, Reg.ports + port * 2) & Port.resume);
  if (!woken || (value & Command.suspend) === 0) return;
  set(device, Reg.command, value | Command.resume);
  set(device, Reg.status, get(device, Reg.status) | Status.resume);
  interrupt(device);
}

function writePort(device: Device, at: number, value: number): void {
  const fixed = get(device, at) & Port.readOnly;
  const wanted = fixed & Port.connected ? value : value & ~Port.enabled;
  set(device, at, (fixed | (wanted & ~Port.readOnly)) & ~(wanted & Port.cleared));
}

const registers: Ops = {
  name: 'UHCI registers',
  valid: { min: 1, max: 4 },
  impl: { min: 2, max: 2 },
  read: (device, offset) => {
    if (offset >= Reg.ports ? offset < Reg.ports + ports * 2 : offset <= Reg.startOfFrame && offset % 2 === 0)
      return get(device, offset);
    return 0xff7f; // a port that is not there
  },
  write: (device, offset, value) => {
    switch (offset) {
      case Reg.command:
        return command(device, value);
      case Reg.status:
        set(device, offset, get(device, offset) & ~value);
        return interrupt(device);
      case Reg.interrupts:
        set(device, offset, value);
        return interrupt(device);
      case Reg.frame:
        if (get(device, Reg.status) & Status.halted) set(device, offset, value & 0x7ff);
        return;
      case Reg.list:
        return set(device, offset, value & 0xf000);
      case Reg.listHigh:
        return set(device, offset, value);
      case Reg.startOfFrame:
        return set(device, offset, value & 0xff);
    }
    if (offset >= Reg.ports && offset < Reg.ports + ports * 2) writePort(device, offset & ~1, value);
  },
};

const standalone: readonly PropertySpec[] = [
  { name: 'bandwidth', kind: 'number', initial: '1280' },
  { name: 'maxframes', kind: 'number', initial: '128' },
];
const companion: readonly PropertySpec[] = [...standalone, ...companionProperties];

const card = (
  id: string,
  device: number,
  revision: number,
  pin: number,
  properties: readonly PropertySpec[],
): Model => ({
  id,
  kind: 'usb',
  bus: 'either',
  properties,
  check: (context) => checkCompanion(context),
  shape: (context) =>
    new ShapeBuilder({
      vendor: 0x8086,
      device,
      revision,
      classCode: 0x0c0300,
      pin,
      multifunction: context.multifunction,
    })
      .field(0x60, 1, 0x10, 0xff) // Serial Bus Release Number
      .word(legacyWord, 0x1_0000, -1)
      .resetting(legacyWord, 0xffff_0000 | 0)
      .bar(4, 'io', 0x20, { modelled: false, stretches: [{ from: 0, bytes: 0x20, ops: registers }] })
      .behave(companionOf(context, ports), privates)
      .surviving(survives)
      .done(),
});

/** PIIX's, ICH9's first three and its last three: the latter are companions of an EHCI. */
export const uhcis: readonly Model[] = [
  card('piix3-usb-uhci', 0x7020, 1, 4, standalone),
  card('piix4-usb-uhci', 0x7112, 1, 4, standalone),
  ...[0, 1, 2, 3, 4, 5].map((n) =>
    card(`ich9-usb-uhci${String(n + 1)}`, 0x2934 + n, 3, (n % 3) + 1, companion),
  ),
];
