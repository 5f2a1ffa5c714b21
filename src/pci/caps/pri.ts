/** Page Request Interface. PCI Express Base §10.5.2. */
import { bit, field, register } from '../table.ts';
import { extended, extendedLayout } from './capability.ts';

export const pageRequest = extended(
  0x0013,
  'Page Request Interface (PRI)',
  extendedLayout('pri', 16, [
    register(4, 2, 'Page Request Control', [
      bit(0, 'Page Request Enable', 'rw', 'Enable'),
      bit(1, 'Page Request Reset', 'rw', 'Reset'),
      field(15, 2, 'Page Request Control Reserved', 'rsvdp'),
    ]),
    register(6, 2, 'Page Request Status', [
      bit(0, 'Response Failure', 'rw1c', 'RF'),
      bit(1, 'Unexpected Page Request Group Index', 'rw1c', 'UPRGI'),
      field(7, 2, 'Page Request Status Reserved', 'rsvdz'),
      bit(8, 'Page Request Stopped', 'ro', 'Stopped'),
      bit(15, 'PRG Response PASID Required', 'ro', 'PASID'),
    ]),
    register(8, 4, 'Outstanding Page Request Capacity', 'ro'),
    register(12, 4, 'Outstanding Page Request Allocation', 'rw'),
  ]),
);
