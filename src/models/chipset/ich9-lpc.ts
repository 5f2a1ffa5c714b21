/** ICH9 LPC bridge, 8086:2918, function 00:1f.0 of q35 (qemu: hw/isa/lpc_ich9.c, hw/acpi/ich9.c). */
import type { Device } from '../../engine/device.ts';
import type { Machine } from '../../engine/machine.ts';
import type { FixedRange } from '../../engine/platform.ts';
import { backing } from '../../engine/route.ts';
import { pmControlWord, pmRanges } from './acpi-pm.ts';
import { noPorts } from './legacy-ports.ts';
import { tco, tcoPrivates, tcoRegisters } from './ich9-tco.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops, Shape } from '../../engine/shape.ts';
import { Global } from '../../engine/words.ts';

const PMBASE = 0x40;
const ACPI_CNTL = 0x44;
const PIRQA = 0x60;
const PIRQE = 0x68;
const LPC_EN = 0x82;
const GEN_PMCON_1 = 0xa0;
const RCBA = 0xf0;

/** `noReboot` and `spares`: see ich9-tco.ts. */
export const ich9Lpc = (noReboot = true, spares = false, { serial, parallel } = noPorts): Shape =>
  new ShapeBuilder({ vendor: 0x8086, device: 0x2918, revision: 2, classCode: 0x060100, multifunction: true })
    // the enable and interrupt bits of ACPI_CNTL are writable one register too early
    .word(PMBASE, 1, 0xff87)
    .word(PIRQA, 0x8080_8080 | 0, -1)
    .word(PIRQE, 0x8080_8080 | 0, -1)
    .resetting(PMBASE, -1)
    .resetting(ACPI_CNTL, 0xff)
    .resetting(PIRQA, -1)
    .resetting(PIRQE, -1)
    .resetting(RCBA, -1)
    .field(LPC_EN, 1, (serial > 0 ? 1 : 0) | (serial > 1 ? 2 : 0) | (parallel ? 4 : 0), 0xff)
    .watch(GEN_PMCON_1)
    .behave(
      {
        configWritten: lockSmi,
        deadline: (device) => watchdog.behave.deadline(device),
        expire: (device) => watchdog.behave.expire(device),
      },
      tcoPrivates(noReboot, spares),
      'never',
    )
    .done();

/** SMI_LOCK cannot be cleared again, not even by a reset. */
function lockSmi(device: Device, word: number, old: number): void {
  if (old & 0x10) device.setWord(word, device.word(word) | 0x10);
}

/** Where PIRQ A–H (0–7) goes on the interrupt controller pair, or -1 while it is not routed there. A new route counts from the line's next change. */
export function pirqRoute(m: Machine, fn: number, pirq: number): number {
  const route = m.word(fn, (pirq < 4 ? PIRQA : PIRQE) >> 2) >>> ((pirq & 3) * 8);
  return route & 0x80 ? -1 : route & 0x0f;
}

// ── the root complex register block: 16 KiB that hold what is written ────────

const rcrbBytes = 0x4000;
const D31IR = 0x3140;
const GCS = 0x3410;
/** Dxx Interrupt Route: where it lies for devices 25–29 and 31. Device 30 is hard-wired. */
const routes = new Map([
  [25, 0x3150],
  [26, 0x314c],
  [27, 0x3148],
  [28, 0x3146],
  [29, 0x3144],
  [31, D31IR],
]);

const rcrbAt = (fn: number, offset: number): number => backing(fn, 7) + offset;

/** Back to reset values: zero but for the interrupt routes and No Reboot. */
export function resetRcrb(m: Machine, fn: number): void {
  const { image } = m;
  for (let offset = 0; offset < rcrbBytes; offset += 4) {
    const word = image.find(rcrbAt(fn, offset));
    if (word >= 0) image.set(word, 0);
  }
  for (const offset of [D31IR, 0x3144, 0x3148, 0x314c, 0x3150]) {
    image.set(image.touch(rcrbAt(fn, offset)), offset === 0x3144 ? 0x3210_3210 : 0x3210);
  }
  image.set(image.touch(rcrbAt(fn, GCS)), 0x20);
}

function readByte(m: Machine, fn: number, offset: number): number {
  const word = m.image.find(rcrbAt(fn, offset));
  return word < 0 ? 0 : (m.image.get(word) >>> ((offset & 3) * 8)) & 0xff;
}

const rcrbOps = (fn: number): Ops => ({
  name: 'root complex registers',
  read: ({ machine }, offset, bytes) => {
    let value = 0;
    for (let i = 0; i < bytes; i++) value |= readByte(machine, fn, offset + i) << (i * 8);
    return value;
  },
  write: ({ machine: { image } }, offset, value, bytes) => {
    for (let i = 0; i < bytes; i++) {
      const word = image.touch(rcrbAt(fn, offset + i));
      const shift = ((offset + i) & 3) * 8;
      image.set(word, (image.get(word) & ~(0xff << shift)) | (((value >>> (i * 8)) & 0xff) << shift));
    }
  },
});

/** Where the root complex registers lie, or -1 while RCBA is not enabled. */
export const rcrbBase = (m: Machine, fn: number): number => {
  const rcba = m.word(fn, RCBA >> 2);
  return rcba & 1 ? (rcba & 0xffff_c000) >>> 0 : -1;
};

