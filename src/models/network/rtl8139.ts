/** rtl8139: Realtek's 8139C+, 10ec:8139 (qemu: hw/net/rtl8139.c). Registers, timer, EEPROM and interrupts; no packets move. */
import { highWord, join, lowWord } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import { hasRom, romContents } from '../caps/rom.ts';
import type { Context, Model } from '../model.ts';
import { macOf, macProperty } from './mac.ts';
import { Eeprom9346 } from './eeprom9346.ts';

const Reg = {
  mac: 0x00,
  multicast: 0x08,
  txStatus: 0x10,
  txAddress: 0x20,
  rxBuffer: 0x30,
  command: 0x37,
  rxPointer: 0x38,
  rxAddress: 0x3a,
  interruptMask: 0x3c,
  interruptStatus: 0x3e,
  txConfig: 0x40,
  rxConfig: 0x44,
  timer: 0x48,
  rxMissed: 0x4c,
  eeprom: 0x50,
  timerInterrupt: 0x54,
  media: 0x58,
  haltClock: 0x5b,
  revision: 0x5e,
  txSummary: 0x60,
  phyControl: 0x62,
  phyStatus: 0x64,
  partner: 0x68,
  txPoll: 0xd9,
  plusCommand: 0xe0,
} as const;

type Width = 1 | 2 | 4;
/** At which width a register answers, writable bits (none, when what writing does is told below), reset value; `stays`: no reset changes it. */
type Row = readonly [at: number, width: Width, write: number, reset?: number, stays?: 'stays'];

const bytes = (at: number, count: number): Row[] =>
  Array.from({ length: count }, (_, i) => [at + i, 1, 0xff, 0, 'stays']);
const longs = (at: number, write: number, reset: number, stays?: 'stays'): Row[] =>
  [0, 4, 8, 12].map((i) => (stays ? [at + i, 4, write, reset, stays] : [at + i, 4, write, reset]));

const rows: readonly Row[] = [
  ...[0, 1, 2, 3, 4, 5].map((i): Row => [Reg.mac + i, 1, 0xff]),
  ...bytes(Reg.multicast, 8),
  ...longs(Reg.txStatus, 0, 0x2000),
  ...longs(Reg.txAddress, -1, 0, 'stays'),
  [Reg.rxBuffer, 4, -1],
  [Reg.command, 1, 0, 0x10],
  [Reg.rxPointer, 2, 0],
  [Reg.rxAddress, 2, 0],
  [Reg.interruptMask, 2, 0],
  [Reg.interruptStatus, 2, 0],
  [Reg.txConfig, 4, 0, 0x7480_0000],
  [Reg.rxConfig, 4, 0, 0, 'stays'],
  [Reg.rxMissed, 4, 0, 0, 'stays'],
  [Reg.eeprom, 1, 0, 0, 'stays'],
  [0x51, 1, 0x07], // Config0
  [0x52, 1, 0xf3, 0x0c], // Config1
  [Reg.timerInterrupt, 4, 0],
  [0x59, 1, 0x70, 0x01], // Config3
  [0x5a, 1, 0xf5, 0, 'stays'], // Config4
  [Reg.haltClock, 1, 0, 0x01],
  [0x5c, 2, 0x0fff, 0, 'stays'], // MultiIntr
  [Reg.phyControl, 2, 0, 0x1000],
  [Reg.phyStatus, 2, 0x00c0, 0x782d],
  [0x66, 2, 0xffff, 0x05e1],
  [Reg.partner, 2, 0, 0x05e1],
  [0x6a, 2, 0xffff, 0x0001],
  [0x74, 2, 0, 0x0340], // CSCR
  [0xd8, 1, 0x7f], // Config5
  [Reg.plusCommand, 2, 0],
  [0xe4, 4, -1], // receive ring
  [0xe8, 4, -1],
  [0xec, 1, 0xff, 0, 'stays'], // TxThresh
];

interface Place {
  readonly word: number;
  readonly width: Width;
  readonly write: number;
}
const places = new Map<number, Place>(rows.map(([at, width, write], word) => [at, { word, width, write }]));
const wordOf = (at: number): number => places.get(at)?.word ?? 0;

