/** i440FX: the PC's host bridge, 00:00.0 (qemu: hw/pci-host/i440fx.c, pam.c). What memory it shows is read from its words. */
import type { Machine } from '../../engine/machine.ts';
import { Under } from '../../engine/platform.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Shape } from '../../engine/shape.ts';

const PAM = 0x59;
const SMRAM = 0x72;
/** Where coreboot looks for the size of RAM, in units of 8 MiB. QEMU only. */
const RAM_SIZE = 0x57;

const dOpen = 0x40;

export const i440fx = (ramBytes: number): Shape =>
  new ShapeBuilder({ vendor: 0x8086, device: 0x1237, revision: 2, classCode: 0x060000 })
    .field(RAM_SIZE, 1, Math.min(255, Math.floor(ramBytes / 0x80_0000)), 0xff)
    .field(SMRAM, 1, 0x02, 0xff)
    .done();

const byteOf = (m: Machine, fn: number, at: number): number =>
  (m.word(fn, at >> 2) >>> ((at & 3) * 8)) & 0xff;

/**
 * What a Programmable Attribute Map nibble makes of C0000–FFFFF: bit 0 reads RAM, bit 1 writes RAM.
 * QEMU takes "read PCI, write RAM" for plain RAM.
 */
const attribute = [Under.pci, Under.ramReadOnly, Under.ram, Under.ram] as const;

/** Sets `claim.left`; `pam` is the first of the seven PAM registers. Shared with q35's host bridge. */
export function underPam(m: Machine, fn: number, pam: number, address: number): Under {
  // the first register's high nibble is F0000–FFFFF; then two regions of 16 KiB per register, low nibble first
  const region = address >= 0xf0000 ? 0 : ((address - 0xc0000) >> 14) + 1;
  const size = region === 0 ? 0x10000 : 0x4000;
  m.claim.left = size - (address & (size - 1));
  const nibble = byteOf(m, fn, pam + ((region + 1) >> 1)) >> (region & 1 ? 0 : 4);
  return attribute[nibble & 3] ?? Under.pci;
}

/** What the host bridge (function `fn`) shows below 1 MiB. */
export function underLow(m: Machine, fn: number, address: number): Under {
  m.claim.offset = address;
  if (address < 0xa0000) {
    m.claim.left = 0xa0000 - address;
    return Under.ram;
  }
  if (address < 0xc0000) {
    m.claim.left = 0xc0000 - address;
    return byteOf(m, fn, SMRAM) & dOpen ? Under.ram : Under.pciOverRam;
  }
  return underPam(m, fn, PAM, address);
}
