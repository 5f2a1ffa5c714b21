/** SATA index/data registers. Serial ATA AHCI 1.3 §2.4. */
import { field, register } from '../table.ts';
import { standard, standardLayout } from './capability.ts';

const bar = (value: number): string =>
  value === 15 ? 'config space' : value >= 4 ? `BAR${String(value - 4)}` : 'reserved';

export const sata = standard(
  0x12,
  'SATA HBA',
  standardLayout('sata', 8, [
    register(2, 2, 'SATA Capability 0', [
      field(3, 0, 'Minor Revision', 'ro'),
      field(7, 4, 'Major Revision', 'ro'),
      field(15, 8, 'SATA Capability 0 Reserved', 'rsvdp'),
    ]),
    register(4, 4, 'SATA Capability 1', [
      field(3, 0, 'BAR Location', 'ro', bar),
      field(23, 4, 'BAR Offset', 'ro', (value) => (value * 4).toString(16).padStart(8, '0')),
      field(31, 24, 'SATA Capability 1 Reserved', 'rsvdp'),
    ]),
  ]),
);
