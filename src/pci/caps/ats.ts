/** Address Translation Services. PCI Express Base §10.5.1. */
import { bit, field, register } from '../table.ts';
import { extended, extendedLayout } from './capability.ts';

export const addressTranslation = extended(
  0x000f,
  'Address Translation Service (ATS)',
  extendedLayout('ats', 8, [
    register(4, 2, 'ATS Capability', [
      field(4, 0, 'Invalidate Queue Depth', 'ro', (value) => String(value || 32)),
      bit(5, 'Page Aligned Request', 'ro'),
      bit(6, 'Global Invalidate Supported', 'ro'),
      bit(7, 'Relaxed Ordering Supported', 'ro'),
      field(15, 8, 'ATS Capability Reserved', 'rsvdp'),
    ]),
    register(6, 2, 'ATS Control', [
      field(4, 0, 'Smallest Translation Unit', 'rw'),
      field(14, 5, 'ATS Control Reserved', 'rsvdp'),
      bit(15, 'ATS Enable', 'rw', 'Enable'),
    ]),
  ]),
);
