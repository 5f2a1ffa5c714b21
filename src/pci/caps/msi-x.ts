/** MSI-X. PCI Local Bus 3.0 §6.8.2. */
import { bit, field, register, type Block } from '../table.ts';
import { standard, standardLayout } from './capability.ts';

const place = (at: number, name: string): Block =>
  register(at, 4, `${name} Offset/BIR`, [
    field(2, 0, `${name} BIR`, 'ro', (value) => `BAR=${String(value)}`),
    field(31, 3, `${name} Offset`, 'ro', (value) => (value * 8).toString(16).padStart(8, '0')),
  ]);

export const msiX = standard(
  0x11,
  'MSI-X',
  standardLayout('msi-x', 12, [
    register(2, 2, 'Message Control', [
      field(10, 0, 'Table Size', 'ro', (value) => String(value + 1), 'Count'),
      field(13, 11, 'Message Control Reserved', 'rsvdp'),
      bit(14, 'Function Mask', 'rw', 'Masked'),
      bit(15, 'MSI-X Enable', 'rw', 'Enable'),
    ]),
    place(4, 'Table'),
    place(8, 'PBA'),
  ]),
);
