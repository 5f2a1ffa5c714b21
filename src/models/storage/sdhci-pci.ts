/** sdhci-pci: an SD host controller without a card, 1b36:0007 (qemu: hw/sd/sdhci.c; SD Host Controller specification 2 and 3). */
import { highWord, lanes, lowWord } from '../../base/bits.ts';
import { say, type Message } from '../../base/problem.ts';
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Context, Model } from '../model.ts';

/** Registers by word; up to four share one. Each of the first 24 is a private word. */
const Reg = {
  block: 1,
  command: 3,
  present: 9,
  hostControl: 10,
  clock: 11,
  status: 12,
  statusEnable: 13,
  signalEnable: 14,
  autoCommand: 15,
  capabilities: 16,
  forceEvent: 20,
  admaError: 21,
  slot: 63,
} as const;
const registerWords = 24;
const registerBytes = 0x100;

/** Capabilities: no reset of the controller's own touches them. */
const constant = new Set([16, 17, 18, 19]);
/** Responses, the data port, Present State. */
const readOnly = new Set([4, 5, 6, 7, 8, Reg.present, ...constant]);

/** Not write protected, no card, lines pulled up. */
const noCard = 0x01fa_0000;

/** Interrupts of the low half of a word; errors are the high half. */
const Event = { command: 0x0001, transfer: 0x0002, card: 0x0100, error: 0x8000 } as const;
const Failure = { timeout: 0x0001_0000, autoCommand: 0x0100_0000, any: 0xffff_0000 } as const;

function pending(device: Device): boolean {
  const status = device.get(Reg.status);
  // card insertion and removal also wake, by enables of their own
  const wake = (device.get(Reg.hostControl) >>> 24) & (status >>> 5) & 6;
  return wake !== 0 || (status & device.get(Reg.signalEnable)) !== 0;
}

/** New status: the summary bit follows the errors, the pin what is enabled. */
function setStatus(device: Device, status: number): void {
  device.set(Reg.status, status & Failure.any ? status | Event.error : status & ~Event.error);
  device.intx(pending(device));
}

function resetAll(device: Device): void {
  for (let word = 0; word < registerWords; word++) {
    if (!constant.has(word)) device.set(word, word === Reg.present ? noCard : 0);
  }
  device.intx(false);
}

/** Software Reset: everything, the command line, or the data line, and no two at once. */
function softwareReset(device: Device, which: number): void {
  if (which === 1) resetAll(device);
  if (which === 2) device.set(Reg.status, device.get(Reg.status) & ~Event.command);
  if (which === 4) {
    device.set(Reg.status, device.get(Reg.status) & ~0x3e);
    device.set(Reg.hostControl, device.get(Reg.hostControl) & ~0x0003_0000);
  }
}

const clockRunning = 7;

/** With the clock on a command goes out. Nobody answers: one that wants a response times out. */
function sendCommand(device: Device): void {
  if ((device.get(Reg.clock) & clockRunning) !== clockRunning) return;
  const response = (device.get(Reg.command) >>> 16) & 3;
  const enabled = device.get(Reg.statusEnable);
  let status = device.get(Reg.status) & ~Failure.any;
  if (response !== 0 && enabled & Failure.timeout) status |= Failure.timeout | Event.error;
  if (response === 3) status |= enabled & Event.transfer;
  status |= enabled & Event.command;
  device.set(Reg.autoCommand, device.get(Reg.autoCommand) & 0xffff_0000);
  device.set(Reg.status, status);
  device.intx(pending(device));
}

const read = (device: Device, offset: number): number => {
  const word = offset >> 2;
  let value = word < registerWords ? device.get(word) : 0;
  if (word === Reg.slot) value = device.get(registerWords) | (pending(device) ? 1 : 0);
  return value >>> ((offset & 3) * 8);
};

interface Abilities {
  readonly simpleDma: boolean;
  /** Has Host Control 2. */
  readonly uhs: boolean;
  /** The largest block, in bytes. */
  readonly block: number;
}

