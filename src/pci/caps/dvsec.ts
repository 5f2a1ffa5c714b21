/** Designated Vendor-Specific Extended Capability: a vendor's registers on another vendor's device (CXL is one). PCI Express Base §7.9.6. */
import { bits } from '../../base/bits.ts';
import type { Layout } from '../fields.ts';
import { field, register } from '../table.ts';
import { dataDwords, extended, extendedLayout } from './capability.ts';

const dvsecLayout = (length: number): Layout =>
  extendedLayout('dvsec', Math.max(length, 10), [
    register(4, 4, 'Designated Vendor-Specific Header 1', [
      field(15, 0, 'DVSEC Vendor ID', 'ro', (value) => value.toString(16).padStart(4, '0'), 'Vendor'),
      field(19, 16, 'DVSEC Revision', 'ro', undefined, 'Rev'),
      field(31, 20, 'DVSEC Length', 'ro', undefined, 'Len'),
    ]),
    register(8, 2, 'DVSEC ID', 'ro'),
    ...dataDwords('DVSEC Data', 12, length),
  ]);

export const designatedVendorSpecific = extended(
  0x0023,
  'Designated Vendor-Specific',
  dvsecLayout(10),
  (word) => dvsecLayout(bits(word(1), 31, 20)),
);