/** PIRQ (0–7 for A–H) that pin 0–3 of root-bus device `slot` is wired to. */
export function pirqOf(m: Machine, fn: number, device: number, line: number): number {
  // one row of four pins after the other: a negative pin, which QEMU's expanders make, is one of a device before
  const slot = (device * 4 + line) >> 2;
  const pin = line & 3;
  const register = routes.get(slot);
  if (register === undefined) return slot === 30 ? pin + 4 : ((slot + pin) & 3) + 4;
  return ((readByte(m, fn, register) | (readByte(m, fn, register + 1) << 8)) >>> (pin * 4)) & 7;
}

// ── fixed ports, their values in the platform's private words ────────────────

/** The platform's private words, counted from where q35 puts them. */
const Lpc = {
  reset: 0,
  apm: 1,
  pm1: 2,
  gpe: 6,
  smi: 10,
  tco: 11,
} as const;

/** Their reset values. */
export const lpcPrivates: readonly number[] = [...Array.from({ length: Lpc.tco }, () => 0), ...tcoRegisters];

/** A reset leaves the APM ports and the watchdog alone. */
export const lpcSurvives: readonly number[] = [Lpc.apm, ...tcoRegisters.map((_, i) => Lpc.tco + i)];

/** RST_CNT over the second byte of CONFIG_ADDRESS. */
const resetControl: Ops = {
  name: 'reset control',
  read: (device) => device.get(Lpc.reset),
  write: (device, _offset, value) => {
    if (value & 4) device.machine.reset(0xcf9);
    else device.set(Lpc.reset, value & 0x0a);
  },
};

const byteOf = (word: number, byte: number): number => (word >>> (byte * 8)) & 0xff;

const withByte = (word: number, byte: number, value: number): number =>
  (word & ~(0xff << (byte * 8))) | ((value & 0xff) << (byte * 8));

const apm: Ops = {
  name: 'APM',
  impl: { min: 1, max: 1 },
  read: (device, offset) => byteOf(device.get(Lpc.apm), offset & 1),
  write: (device, offset, value) => {
    device.set(Lpc.apm, withByte(device.get(Lpc.apm), offset & 1, value));
    if (offset !== 0) return;
    const control = device.get(pmControlWord(Lpc.pm1));
    if (value === 2) device.set(pmControlWord(Lpc.pm1), control | 1);
    else if (value === 3) device.set(pmControlWord(Lpc.pm1), control & ~1);
  },
};

const gpe: Ops = {
  name: 'GPE0',
  valid: { min: 1, max: 4 },
  impl: { min: 1, max: 1 },
  read: (device, offset) => byteOf(device.get(Lpc.gpe + (offset >> 2)), offset & 3),
  write: (device, offset, value) => {
    const at = Lpc.gpe + (offset >> 2);
    const old = byteOf(device.get(at), offset & 3);
    device.set(at, withByte(device.get(at), offset & 3, offset < 8 ? old & ~value : value));
  },
};

/** Something was plugged in or is to leave: bit 1 of GPE0's status. The block's words begin at platform word `first`. */
export function pciHotPlugEvent(m: Machine, first: number): void {
  const word = Global.platform + first + Lpc.gpe;
  m.image.set(word, m.image.get(word) | 2);
}

const smi: Ops = {
  name: 'SMI enable and status',
  valid: { min: 4, max: 4 },
  read: (device, offset) => (offset === 0 ? device.get(Lpc.smi) : 0),
  write: (device, offset, value) => {
    if (offset !== 0) return;
    const locked = (device.machine.word(lpcOf(device.machine), GEN_PMCON_1 >> 2) & 0x10) !== 0;
    device.set(Lpc.smi, locked ? (value & ~1) | (device.get(Lpc.smi) & 1) : value);
  },
};

const lpcOf = (m: Machine): number => m.functionAt(0, 0xf8);

/** The chipset's No Reboot bit. */
const mayNotReboot = (m: Machine): boolean => (readByte(m, lpcOf(m), GCS) & 0x20) !== 0;

const watchdog = tco(Lpc.tco, (m) => m.device(lpcOf(m)), mayNotReboot);

/** Ports of the power-management block, or -1 while ACPI_CNTL does not enable it. */
const pmBase = (m: Machine): number => {
  const fn = lpcOf(m);
  if ((m.word(fn, ACPI_CNTL >> 2) & 0x80) === 0) return -1;
  const base = m.word(fn, PMBASE >> 2) & 0xff80;
  return base === 0 ? -1 : base;
};

const pm = (from: number, bytes: number, ops: Ops): FixedRange => ({
  space: 'io',
  from,
  to: from + bytes - 1,
  ops,
  moves: pmBase,
});

/** What the LPC bridge, function `fn`, answers outside PCI. */
export const lpcRanges = (fn: number): readonly FixedRange[] => [
  { space: 'io', from: 0xcf9, to: 0xcf9, ops: resetControl },
  ...pmRanges(Lpc.pm1, pmBase),
  pm(0x20, 16, gpe),
  pm(0x30, 8, smi),
  pm(0x60, 32, watchdog.ops),
  { space: 'io', from: 0xb2, to: 0xb3, ops: apm },
  { space: 'memory', from: 0, to: rcrbBytes - 1, ops: rcrbOps(fn), moves: (m) => rcrbBase(m, fn) },
];