function write(device: Device, offset: number, given: number, bytes: number, able: Abilities): void {
  const word = offset >> 2;
  if (word >= registerWords || readOnly.has(word)) return;
  const mask = lanes(offset & 3, bytes);
  const value = (given << ((offset & 3) * 8)) & mask;
  const old = device.get(word);
  const touches = (at: number): boolean => (mask & (0xff << (at * 8))) !== 0;
  const store = (bits: number): void => device.set(word, (old & ~mask) | (value & bits));
  switch (word) {
    case Reg.block: {
      store(0xffff_7fff);
      const now = device.get(word);
      return (now & 0xfff) > able.block ? device.set(word, (now & ~0xfff) | able.block) : undefined;
    }
    case Reg.command:
      store(able.simpleDma ? 0xffff_0037 : 0xffff_0036);
      if (touches(3)) sendCommand(device);
      return;
    case Reg.hostControl:
      // no bus power without a card
      return store(0xff01_feff);
    case Reg.clock: {
      if (touches(3)) softwareReset(device, value >>> 24);
      const now = (device.get(word) & ~mask) | (value & 0x00ff_ffff);
      return device.set(word, now & 1 ? now | 2 : now & ~2);
    }
    case Reg.status: {
      const kept = device.get(Reg.statusEnable) & Event.card;
      return setStatus(device, old & ~(value & ~kept));
    }
    case Reg.statusEnable:
      store(-1);
      return setStatus(device, device.get(Reg.status) & device.get(word));
    case Reg.signalEnable:
      store(-1);
      return device.intx(pending(device));
    case Reg.autoCommand:
      return device.set(word, able.uhs ? (old & ~mask) | value : (old & ~(mask & 0xffff)) | (value & 0xffff));
    case Reg.admaError:
      return store(0xff);
    case Reg.forceEvent: {
      const failed = device.get(Reg.autoCommand) | (value & 0xffff);
      device.set(Reg.autoCommand, failed);
      const raised = value & Failure.any & device.get(Reg.statusEnable);
      const status = device.get(Reg.status) | raised | (failed & 0xffff ? Failure.autoCommand : 0);
      // unlike elsewhere the summary bit is only ever set here
      device.set(Reg.status, status & Failure.any ? status | Event.error : status);
      return device.intx(pending(device));
    }
  }
  store(-1);
}

/** What the capabilities (low word) promise beyond what QEMU can do. */
function check({ number, text }: Context): Message | undefined {
  const low = lowWord(number('capareg'));
  const three = number('sd-spec-version') === 3;
  const refuse = (expected: string): Message =>
    say('problem.expected', { expected, given: `capareg=${text('capareg')}` });
  const isClock = (megahertz: number): boolean => megahertz === 0 || (megahertz >= 10 && megahertz <= 63);
  if (three && low >>> 30 !== 0) return refuse('capareg[31:30]=0');
  if (!three && !isClock(low & 0x3f)) return refuse('capareg[5:0]=0|10–63');
  if (!three && !isClock((low >>> 8) & 0xff)) return refuse('capareg[15:8]=0|10–63');
  return ((low >>> 16) & 3) === 3 ? refuse('capareg[17:16]=0–2') : undefined;
}

export const sdhciPci: Model = {
  id: 'sdhci-pci',
  kind: 'storage',
  bus: 'either',
  properties: [
    { name: 'sd-spec-version', kind: 'number', range: [2, 3], initial: '2' },
    { name: 'uhs', kind: 'number', range: [0, 255], initial: '0' },
    { name: 'vendor', kind: 'number', range: [0, 255], initial: '0' },
    { name: 'capareg', kind: 'number', initial: '91763892' },
    { name: 'maxcurr', kind: 'number', initial: '0' },
  ],
  check,
  shape: ({ multifunction, number }) => {
    const capabilities = number('capareg');
    const current = number('maxcurr');
    const able: Abilities = {
      simpleDma: (capabilities & 0x0040_0000) !== 0,
      uhs: number('uhs') > 0,
      block: 512 << ((capabilities >>> 16) & 3),
    };
    const registers: Ops = {
      name: 'SD host controller registers',
      valid: { min: 1, max: 4 },
      read,
      write: (device, offset, value, bytes) => write(device, offset, value, bytes, able),
    };
    const initial = Array.from({ length: registerWords }, () => 0);
    initial[Reg.present] = noCard;
    initial.splice(Reg.capabilities, 4, ...[capabilities, current].flatMap((n) => [lowWord(n), highWord(n)]));
    const version = (0x2400 | (number('sd-spec-version') - 1)) << 16;
    return new ShapeBuilder({
      vendor: 0x1b36,
      device: 0x0007,
      classCode: 0x080501,
      pin: 1,
      multifunction,
    })
      .bar(0, 'mem32', registerBytes, { stretches: [{ from: 0, bytes: registerBytes, ops: registers }] })
      .behave({}, [...initial, version])
      .done();
  },
};