const registerEnd = rows.length;
/** More private words: ring size, current descriptor, C+ mode, the timer, then the EEPROM's state and contents. */
const own = {
  ring: registerEnd,
  descriptor: registerEnd + 1,
  plus: registerEnd + 2,
  base: registerEnd + 3,
  baseHigh: registerEnd + 4,
  running: registerEnd + 5,
  due: registerEnd + 6,
  dueHigh: registerEnd + 7,
  eeprom: registerEnd + 8,
} as const;
const eeprom = new Eeprom9346(own.eeprom);
const survivors: readonly number[] = [
  ...rows.flatMap((row, word) => (row[4] ? [word] : [])),
  ...Array.from({ length: eeprom.words }, (_, i) => own.eeprom + i),
];
const stays = new Set(survivors);

function privates(context: Context): number[] {
  const mac = macOf(context);
  const byte = (i: number): number => mac[i] ?? 0;
  const contents = Array.from({ length: 64 }, () => 0);
  contents.splice(0, 3, 0x8129, 0x10ec, 0x8139);
  for (let i = 0; i < 3; i++) contents[7 + i] = byte(2 * i) | (byte(2 * i + 1) << 8);
  const words = rows.map(([, , , reset = 0]) => reset);
  for (let i = 0; i < 6; i++) words[wordOf(Reg.mac + i)] = byte(i);
  words[own.ring] = 0x2000;
  for (let i = own.ring + 1; i < own.eeprom; i++) words[i] = 0;
  return [...words, ...eeprom.initial(contents)];
}

/** Software's reset, by the command register or the EEPROM's. */
function reset(d: Device): void {
  d.shape.privates.forEach((value, word) => {
    if (!stays.has(word)) d.set(word, value);
  });
  interrupt(d);
}

const interrupt = (d: Device): void =>
  d.intx((d.get(wordOf(Reg.interruptStatus)) & d.get(wordOf(Reg.interruptMask)) & 0xffff) !== 0);

function raise(d: Device, causes: number): void {
  const word = wordOf(Reg.interruptStatus);
  d.set(word, d.get(word) | causes);
  interrupt(d);
}

/** The timer counts cycles of a bus of 33 MHz. */
const tick = 30;
const turn = tick * 2 ** 32;
const timedOut = 0x4000;

function setPair(d: Device, low: number, value: number): void {
  d.set(low, lowWord(value));
  d.set(low + 1, highWord(value));
}
const pair = (d: Device, low: number): number => join(d.get(low + 1), d.get(low));

const counter = (d: Device): number => Math.floor((d.now - pair(d, own.base)) / tick) % 2 ** 32;

/** When the counter next reaches what it is compared with, if it is compared at all. */
function schedule(d: Device): void {
  let base = pair(d, own.base);
  base += Math.floor((d.now - base) / turn) * turn;
  setPair(d, own.base, base);
  const compare = d.get(wordOf(Reg.timerInterrupt)) >>> 0;
  d.set(own.running, compare === 0 ? 0 : 1);
  const due = base + compare * tick;
  setPair(d, own.due, due <= d.now ? due + turn : due);
}

function expire(d: Device): void {
  d.set(own.running, 0);
  if (d.get(wordOf(Reg.haltClock)) === 0) return;
  raise(d, timedOut);
  schedule(d);
}

const masked = (value: number, kept: number, old: number): number => (value & ~kept) | (old & kept);
const update = (d: Device, at: number, value: number, kept: number): void =>
  d.set(wordOf(at), masked(value, kept, d.get(wordOf(at))));

const txHostOwns = 0x2000;
const txDone = 0x8000;

/** A descriptor is handed over: the frame leaves at once. */
function transmit(d: Device, at: number, value: number): void {
  if (d.get(own.plus)) {
    d.set(wordOf(at), value);
    if (at === Reg.txStatus && value & 8) dumpCounters(d, value);
    return;
  }
  update(d, at, value & 0x00ff_3fff, 0x00c0_0000);
  const current = wordOf(Reg.txStatus) + d.get(own.descriptor);
  if ((d.get(wordOf(Reg.command)) & 4) === 0 || d.get(current) & txHostOwns) return;
  d.set(current, d.get(current) | txHostOwns | txDone);
  d.set(own.descriptor, (d.get(own.descriptor) + 1) & 3);
  raise(d, 4);
}

