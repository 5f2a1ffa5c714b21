/** PIIX4's power management, function 00:01.3 of pc: ACPI's registers and an SMBus host, at ports that it moves (qemu: hw/acpi/piix4.c). */
import type { FixedRange } from '../../engine/platform.ts';
import type { Machine } from '../../engine/machine.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Shape } from '../../engine/shape.ts';
import { pmRanges, pmWords } from './acpi-pm.ts';
import { noPorts } from './legacy-ports.ts';
import { resettable } from './piix3.ts';
import { smbusHost, smbusHostPrivates } from './smbus-host.ts';

const PMBASE = 0x40;
/** Bit 0 switches the power-management ports on. */
const PMREGMISC = 0x80;
const SMBBASE = 0x90;
/** Bit 0 of byte d2h switches the SMBus ports on. */
const SMBHSTCFG = 0xd0;

export const piix4Pm = ({ serial, parallel } = noPorts): Shape =>
  resettable(
    new ShapeBuilder({ vendor: 0x8086, device: 0x7113, revision: 3, classCode: 0x068000, pin: 1 }).field(
      0x06,
      2,
      0x0280,
      0,
      0xf900,
    ),
    [[PMBASE, 0x01], ...[0x58, 0x59, 0x5a, 0x5b, PMREGMISC].map((where) => [where, 0] as const)],
  )
    .field(0x5f, 1, parallel ? 0x90 : 0x10, 0xff)
    .field(0x63, 1, 0x60, 0xff)
    .field(0x67, 1, (serial > 0 ? 0x08 : 0) | (serial > 1 ? 0x90 : 0), 0xff)
    .word(SMBBASE, 0xb101, -1)
    .field(0xd2, 1, 0x09, 0xff)
    .done();

/** Platform private words: ACPI's registers, then the SMBus host's, which no reset touches. */
export const piix4Privates: readonly number[] = [
  ...Array.from({ length: pmWords }, () => 0),
  ...smbusHostPrivates(true),
];
export const piix4Survives = (own: number): readonly number[] =>
  piix4Privates.slice(pmWords).map((_, i) => own + pmWords + i);

/** What function `fn` answers outside its BARs; words from `own` on. */
export function piix4Ranges(fn: number, own: number): readonly FixedRange[] {
  const pmBase = (m: Machine): number =>
    m.word(fn, PMREGMISC >> 2) & 1 ? m.word(fn, PMBASE >> 2) & 0xffc0 : -1;
  const smbusBase = (m: Machine): number =>
    (m.word(fn, SMBHSTCFG >> 2) >>> 16) & 1 ? m.word(fn, SMBBASE >> 2) & 0xffc0 : -1;
  const smbus = smbusHost(own + pmWords, () => {});
  return [...pmRanges(own, pmBase), { space: 'io', from: 0, to: 0x3f, ops: smbus, moves: smbusBase }];
}
