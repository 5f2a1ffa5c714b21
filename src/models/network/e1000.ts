/** e1000: Intel's 8254x Gigabit Ethernet (qemu: hw/net/e1000.c). Registers, EEPROM, PHY and interrupts; no packets move. */
import { highWord, join, lowWord } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Context, Model } from '../model.ts';
import { hasRom, romContents } from '../caps/rom.ts';
import { macOf, macProperty } from './mac.ts';

const CTRL = 0x0000;
const STATUS = 0x0008;
const EECD = 0x0010;
const EERD = 0x0014;
const MDIC = 0x0020;
const VET = 0x0038;
const ICR = 0x00c0;
const ITR = 0x00c4;
const ICS = 0x00c8;
const IMS = 0x00d0;
const IMC = 0x00d8;
const LEDCTL = 0x0e00;
const PBA = 0x1000;
const RDTR = 0x2820;
const RADV = 0x282c;
const MANC = 0x5820;
const RECEIVE_ADDRESS = 0x5400;

/** Registers that hold what is written: offset, words, writable bits (all when missing). */
const held: readonly (readonly [at: number, words: number, write?: number])[] = [
  [CTRL, 1, ~0x0400_0000],
  [STATUS, 1, 0],
  [EERD, 1],
  [MDIC, 1],
  [VET, 1],
  [ICR, 1],
  [IMS, 1],
  [ITR, 1, 0xffff],
  [0x0100, 1], // RCTL
  [0x0400, 1], // TCTL
  [LEDCTL, 1],
  [PBA, 1],
  [0x2800, 2], // RDBA
  [0x2808, 1, 0xf_ff80],
  [0x2810, 1, 0xffff],
  [0x2818, 1, 0xffff],
  [RDTR, 1, 0xffff],
  [RADV, 1, 0xffff],
  [0x3800, 2], // TDBA
  [0x3808, 1, 0xf_ff80],
  [0x3810, 1, 0xffff],
  [0x3818, 1, 0xffff],
  [0x3828, 1],
  [0x382c, 1, 0xffff],
  [0x5200, 128], // multicast table
  [RECEIVE_ADDRESS, 32],
  [0x5600, 128], // VLAN filter
  [0x5800, 1], // WUC
  [0x5808, 1], // WUFC
  [0x5810, 1], // WUS
  [MANC, 1, 0],
  [0x5b50, 1], // SWSM
];

/** Register offset / 4 → its private word and writable bits. */
const places = new Map<number, { readonly word: number; readonly write: number }>();
let next = 0;
for (const [at, words, write = -1] of held) {
  for (let i = 0; i < words; i++) places.set((at >> 2) + i, { word: next++, write });
}
const wordOf = (at: number): number => places.get(at >> 2)?.word ?? 0;

/** Interrupt mitigation: the pin's level, whether a quiet time runs, and until when. */
const quiet = { level: next++, running: next++, until: next++, untilHigh: next++ } as const;

const phyFirst = next;
const phyWords = 32;
const eepromFirst = phyFirst + phyWords;
const eepromWords = 64;

/** PHY registers at reset; those not named are not there. Bit 0 readable, bit 1 writable. */
const phy: Readonly<Record<number, readonly [reset: number, access: number]>> = {
  0: [0x1140, 3],
  1: [0x794d, 1],
  2: [0x0141, 1],
  3: [0, 1], // the chip's
  4: [0x0de1, 3],
  5: [0x01e0, 1],
  6: [0, 1],
  9: [0x0e00, 3],
  10: [0x3c00, 1],
  16: [0x0360, 3],
  17: [0xac00, 1],
  20: [0x0d60, 3],
  21: [0, 1],
};

/** A part of Intel's EEPROM map that drivers read: MAC address, ids, checksum word 63 making the sum 0xbaba. */
function eeprom(mac: readonly number[], device: number): number[] {
  const words = Array.from({ length: eepromWords }, () => 0xffff);
  for (let i = 0; i < 3; i++) words[i] = (mac[2 * i] ?? 0) | ((mac[2 * i + 1] ?? 0) << 8);
  words.splice(3, 13, 0, 0xffff, 0, 0, 0, 0x3000, 0x1000, 0x6403, device, 0x8086, device, 0x8086, 0x3040);
  const sum = words.slice(0, 63).reduce((a, b) => a + b, 0);
  words[63] = (0xbaba - sum) & 0xffff;
  return words;
}

function resetWords(context: Context, device: number, phyId: number): number[] {
  const words = Array.from({ length: eepromFirst }, () => 0);
  const set = (at: number, value: number): void => void (words[wordOf(at)] = value | 0);
  set(CTRL, 0x0014_0240);
  set(STATUS, 0x8008_0783);
  set(LEDCTL, 0x602);
  set(PBA, 0x0010_0030);
  set(MANC, 0x0022_2300);
  set(VET, 0x8100);
  const mac = macOf(context);
  const byte = (i: number): number => mac[i] ?? 0;
  set(RECEIVE_ADDRESS, byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24));
  set(RECEIVE_ADDRESS + 4, byte(4) | (byte(5) << 8) | (0x8000 << 16));
  for (const [index, [reset]] of Object.entries(phy)) words[phyFirst + Number(index)] = reset;
  words[phyFirst + 3] = phyId;
  return [...words, ...eeprom(mac, device)];
}

