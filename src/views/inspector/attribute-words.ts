/** What may be written, in words. */
import type { LabelId } from '../../content/words/catalogue.ts';
import type { Attribute } from './bits-layout.ts';

export const attributeSpoken = {
  ro: 'inspector.access-ro',
  rw: 'inspector.access-rw',
  rw1c: 'inspector.access-rw1c',
  ros: 'inspector.access-ros',
  rws: 'inspector.access-rws',
  rw1cs: 'inspector.access-rw1cs',
  hwinit: 'inspector.access-hwinit',
  rsvdp: 'inspector.access-rsvdp',
  rsvdz: 'inspector.access-rsvdz',
  partial: 'inspector.access-partial',
} as const satisfies Record<Attribute, LabelId>;
