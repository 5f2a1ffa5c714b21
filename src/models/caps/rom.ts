/** An expansion ROM with a valid header and nothing to run: the signature, a PCI data structure, then zeroes. */
import type { Context } from '../model.ts';

const dataStructure = 0x1c;

/** The first `bytes` (only what is not zero is stored). PCI Firmware Specification, expansion ROM contents. */
export function romContents(vendor: number, device: number, classCode: number, bytes: number): Uint8Array {
  const rom = new Uint8Array(0x40);
  const put16 = (at: number, value: number): void => {
    rom[at] = value & 0xff;
    rom[at + 1] = value >>> 8;
  };
  rom.set([0x55, 0xaa, Math.min(bytes / 512, 255), 0xcb], 0); // the initialization entry is a far return
  put16(0x18, dataStructure);
  rom.set([0x50, 0x43, 0x49, 0x52], dataStructure); // "PCIR"
  put16(dataStructure + 4, vendor);
  put16(dataStructure + 6, device);
  put16(dataStructure + 0xa, 0x18);
  rom.set([classCode & 0xff, (classCode >>> 8) & 0xff, classCode >>> 16], dataStructure + 0xd);
  put16(dataStructure + 0x10, Math.min(bytes / 512, 0xffff));
  rom[dataStructure + 0x15] = 0x80; // the last image
  return rom;
}

/** Does a function with a default ROM carry it? `romfile=` (empty) and `rombar=0` take it away. */
export const hasRom = ({ text, number }: Context): boolean =>
  text('romfile') !== '' && number('rombar') !== 0;
