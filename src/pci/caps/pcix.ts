/** PCI-X, of endpoints and of bridges. PCI-X Protocol Addendum 2.0a §7.2. */
import { among, bit, field, register, type Part } from '../table.ts';
import { standard, standardLayout } from './capability.ts';

const split = among('1', '2', '3', '4', '8', '12', '16', '32');
const bytes = among('512', '1024', '2048', '4096');

const endpoint = standardLayout('pci-x', 8, [
  register(2, 2, 'PCI-X Command', [
    bit(0, 'Data Parity Error Recovery Enable', 'rw', 'DPERE'),
    bit(1, 'Enable Relaxed Ordering', 'rw', 'ERO'),
    field(3, 2, 'Maximum Memory Read Byte Count', 'rw', bytes, 'RBC'),
    field(6, 4, 'Maximum Outstanding Split Transactions', 'rw', split, 'OST'),
    field(13, 12, 'PCI-X Capability Version', 'ro'),
  ]),
  register(4, 4, 'PCI-X Status', [
    field(2, 0, 'Function Number', 'ro'),
    field(7, 3, 'Device Number', 'ro'),
    field(15, 8, 'Bus Number', 'ro'),
    bit(16, '64-bit Device', 'ro', '64bit'),
    bit(17, '133 MHz Capable', 'ro', '133MHz'),
    bit(18, 'Split Completion Discarded', 'rw1c', 'SCD'),
    bit(19, 'Unexpected Split Completion', 'rw1c', 'USC'),
    bit(20, 'Device Complexity', 'ro', 'DC'),
    field(22, 21, 'Designed Maximum Memory Read Byte Count', 'ro', bytes, 'DMMRBC'),
    field(25, 23, 'Designed Maximum Outstanding Split Transactions', 'ro', split, 'DMOST'),
    field(28, 26, 'Designed Maximum Cumulative Read Size', 'ro', undefined, 'DMCRS'),
    bit(29, 'Received Split Completion Error Message', 'rw1c', 'RSCEM'),
    bit(30, '266 MHz Capable', 'ro', '266MHz'),
    bit(31, '533 MHz Capable', 'ro', '533MHz'),
  ]),
]);

const port = (name: string): Part[] => [
  bit(0, `${name} 64-bit Device`, 'ro', '64bit'),
  bit(1, `${name} 133 MHz Capable`, 'ro', '133MHz'),
  bit(2, `${name} Split Completion Discarded`, 'rw1c', 'SCD'),
  bit(3, `${name} Unexpected Split Completion`, 'rw1c', 'USC'),
  bit(4, `${name} Split Completion Overrun`, 'rw1c', 'SCO'),
  bit(5, `${name} Split Request Delayed`, 'rw1c', 'SRD'),
];

const bridge = standardLayout('pci-x-bridge', 16, [
  register(2, 2, 'PCI-X Secondary Status', [
    ...port('Secondary'),
    field(9, 6, 'Secondary Clock Frequency', 'ro', among('conv', '66MHz', '100MHz', '133MHz'), 'Freq'),
    field(13, 12, 'PCI-X Capability Version', 'ro'),
    bit(14, 'Secondary 266 MHz Capable', 'ro', '266MHz'),
    bit(15, 'Secondary 533 MHz Capable', 'ro', '533MHz'),
  ]),
  register(4, 4, 'PCI-X Bridge Status', [
    field(2, 0, 'Function Number', 'ro'),
    field(7, 3, 'Device Number', 'ro'),
    field(15, 8, 'Bus Number', 'ro'),
    ...port('Bridge').map((part) => ({ ...part, hi: part.hi + 16, lo: part.lo + 16 })),
    bit(30, 'Bridge 266 MHz Capable', 'ro', '266MHz'),
    bit(31, 'Bridge 533 MHz Capable', 'ro', '533MHz'),
  ]),
  ...['Upstream', 'Downstream'].map((way, n) =>
    register(8 + n * 4, 4, `${way} Split Transaction Control`, [
      field(15, 0, `${way} Split Transaction Capacity`, 'ro', undefined, 'Capacity'),
      field(31, 16, `${way} Split Transaction Commitment Limit`, 'rw', undefined, 'CommitmentLimit'),
    ]),
  ),
]);

export const pciX = standard(0x07, 'PCI-X', endpoint, (_, bearer) =>
  bearer.header === 1 ? bridge : endpoint,
);