/** Dump Tally Counters (C+): 64 bytes, all zero without packets. */
function dumpCounters(d: Device, value: number): void {
  const address = join(d.get(wordOf(Reg.txStatus) + 1), value & ~0x3f);
  for (let i = 0; i < 64; i += 4) d.dmaWrite(address + i, 0, 4);
  d.set(wordOf(Reg.txStatus), value & ~8);
}

/** Transmit Status of All Descriptors: done, underrun, aborted, owned; four bits each. */
function txSummary(d: Device): number {
  let summary = 0;
  for (let i = 0; i < 4; i++) {
    const status = d.get(wordOf(Reg.txStatus) + i);
    for (const [bit, place] of [
      [txDone, 12],
      [0x4000, 8],
      [0x4000_0000, 4],
      [txHostOwns, 0],
    ] as const)
      if (status & bit) summary |= 1 << (place + i);
  }
  return summary;
}

function resetRing(d: Device, size: number): void {
  d.set(own.ring, size);
  d.set(wordOf(Reg.rxPointer), 0);
}

function command(d: Device, value: number): void {
  if (value & 0x10) reset(d);
  update(d, Reg.command, value, 0xe3);
  d.set(wordOf(Reg.command), d.get(wordOf(Reg.command)) & ~0x10);
}

/** Cfg9346: bits 7:6 choose: EEPROM wires, reset, or writing of the configuration. */
function eepromWrite(d: Device, value: number): void {
  const now = masked(value, 0x31, d.get(wordOf(Reg.eeprom)));
  if ((now & 0xc0) === 0x80) eeprom.write(d, (now & 8) !== 0, (now & 4) !== 0, (now >>> 1) & 1);
  d.set(wordOf(Reg.eeprom), now);
  if ((now & 0xc0) !== 0x40) return;
  reset(d);
  d.set(wordOf(Reg.eeprom), 0);
}

function phyControl(d: Device, value: number): void {
  if (value & 0x8000)
    for (const at of [Reg.phyStatus, 0x66, Reg.partner, 0x6a, 0x74])
      d.set(wordOf(at), d.shape.privates[wordOf(at)] ?? 0);
  update(d, Reg.phyControl, value, 0xfdff);
}

function txConfig(d: Device, value: number): void {
  if (d.get(wordOf(Reg.command)) & 4) update(d, Reg.txConfig, value, 0xfcf0_f80f);
}

function writeByte(d: Device, at: number, value: number): void {
  switch (at) {
    case Reg.command:
      return command(d, value);
    case Reg.eeprom:
      return eepromWrite(d, value);
    case Reg.txConfig:
      return txConfig(d, (d.get(wordOf(at)) & ~0xff) | value);
    case Reg.haltClock:
      if (value === 0x52 || value === 0x48) d.set(wordOf(at), value === 0x52 ? 1 : 0);
      return;
    case 0x51:
    case 0x52:
    case 0x59:
    case 0x5a:
      if ((d.get(wordOf(Reg.eeprom)) & 0xc0) !== 0xc0) return;
  }
  const place = places.get(at);
  if (place?.width === 1) update(d, at, value, ~place.write);
}

function writeWord(d: Device, at: number, value: number): void {
  switch (at) {
    case Reg.interruptMask:
      update(d, at, value, 0x1e00);
      return interrupt(d);
    case Reg.interruptStatus:
      update(d, at, d.get(wordOf(at)) & ~value, 0x1e00);
      schedule(d);
      return interrupt(d);
    case Reg.rxPointer:
      return d.set(wordOf(at), (value + 0x10) % d.get(own.ring));
    case Reg.phyControl:
      return phyControl(d, value);
    case Reg.plusCommand:
      d.set(own.plus, 1);
      return update(d, at, value, 0xff84);
  }
  const place = places.get(at);
  // QEMU has no word register where the received address is: bytes take the write, and drop it
  if (place?.width === 2) update(d, at, value, ~place.write);
  else for (let i = 0; i < 2; i++) writeByte(d, at + i, (value >>> (i * 8)) & 0xff);
}

