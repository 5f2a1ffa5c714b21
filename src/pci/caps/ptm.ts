/** Precision Time Measurement. PCI Express Base §7.9.15. */
import { bit, field, register } from '../table.ts';
import { extended, extendedLayout } from './capability.ts';

const granularity = (value: number): string =>
  value === 0 ? 'Unimplemented' : value === 255 ? 'Greater than 254ns' : `${String(value)}ns`;

export const precisionTime = extended(
  0x001f,
  'Precision Time Measurement',
  extendedLayout('ptm', 12, [
    register(4, 4, 'PTM Capability', [
      bit(0, 'PTM Requester Capable', 'hwinit', 'Requester'),
      bit(1, 'PTM Responder Capable', 'hwinit', 'Responder'),
      bit(2, 'PTM Root Capable', 'hwinit', 'Root'),
      field(15, 8, 'Local Clock Granularity', 'hwinit', granularity, 'PTMClockGranularity'),
    ]),
    register(8, 4, 'PTM Control', [
      bit(0, 'PTM Enable', 'rw', 'Enabled'),
      bit(1, 'Root Select', 'rw', 'RootSelected'),
      field(15, 8, 'Effective Granularity', 'rw', granularity, 'PTMEffectiveGranularity'),
    ]),
  ]),
);
