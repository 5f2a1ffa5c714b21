/** 82P35 memory controller hub, 8086:29c0: the q35 host bridge (qemu: hw/pci-host/q35.c). */
import { join } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import type { Machine } from '../../engine/machine.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Shape } from '../../engine/shape.ts';

const EXT_TSEG = 0x50;
const PCIEXBAR = 0x60;
const PAM0 = 0x90;
/** F_SMBASE (byte 0), SMRAM (1) and ESMRAMC (2) share a word. */
const SMRAM = 0x9c;

const open = 0x4000;
const lock = 0x1000;
const enable = 0x0800;
const highSmram = 0x80_0000;
const tsegEnable = 0x01_0000;

/** Extended TSEG of QEMU's default, MiB. */
const extendedTseg = 16;

/** Private words: the ECAM window as it is mapped, which a reserved length in PCIEXBAR leaves as it was. */
const Ecam = { low: 0, high: 1, bytes: 2 } as const;
/** Private word: F_SMBASE is no more than memory. */
const plainSmbase = 3;

/** `smbase`: locks away the memory at SMBASE, as machines since pc-q35-4.2 do. */
export const mch = (smbase = true): Shape =>
  new ShapeBuilder({ vendor: 0x8086, device: 0x29c0, classCode: 0x060000 })
    .field(EXT_TSEG, 2, extendedTseg, 0xffff)
    .word(PCIEXBAR, 0xb000_0000 | 0, -1)
    .word(SMRAM, 0x0038_0200, 0xff87_78ff | 0)
    .resetting(EXT_TSEG, 0xffff)
    .resetting(PCIEXBAR, -1)
    .resetting(PCIEXBAR + 4, -1)
    .resetting(SMRAM, 0x00ff_ffff)
    .watch(EXT_TSEG)
    .watch(PCIEXBAR)
    .watch(PCIEXBAR + 4)
    .watch(SMRAM)
    .behave({ configWritten: written }, [0, 0, 0, smbase ? 0 : 1])
    .done();

function written(device: Device, word: number, old: number, lanes: number): void {
  if (word === EXT_TSEG >> 2) {
    // all ones asks how large the extended TSEG is
    const now = device.word(word);
    if ((lanes & 0xffff) !== 0 && (now & 0xffff) === 0xffff)
      device.setWord(word, (now & ~0xffff) | extendedTseg);
  } else if (word === SMRAM >> 2) {
    let now = device.word(word);
    if (lanes & 0xff && device.get(plainSmbase) === 0)
      now = (now & ~0xff) | smbaseLock(old & 0xff, now & 0xff);
    // D_LCK closes D_OPEN and leaves only D_CLS writable, until reset
    if (old & lock) now = (now & 0xff00_20ff) | (old & 0x00ff_df00);
    if ((lanes & 0xff_ff00) !== 0 && now & lock) now &= ~open;
    device.setWord(word, now);
  } else updateEcam(device);
}

/** F_SMBASE: 0 at reset, where only 0xff (a query) is taken; then 1, where only the lock bit is; then 2 for good. */
function smbaseLock(old: number, now: number): number {
  if (old === 0) return now === 0xff ? 1 : 0;
  if (old === 1) return now & 2 ? 2 : 1;
  return 2;
}

/** Maps, moves or unmaps ECAM as PCIEXBAR says. The address masks of the shorter lengths are QEMU's, a bit lower than silicon's. */
function updateEcam(device: Device): void {
  const low = device.word(PCIEXBAR >> 2);
  const length = (low >>> 1) & 3;
  if (length === 3) return;
  const mask = 0xf000_0000 | (length === 1 ? 0x0600_0000 : length === 2 ? 0x0200_0000 : 0);
  device.set(Ecam.low, low & mask);
  device.set(Ecam.high, device.word((PCIEXBAR >> 2) + 1) & 0xf);
  device.set(Ecam.bytes, low & 1 ? 0x1000_0000 >> length : 0);
}

/** Where function `fn`, the MCH, maps ECAM now; `bytes` is 0 while it does not. */
export function ecamWindow(m: Machine, fn: number): { from: number; bytes: number } {
  const at = m.models(fn);
  return {
    from: join(m.image.get(at + Ecam.high), m.image.get(at + Ecam.low)),
    bytes: m.image.get(at + Ecam.bytes),
  };
}

/** Attribute (0–3) of PAM region `n`: 0 is F0000–FFFFF, 1–12 are the 16 KiB pieces from C0000. */
export function pam(m: Machine, fn: number, n: number): number {
  const byte = PAM0 + ((n + 1) >> 1);
  return (m.word(fn, byte >> 2) >>> ((byte & 3) * 8 + (n & 1 ? 0 : 4))) & 3;
}

/** RAM shows at A0000–BFFFF: SMRAM is open and not moved high. */
export const isSmramOpen = (m: Machine, fn: number): boolean =>
  (m.word(fn, SMRAM >> 2) & (open | highSmram)) === open;

/** RAM of A0000 shows at FEDA0000. */
export const isHighSmramOpen = (m: Machine, fn: number): boolean =>
  (m.word(fn, SMRAM >> 2) & (open | highSmram)) === (open | highSmram);

/** Bytes of TSEG at the top of low RAM, hidden from everything but SMM; 0 when off. */
export function tsegBytes(m: Machine, fn: number): number {
  const word = m.word(fn, SMRAM >> 2);
  if ((word & (enable | tsegEnable)) !== (enable | tsegEnable)) return 0;
  const size = (word >>> 17) & 3;
  return [0x10_0000, 0x20_0000, 0x80_0000, extendedTseg * 0x10_0000][size] ?? 0;
}

/** The 128 KiB at 30000 are locked away for SMM. */
export const isSmbaseLocked = (m: Machine, fn: number): boolean =>
  (m.word(fn, SMRAM >> 2) & 0xff) === 2 && m.image.get(m.models(fn) + plainSmbase) === 0;
