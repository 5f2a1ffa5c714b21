/** Vendor-Specific Extended Capability. PCI Express Base §7.9.5. */
import { bits } from '../../base/bits.ts';
import type { Layout } from '../fields.ts';
import { field, register } from '../table.ts';
import { dataDwords, extended, extendedLayout } from './capability.ts';

const vsecLayout = (length: number): Layout =>
  extendedLayout('vsec', Math.max(length, 8), [
    register(4, 4, 'Vendor-Specific Header', [
      field(15, 0, 'VSEC ID', 'ro', (value) => value.toString(16).padStart(4, '0'), 'ID'),
      field(19, 16, 'VSEC Rev', 'ro', undefined, 'Rev'),
      field(31, 20, 'VSEC Length', 'ro', (value) => value.toString(16).padStart(3, '0'), 'Len'),
    ]),
    ...dataDwords('Vendor Data', 8, length),
  ]);

export const vendorSpecificExtended = extended(0x000b, 'Vendor Specific Information', vsecLayout(8), (word) =>
  vsecLayout(bits(word(1), 31, 20)),
);
