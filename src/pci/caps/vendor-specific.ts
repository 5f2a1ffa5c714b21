/** Vendor-specific: a length byte and bytes that only the vendor can name. PCI Local Bus 3.0, appendix H. */
import { bits } from '../../base/bits.ts';
import type { Layout } from '../fields.ts';
import { register, type Block } from '../table.ts';
import { dataDwords, standard, standardLayout } from './capability.ts';

function vendorLayout(length: number): Layout {
  const blocks: Block[] = [register(2, 1, 'Capability Length', 'ro')];
  if (length > 3) blocks.push(register(3, 1, 'Vendor Data 03h', 'rw'));
  return standardLayout('vendor', Math.max(length, 3), [...blocks, ...dataDwords('Vendor Data', 4, length)]);
}

export const vendorSpecific = standard(0x09, 'Vendor Specific Information', vendorLayout(3), (word) =>
  vendorLayout(bits(word(0), 23, 16)),
);
