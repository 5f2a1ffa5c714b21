/** AC97: Intel's 82801AA audio with a SigmaTel codec, 8086:2415 (qemu: hw/audio/ac97.c; AC'97 2.3). Descriptors are fetched, nothing is played. */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';

/** Mixer registers (the codec's) that are told apart, by byte. */
const Mixer = {
  reset: 0x00,
  master: 0x02,
  output: 0x18,
  select: 0x1a,
  gain: 0x1c,
  power: 0x26,
  extended: 0x28,
  control: 0x2a,
  frontRate: 0x2c,
  inputRate: 0x32,
  microphoneRate: 0x34,
} as const;
const mixerWords = 0x80;
const mixerBytes = mixerWords * 2;
const rate = 48_000;

const mixerReset = new Map<number, number>([
  [Mixer.master, 0x8000],
  [Mixer.output, 0x8808],
  [Mixer.gain, 0x8808],
  [Mixer.power, 0x000f],
  [Mixer.extended, 0x0809],
  [Mixer.control, 0x0009],
  ...[Mixer.frontRate, 0x2e, 0x30, Mixer.inputRate, Mixer.microphoneRate].map((at): [number, number] => [
    at,
    rate,
  ]),
  [0x7c, 0x8384],
  [0x7e, 0x7600],
]);

/** Features that QEMU's codec has not: written, they stay as they are. */
const fixed = new Set([
  0x04, 0x06, 0x08, 0x0a, 0x0c, 0x0e, 0x10, 0x12, 0x14, 0x16, 0x1e, 0x20, 0x22, 0x28, 0x6c, 0x6e, 0x7c, 0x7e,
]);
const masks = new Map<number, number>([
  [Mixer.master, 0xbf3f],
  [Mixer.output, 0x9f1f],
  [Mixer.gain, 0x8f0f],
  [Mixer.select, 0x0707],
]);

/** Private words: the mixer, then global control, status and the codec semaphore, then 8 a channel: in, out, microphone. */
const Own = {
  control: mixerWords,
  status: mixerWords + 1,
  semaphore: mixerWords + 2,
  channels: mixerWords + 3,
} as const;
const Channel = { base: 0, current: 1, last: 2, status: 3, left: 4, prefetched: 5, control: 6 } as const;
const channels = 3;
const channelWords = 8;
const halted = 0x01;
const run = 0x01;
const channelReset = 0x02;
const keptByReset = 0x1c;

const privates = Array.from({ length: Own.channels + channels * channelWords }, () => 0);
/** The bus master is not reset, but for what `resetChannel` does. */
const survives = privates.map((_, word) => word).filter((word) => word >= mixerWords);

function resetMixer(device: Device): void {
  for (let word = 0; word < mixerWords; word++) device.set(word, mixerReset.get(word * 2) ?? 0);
}

function resetChannel(device: Device, own: number): void {
  for (const word of [Channel.base, Channel.current, Channel.last, Channel.left, Channel.prefetched])
    device.set(own + word, 0);
  device.set(own + Channel.status, halted);
  device.set(own + Channel.control, device.get(own + Channel.control) & keptByReset);
}

function writeMixer(device: Device, at: number, value: number): void {
  const word = at >> 1;
  if (at === Mixer.reset) return resetMixer(device);
  if (fixed.has(at) || at >= mixerBytes) return;
  const control = device.get(Mixer.control >> 1);
  switch (at) {
    case Mixer.power:
      return device.set(word, (value & ~0x800f) | (device.get(word) & 0x0f));
    case Mixer.control:
      // without variable rates they are what they were
      if ((value & 0x01) === 0) {
        device.set(Mixer.frontRate >> 1, rate);
        device.set(Mixer.inputRate >> 1, rate);
      }
      if ((value & 0x08) === 0) device.set(Mixer.microphoneRate >> 1, rate);
      return device.set(word, value);
    case Mixer.frontRate:
    case Mixer.inputRate:
      if (control & 0x01) device.set(word, value);
      return;
    case Mixer.microphoneRate:
      if (control & 0x08) device.set(word, value);
      return;
  }
  device.set(word, value & (masks.get(at) ?? 0xffff));
}

/** Words only; any look at the mixer frees the semaphore. */
const mixer: Ops = {
  name: "AC'97 mixer",
  read: (device, offset, bytes) => {
    device.set(Own.semaphore, 0);
    return bytes === 2 && offset < mixerBytes ? device.get(offset >> 1) : -1;
  },
  write: (device, offset, value, bytes) => {
    device.set(Own.semaphore, 0);
    if (bytes === 2) writeMixer(device, offset, value);
  },
};

