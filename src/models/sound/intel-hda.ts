/** intel-hda and ich9-intel-hda: High Definition Audio without codecs on its link (qemu: hw/audio/intel-hda.c; HD Audio 1.0a). */
import { highWord, join, lowWord } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';
import { addMsi, msiWritten } from '../caps/msi-cap.ts';

/** Registers that behave. */
const Reg = {
  control: 0x08,
  wake: 0x0c,
  states: 0x0e,
  interrupts: 0x20,
  interruptStatus: 0x24,
  wallClock: 0x30,
  commandWrite: 0x48,
  commandRead: 0x4a,
  commandControl: 0x4c,
  responseWrite: 0x58,
  responseCount: 0x5a,
  immediate: 0x68,
  streams: 0x80,
} as const;
const streams = 8;
const streamBytes = 0x20;

/** A register: its address is what must be accessed exactly. */
interface Register {
  readonly at: number;
  readonly reset: number;
  /** Writable bits, and those that writing 1 clears. */
  readonly write: number;
  readonly clear: number;
}
type Row = readonly [at: number, reset: number, write?: number, clear?: number];

const all = 0xffff_ffff;

const rows: readonly Row[] = [
  [0x00, 0x4401], // four streams in, four out, 64-bit addresses
  [0x02, 0],
  [0x03, 1], // version 1.0
  [0x04, 0x3c],
  [0x06, 0x1d],
  [Reg.control, 0, 0x0103],
  [Reg.wake, 0, 0x7fff],
  [Reg.states, 0, 0x7fff, 0x7fff],
  [Reg.interrupts, 0, 0xc000_00ff],
  [Reg.interruptStatus, 0, 0xc000_00ff, 0xc000_00ff],
  [Reg.wallClock, 0],
  [0x40, 0, 0xffff_ff80],
  [0x44, 0, all],
  [Reg.commandWrite, 0, 0xff],
  [Reg.commandRead, 0, 0x80ff],
  [Reg.commandControl, 0, 0x03],
  [0x4d, 0, 0x01, 0x01],
  [0x4e, 0x42], // 256 entries
  [0x50, 0, 0xffff_ff80],
  [0x54, 0, all],
  [Reg.responseWrite, 0, 0x8000],
  [Reg.responseCount, 0, 0xff],
  [0x5c, 0, 0x07],
  [0x5d, 0, 0x05, 0x05],
  [0x5e, 0x42],
  [0x70, 0, 0xffff_ff81],
  [0x74, 0, all],
  [0x60, 0, all],
  [0x64, 0],
  [Reg.immediate, 0, 0x03, 0x02],
];

/** Of a stream. Its control register is also reached by byte: stream number at 2, status at 3. */
const streamRows: readonly Row[] = [
  [0x00, 0x2000_0000, 0x1cff_001f],
  [0x04, 0],
  [0x08, 0, all],
  [0x0c, 0, 0xff],
  [0x10, 0x100],
  [0x12, 0, 0x7f7f],
  [0x18, 0, 0xffff_ff80],
  [0x1c, 0, all],
];

const register = ([at, reset, write = 0, clear = 0]: Row): Register => ({ at, reset, write, clear });
const registers: readonly Register[] = [
  ...rows.map(register),
  ...Array.from({ length: streams }, (_, n) =>
    streamRows.map(([at, ...rest]) => register([Reg.streams + n * streamBytes + at, ...rest])),
  ).flat(),
];

/** Address → private word. */
const wordOf = new Map(registers.map(({ at }, i) => [at, i]));
/** Private words after the registers: when the wall clock began. */
const began = registers.length;
const privates = [...registers.map(({ reset }) => reset | 0), 0, 0];

const get = (device: Device, at: number): number => device.get(wordOf.get(at) ?? 0);
const set = (device: Device, at: number, value: number): void => device.set(wordOf.get(at) ?? 0, value);

interface Found extends Register {
  readonly word: number;
  /** The access begins this many bits into the register. */
  readonly shift: number;
}

function find(offset: number): Found | undefined {
  const inStreams = offset >= Reg.streams && offset < Reg.streams + streams * streamBytes;
  const byte = inStreams ? offset % streamBytes : 0;
  const shift = byte === 2 || byte === 3 ? byte * 8 : 0;
  const word = wordOf.get(offset - shift / 8);
  const found = word === undefined ? undefined : registers[word];
  if (word === undefined || !found) return undefined;
  if (shift === 16) return { ...found, word, shift, write: 0xff_0000 };
  return shift === 24
    ? { ...found, word, shift, write: 0x1c00_0000, clear: 0x1c00_0000 }
    : { ...found, word, shift };
}