/** The causes change; the pin follows those that are not masked, but does not rise again while mitigation lasts. */
function setCauses(device: Device, causes: number): void {
  device.set(wordOf(ICR), causes);
  const pending = causes & device.get(wordOf(IMS));
  if (pending !== 0 && device.get(quiet.level) === 0) {
    if (device.get(quiet.running)) return;
    startQuiet(device, pending);
  }
  device.set(quiet.level, pending === 0 ? 0 : 1);
  device.intx(pending !== 0);
}

const receiveTimer = 0x80;
/** Delays count in 256 ns; fewer than 500 are not possible: at most 7813 interrupts a second. */
const delayUnit = 256;
const leastDelay = 500;

/** After an interrupt there is none for a while: the Interrupt Throttling Rate, or the absolute receive delay if shorter. */
function startQuiet(device: Device, pending: number): void {
  const delays = [device.get(wordOf(ITR))];
  if (device.get(wordOf(RDTR)) !== 0 && pending & receiveTimer) delays.push(device.get(wordOf(RADV)) * 4);
  const delay = Math.min(...delays.filter((n) => n !== 0));
  const until = device.now + Math.max(Number.isFinite(delay) ? delay : 0, leastDelay) * delayUnit;
  device.set(quiet.running, 1);
  device.set(quiet.until, lowWord(until));
  device.set(quiet.untilHigh, highWord(until));
}

function endQuiet(device: Device): void {
  device.set(quiet.running, 0);
  setCauses(device, device.get(wordOf(ICR)));
}

function readEeprom(device: Device): number {
  const order = device.get(wordOf(EERD));
  if ((order & 1) === 0) return order;
  const index = (order & ~1) >>> 8;
  const done = (order & ~1) | 0x10;
  return index < eepromWords ? done | (device.get(eepromFirst + index) << 16) : done;
}

/** One transaction with the PHY (number 1): bits 31:30 error, interrupt; 28 ready; 27 read, 26 write; 25:21 PHY; 20:16 register. */
function mdio(device: Device, order: number): void {
  const index = (order >>> 16) & 31;
  const access = phy[index]?.[1] ?? 0;
  const word = phyFirst + index;
  let result = order;
  if (((order >>> 21) & 31) !== 1) result = device.get(wordOf(MDIC)) | (1 << 30);
  else if (order & 0x0800_0000) {
    result = access & 1 ? (order & ~0xffff) | device.get(word) : order | (1 << 30);
  } else if (order & 0x0400_0000) {
    if (access & 2) device.set(word, index === 0 ? order & 0xffff & ~0x823f : order & 0xffff);
    else result = order | (1 << 30);
  }
  device.set(wordOf(MDIC), result | (1 << 28));
  if (result & (1 << 29)) setCauses(device, device.get(wordOf(ICR)) | 0x200);
}

const registers: Ops = {
  name: 'e1000 registers',
  impl: { min: 4, max: 4 },
  read: (device, offset) => {
    const at = offset & 0x1fffc;
    if (at === ICS) return device.get(wordOf(ICR));
    if (at === EERD) return readEeprom(device);
    if (at === EECD) return 0x188;
    const place = places.get(at >> 2);
    const value = place ? device.get(place.word) : 0;
    if (at === ICR) setCauses(device, 0);
    return value;
  },
  write: (device, offset, value) => {
    const at = offset & 0x1fffc;
    const causes = device.get(wordOf(ICR));
    switch (at) {
      case ICR:
        return setCauses(device, causes & ~value);
      case ICS:
        return setCauses(device, causes | value);
      case IMS:
        device.set(wordOf(IMS), device.get(wordOf(IMS)) | value);
        return setCauses(device, causes);
      case IMC:
        device.set(wordOf(IMS), device.get(wordOf(IMS)) & ~value);
        return setCauses(device, causes);
      case MDIC:
        return mdio(device, value);
    }
    const place = places.get(at >> 2);
    if (place && place.write !== 0) device.set(place.word, value & place.write);
  },
};

const ports: Ops = { name: 'e1000 I/O', read: () => 0, write: () => {} };

const card = (id: string, device: number, phyId: number): Model => ({
  id,
  kind: 'network',
  bus: 'either',
  properties: [macProperty],
  shape: (context) => {
    const { multifunction } = context;
    const shape = new ShapeBuilder({
      vendor: 0x8086,
      device,
      revision: 3,
      classCode: 0x020000,
      pin: 1,
      multifunction,
    })
      .bar(0, 'mem32', 0x20000, { stretches: [{ from: 0, bytes: 0x20000, ops: registers }] })
      .bar(1, 'io', 0x40, { stretches: [{ from: 0, bytes: 0x40, ops: ports }] })
      .behave(
        {
          deadline: (d) =>
            d.get(quiet.running) ? join(d.get(quiet.untilHigh), d.get(quiet.until)) : undefined,
          expire: endQuiet,
        },
        resetWords(context, device, phyId),
      );
    const rom = romContents(0x8086, device, 0x020000, 0x40000);
    return (hasRom(context) ? shape.bar(6, 'rom', 0x40000, { contents: rom }) : shape).done();
  },
});

export const e1000 = card('e1000', 0x100e, 0x0c20);
/** With the ids of two sister chips. */
export const e1000Sisters: readonly Model[] = [
  card('e1000-82544gc', 0x100c, 0x0c30),
  card('e1000-82545em', 0x100f, 0x0c20),
];
