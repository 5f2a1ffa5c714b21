/** Process Address Space ID. PCI Express Base §7.8.9. */
import { bit, field, register } from '../table.ts';
import { extended, extendedLayout } from './capability.ts';

export const processAddressSpaceId = extended(
  0x001b,
  'Process Address Space ID (PASID)',
  extendedLayout('pasid', 8, [
    register(4, 2, 'PASID Capability', [
      bit(0, 'PASID Capability Reserved 0', 'rsvdp'),
      bit(1, 'Execute Permission Supported', 'ro', 'Exec'),
      bit(2, 'Privileged Mode Supported', 'ro', 'Priv'),
      field(7, 3, 'PASID Capability Reserved 7:3', 'rsvdp'),
      field(12, 8, 'Max PASID Width', 'ro', undefined, 'Max PASID Width'),
      field(15, 13, 'PASID Capability Reserved 15:13', 'rsvdp'),
    ]),
    register(6, 2, 'PASID Control', [
      bit(0, 'PASID Enable', 'rw', 'Enable'),
      bit(1, 'Execute Permission Enable', 'rw', 'Exec'),
      bit(2, 'Privileged Mode Enable', 'rw', 'Priv'),
      field(15, 3, 'PASID Control Reserved', 'rsvdp'),
    ]),
  ]),
);