function interrupt(device: Device): void {
  let status = get(device, Reg.states) & get(device, Reg.wake) ? 0x4000_0000 : 0;
  for (let n = 0; n < streams; n++) {
    if (get(device, Reg.streams + n * streamBytes) & 0x0400_0000) status |= 1 << n;
  }
  const enabled = get(device, Reg.interrupts);
  if (status & enabled) status |= 0x8000_0000;
  set(device, Reg.interruptStatus, status);
  const level = status < 0 && enabled < 0;
  const messages = (device.word((device.shape.caps.msi ?? 0) >> 2) & 0x1_0000) !== 0;
  if (device.shape.caps.msi === undefined || !messages) device.intx(level);
  else if (level) device.message(0);
}

function startClock(device: Device): void {
  device.set(began, lowWord(device.now));
  device.set(began + 1, highWord(device.now));
}

/** Nobody answers the commands in the ring: all are taken at once, if a response may be counted. */
function runCommands(device: Device): void {
  const busy = (get(device, Reg.immediate) & 1) !== 0;
  const running = (get(device, Reg.commandControl) & 2) !== 0;
  const write = get(device, Reg.commandWrite);
  if (busy || !running || (get(device, Reg.commandRead) & 0xff) === write) return;
  if (get(device, Reg.responseCount) !== 0) set(device, Reg.commandRead, write);
}

function written(device: Device, { at, word }: Found): void {
  switch (at) {
    case Reg.control:
      if (device.get(word) & 1) return;
      privates.forEach((value, i) => device.set(i, value));
      startClock(device);
      return interrupt(device);
    case Reg.wake:
    case Reg.states:
    case Reg.interrupts:
      return interrupt(device);
    case Reg.commandWrite:
    case Reg.commandControl:
      return runCommands(device);
    case Reg.responseWrite:
      return device.set(word, device.get(word) & ~0x8000);
    case 0x5d:
      return interrupt(device);
  }
  if (at < Reg.streams || at % streamBytes !== 0) return;
  if (device.get(word) & 1) device.set(word, 0x2000_0001);
  interrupt(device);
}

const ops: Ops = {
  name: 'HD Audio registers',
  read: (device, offset) => {
    const found = find(offset);
    if (!found) return 0;
    if (found.at === Reg.wallClock) {
      const passed = device.now - join(device.get(began + 1), device.get(began));
      return lowWord(Math.floor((passed * 24) / 1000));
    }
    return device.get(found.word) >>> found.shift;
  },
  write: (device, offset, value, bytes) => {
    const found = find(offset);
    if (!found || found.write === 0) return;
    const { word, shift, write, clear } = found;
    const lanes = ((bytes === 4 ? -1 : (1 << (bytes * 8)) - 1) << shift) & write;
    const given = value << shift;
    device.set(word, ((device.get(word) & ~lanes) | (given & lanes)) & ~(given & clear));
    written(device, found);
  },
};

const half = 0x2000;

const card = (id: string, device: number, revision: number): Model => ({
  id,
  kind: 'sound',
  bus: 'either',
  properties: [
    { name: 'msi', kind: 'choice', choices: ['on', 'off', 'auto'], initial: 'auto' },
    { name: 'old_msi_addr', kind: 'flag', initial: 'off' },
    { name: 'debug', kind: 'number', initial: '0' },
  ],
  shape: ({ multifunction, text, flag }) => {
    const shape = new ShapeBuilder({
      vendor: 0x8086,
      device,
      revision,
      classCode: 0x040300,
      pin: 1,
      multifunction,
    })
      .field(0x40, 1, 0x01, 0xff) // HD Audio, not AC'97
      .bar(0, 'mem32', 2 * half, {
        stretches: [
          { from: 0, bytes: half, ops },
          { from: half, bytes: half, ops },
        ],
      })
      .behave({ reset: startClock, configWritten: msiWritten }, privates);
    const at = flag('old_msi_addr') ? 0x50 : 0x60;
    if (text('msi') !== 'off') addMsi(shape, { at, vectors: 1, wide: true, maskable: false });
    return shape.done();
  },
});

export const intelHdas: readonly Model[] = [card('intel-hda', 0x2668, 1), card('ich9-intel-hda', 0x293e, 3)];
