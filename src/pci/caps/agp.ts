/** AGP. Accelerated Graphics Port Interface 3.0 §4.1. */
import { bit, field, register } from '../table.ts';
import { standard, standardLayout } from './capability.ts';

const rate = (value: number): string =>
  [1, 2, 4]
    .filter((bits) => value & bits)
    .map((bits) => `x${String(bits)}`)
    .join(',') || 'none';

const half = (name: string, access: 'ro' | 'rw') => [
  field(2, 0, `${name} Rate`, access, rate, 'Rate'),
  bit(3, `${name} AGP 3.0 Mode`, 'ro'),
  bit(4, `${name} Fast Write`, access, 'FW'),
  bit(5, `${name} Over 4 GiB`, access, '64bit'),
];

export const agp = standard(
  0x02,
  'AGP',
  standardLayout('agp', 12, [
    register(2, 1, 'AGP Version', [field(3, 0, 'Minor Version', 'ro'), field(7, 4, 'Major Version', 'ro')]),
    register(4, 4, 'AGP Status', [
      ...half('Status', 'ro'),
      bit(9, 'Status Sideband Addressing', 'ro', 'SBA'),
      field(31, 24, 'Status Request Queue Depth', 'ro', (value) => String(value + 1), 'RQ'),
    ]),
    register(8, 4, 'AGP Command', [
      ...half('Command', 'rw'),
      bit(8, 'AGP Enable', 'rw', 'AGP'),
      bit(9, 'Command Sideband Addressing', 'rw', 'SBA'),
      field(31, 24, 'Command Request Queue Depth', 'rw', (value) => String(value + 1), 'RQ'),
    ]),
  ]),
);
