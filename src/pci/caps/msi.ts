/** MSI. PCI Local Bus 3.0 §6.8.1: four lengths, told by the 64-bit and per-vector-mask bits. */
import type { Layout } from '../fields.ts';
import { bit, field, register, type Block } from '../table.ts';
import { standard, standardLayout } from './capability.ts';

const vectors = (value: number): string => (value < 6 ? String(1 << value) : 'reserved');

const control = register(2, 2, 'Message Control', [
  bit(0, 'MSI Enable', 'rw', 'Enable'),
  field(3, 1, 'Multiple Message Capable', 'ro', vectors),
  field(6, 4, 'Multiple Message Enable', 'rw', vectors, 'Count'),
  bit(7, '64-bit Address Capable', 'ro', '64bit'),
  bit(8, 'Per-Vector Masking Capable', 'ro', 'Maskable'),
  bit(9, 'Extended Message Data Capable', 'ro'),
  bit(10, 'Extended Message Data Enable', 'rw'),
  field(15, 11, 'Message Control Reserved', 'rsvdp'),
]);

/** The MSI registers of a function with 64-bit addresses and per-vector masks, or without. */
export function msiLayout(wide: boolean, maskable: boolean): Layout {
  const data = wide ? 12 : 8;
  const blocks: Block[] = [
    control,
    register(4, 4, 'Message Address', [
      field(1, 0, 'Message Address Reserved', 'rsvdp'),
      field(31, 2, 'Message Address', 'rw', (value) => (value * 4).toString(16).padStart(8, '0'), 'Address'),
    ]),
  ];
  if (wide) blocks.push(register(8, 4, 'Message Upper Address', 'rw'));
  blocks.push(register(data, 2, 'Message Data', 'rw'));
  if (maskable) {
    blocks.push(
      register(data + 2, 2, 'Extended Message Data', 'rw'),
      register(data + 4, 4, 'Mask Bits', 'rw'),
      register(data + 8, 4, 'Pending Bits', 'ro'),
    );
  }
  return standardLayout('msi', maskable ? data + 12 : data + 2, blocks);
}

export const msi = standard(0x05, 'MSI', msiLayout(false, false), (word) =>
  msiLayout((word(0) & (1 << 23)) !== 0, (word(0) & (1 << 24)) !== 0),
);
