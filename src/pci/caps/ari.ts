/** Alternative Routing-ID Interpretation: up to 256 functions in a device. PCI Express Base §7.8.8. */
import { bit, field, register } from '../table.ts';
import { extended, extendedLayout } from './capability.ts';

export const alternativeRoutingId = extended(
  0x000e,
  'Alternative Routing-ID Interpretation (ARI)',
  extendedLayout('ari', 8, [
    register(4, 2, 'ARI Capability', [
      bit(0, 'MFVC Function Groups Capability', 'ro', 'MFVC'),
      bit(1, 'ACS Function Groups Capability', 'ro', 'ACS'),
      field(7, 2, 'ARI Capability Reserved', 'rsvdp'),
      field(15, 8, 'Next Function Number', 'ro', undefined, 'Next Function'),
    ]),
    register(6, 2, 'ARI Control', [
      bit(0, 'MFVC Function Groups Enable', 'rw', 'MFVC'),
      bit(1, 'ACS Function Groups Enable', 'rw', 'ACS'),
      field(6, 4, 'Function Group', 'rw', undefined, 'Function Group'),
    ]),
  ]),
);
