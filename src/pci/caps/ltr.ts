/** Latency Tolerance Reporting. PCI Express Base §7.8.2. */
import { field, register, type Block } from '../table.ts';
import { extended, extendedLayout } from './capability.ts';

const scale = (value: number): string => (value < 6 ? `${String(32 ** value)}ns` : 'reserved');

const latency = (at: number, name: string): Block =>
  register(at, 2, name, [
    field(9, 0, `${name} Value`, 'rw'),
    field(12, 10, `${name} Scale`, 'rw', scale),
    field(15, 13, `${name} Reserved`, 'rsvdp'),
  ]);

export const latencyTolerance = extended(
  0x0018,
  'Latency Tolerance Reporting',
  extendedLayout('ltr', 8, [latency(4, 'Max Snoop Latency'), latency(6, 'Max No-Snoop Latency')]),
);