const Global = { control: 0x2c, status: 0x30, semaphore: 0x34 } as const;
const codecReady = 0x100;

/** What a channel's registers read as, by offset in its 16 bytes and size. */
function readChannel(device: Device, own: number, at: number, bytes: number): number {
  const get = (word: number): number => device.get(own + word);
  switch (at | (bytes << 4)) {
    case 0x14:
      return get(Channel.current);
    case 0x15:
      return get(Channel.last);
    case 0x16:
      return get(Channel.status) & 0xff;
    case 0x1a:
      return get(Channel.prefetched);
    case 0x1b:
      return get(Channel.control);
    case 0x26:
      return get(Channel.status);
    case 0x28:
      return get(Channel.left);
    case 0x40:
      return get(Channel.base);
    case 0x44:
      return get(Channel.current) | (get(Channel.last) << 8) | (get(Channel.status) << 16);
    case 0x48:
      return get(Channel.left) | (get(Channel.prefetched) << 16) | (get(Channel.control) << 24);
    default:
      return -1;
  }
}

/** Takes the next buffer descriptor: its length is what is left to play. */
function fetch(device: Device, own: number): void {
  const current = device.get(own + Channel.prefetched);
  device.set(own + Channel.current, current);
  device.set(own + Channel.prefetched, (current + 1) % 32);
  const at = (device.get(own + Channel.base) >>> 0) + current * 8 + 4;
  device.set(own + Channel.left, device.dmaRead(at, 4) & 0xffff);
}

function writeChannel(device: Device, own: number, at: number, value: number, bytes: number): void {
  const status = device.get(own + Channel.status);
  switch (at | (bytes << 4)) {
    case 0x15:
      if (device.get(own + Channel.control) & run && status & halted) {
        device.set(own + Channel.status, status & ~0x03);
        fetch(device, own);
      }
      return device.set(own + Channel.last, value % 32);
    case 0x16:
    case 0x26:
      return device.set(own + Channel.status, (status | (value & ~0x1f)) & ~(value & 0x1c));
    case 0x1b:
      if (value & channelReset) return resetChannel(device, own);
      device.set(own + Channel.control, value & 0x1f);
      if (value & run) fetch(device, own);
      return device.set(own + Channel.status, value & run ? status & ~halted : status | halted);
    case 0x40:
      device.set(own + Channel.base, value & ~0x03);
  }
}

const busMaster: Ops = {
  name: "AC'97 bus master",
  read: (device, offset, bytes) => {
    if (offset < channels * 0x10 && (offset & 0x0c) !== 0x0c)
      return readChannel(device, Own.channels + (offset >> 4) * channelWords, offset & 0x0f, bytes);
    if (bytes === 4 && offset === Global.control) return device.get(Own.control);
    if (bytes === 4 && offset === Global.status) return device.get(Own.status) | codecReady;
    if (bytes !== 1 || offset !== Global.semaphore) return -1;
    const taken = device.get(Own.semaphore);
    device.set(Own.semaphore, 1);
    return taken;
  },
  write: (device, offset, value, bytes) => {
    if (offset < channels * 0x10 && (offset & 0x0c) !== 0x0c)
      return writeChannel(device, Own.channels + (offset >> 4) * channelWords, offset & 0x0f, value, bytes);
    if (bytes !== 4) return;
    // warm and cold reset are not done
    if (offset === Global.control && (value & 0x06) === 0) device.set(Own.control, value & 0x3f);
    if (offset === Global.status)
      device.set(Own.status, (device.get(Own.status) & ~(value & 0x8c01)) | (value & 0x3_0000));
  },
};

export const ac97: Model = {
  id: 'AC97',
  kind: 'sound',
  bus: 'either',
  properties: [{ name: 'audiodev', kind: 'text', initial: '' }],
  shape: ({ multifunction }) =>
    new ShapeBuilder({
      vendor: 0x8086,
      device: 0x2415,
      revision: 1,
      classCode: 0x040100,
      pin: 1,
      multifunction,
    })
      .field(0x06, 2, 0x0280, 0, 0xf900)
      .bar(0, 'io', 0x400, { stretches: [{ from: 0, bytes: 0x400, ops: mixer }] })
      .bar(1, 'io', 0x100, { modelled: false, stretches: [{ from: 0, bytes: 0x100, ops: busMaster }] })
      .behave(
        {
          reset: (device) => {
            resetMixer(device);
            for (let n = 0; n < channels; n++) resetChannel(device, Own.channels + n * channelWords);
          },
        },
        privates,
      )
      .surviving(survives)
      .done(),
};
