/** The firmware ROM at the top of 4 GiB and its copy below 1 MiB, both inside PCI memory space, behind every BAR. */
import type { Machine } from '../../engine/machine.ts';
import type { MapRange } from '../../engine/platform.ts';

const fourGiB = 0x1_0000_0000;
/** As large as SeaBIOS for PCI machines, when no firmware is given: its bytes are unknown and read 0xff. */
const usual = 0x4_0000;
const copied = 0x2_0000;

const bytesOf = (m: Machine): number => m.firmware?.length ?? usual;

/** Offset into the firmware at `address`, or -1. */
export function firmwareOffset(m: Machine, address: number): number {
  const bytes = bytesOf(m);
  if (address >= fourGiB - bytes && address < fourGiB) return address - (fourGiB - bytes);
  const copy = Math.min(bytes, copied);
  return address >= 0x10_0000 - copy && address < 0x10_0000 ? address - 0x10_0000 + bytes : -1;
}

export function firmwareRanges(m: Machine): readonly MapRange[] {
  const bytes = bytesOf(m);
  return [
    { space: 'memory', from: fourGiB - bytes, to: fourGiB - 1, kind: 'rom', name: 'firmware' },
    {
      space: 'memory',
      from: 0x10_0000 - Math.min(bytes, copied),
      to: 0xf_ffff,
      kind: 'rom',
      name: 'firmware (copy)',
    },
  ];
}
