/** Slot Identification of an expansion chassis. PCI-to-PCI Bridge 1.2 §13. */
import { bit, field, register } from '../table.ts';
import { standard, standardLayout } from './capability.ts';

export const slotId = standard(
  0x04,
  'Slot ID',
  standardLayout('slot-id', 4, [
    register(2, 1, 'Expansion Slot', [
      field(4, 0, 'Expansion Slots Provided', 'hwinit'),
      bit(5, 'First in Chassis', 'hwinit', 'First'),
      field(7, 6, 'Expansion Slot Reserved', 'rsvdp'),
    ]),
    register(3, 1, 'Chassis Number', 'rws'),
  ]),
);