function writeLong(d: Device, at: number, value: number): void {
  if (at >= Reg.txStatus && at < Reg.txAddress) return transmit(d, at, value);
  switch (at) {
    case Reg.txConfig:
      return txConfig(d, value);
    case Reg.rxConfig:
      update(d, at, value, 0xf0fc_0040);
      return resetRing(d, 0x2000 << ((value >>> 11) & 3));
    case Reg.timer:
      setPair(d, own.base, d.now);
      return schedule(d);
    case Reg.rxMissed:
      return d.set(wordOf(at), 0);
    case Reg.timerInterrupt:
      if (d.get(wordOf(at)) === (value | 0)) return;
      d.set(wordOf(at), value);
      return schedule(d);
  }
  const place = places.get(at);
  if (place?.width === 4) update(d, at, value, ~place.write);
  else for (let i = 0; i < 4; i++) writeByte(d, at + i, (value >>> (i * 8)) & 0xff);
}

function readByte(d: Device, at: number): number {
  if (at >= Reg.txStatus && at < Reg.txAddress) return (d.get(wordOf(at & ~3)) >>> ((at & 3) * 8)) & 0xff;
  const place = places.get(at);
  const value = place?.width === 1 ? d.get(place.word) : 0;
  switch (at) {
    case Reg.command:
      return d.get(wordOf(Reg.rxPointer)) % d.get(own.ring) === 0 ? value | 1 : value;
    case Reg.eeprom:
      if ((value & 0xc0) !== 0x80) return value;
      return eeprom.read(d) ? value | 1 : value & ~1;
    case Reg.txConfig + 3:
      return d.get(wordOf(Reg.txConfig)) >>> 24;
    case Reg.media:
      return 0xd0 | (~d.get(wordOf(Reg.phyStatus)) & 0x04);
    case Reg.revision:
      return 0x20;
  }
  return value;
}

function readWord(d: Device, at: number): number {
  if (at >= Reg.txAddress && at < Reg.rxBuffer) return (d.get(wordOf(at & ~3)) >>> ((at & 2) * 8)) & 0xffff;
  if (at === Reg.txSummary) return txSummary(d);
  if (at === Reg.rxPointer) return (d.get(wordOf(at)) - 0x10) & 0xffff;
  const place = places.get(at);
  return place?.width === 2 ? d.get(place.word) : readByte(d, at) | (readByte(d, at + 1) << 8);
}

function readLong(d: Device, at: number): number {
  if (at === Reg.timer) return counter(d);
  const place = places.get(at);
  if (place?.width === 4) return d.get(place.word);
  return [0, 1, 2, 3].reduce((value, i) => value | (readByte(d, at + i) << (i * 8)), 0);
}

const registers: Ops = {
  name: 'RTL8139 registers',
  read: (d, at, size) => (size === 1 ? readByte : size === 2 ? readWord : readLong)(d, at),
  write: (d, at, value, size) => (size === 1 ? writeByte : size === 2 ? writeWord : writeLong)(d, at, value),
};

export const rtl8139: Model = {
  id: 'rtl8139',
  kind: 'network',
  bus: 'either',
  properties: [macProperty],
  shape: (context) => {
    const stretches = [{ from: 0, bytes: 0x100, ops: registers }];
    const shape = new ShapeBuilder({
      vendor: 0x10ec,
      device: 0x8139,
      revision: 0x20,
      classCode: 0x020000,
      pin: 1,
      multifunction: context.multifunction,
    })
      // points at a capability list that is not there; Status does not say that there is one
      .field(0x34, 1, 0xdc)
      .bar(0, 'io', 0x100, { stretches })
      .bar(1, 'mem32', 0x100, { stretches })
      .behave(
        { deadline: (d) => (d.get(own.running) ? pair(d, own.due) : undefined), expire },
        privates(context),
      )
      .surviving(survivors);
    const rom = romContents(0x10ec, 0x8139, 0x020000, 0x4_0000);
    return (hasRom(context) ? shape.bar(6, 'rom', 0x4_0000, { contents: rom }) : shape).done();
  },
};
