/** Subsystem ids of a bridge, whose header has no room for them. PCI-to-PCI Bridge 1.2 §13.2. */
import { register } from '../table.ts';
import { standard, standardLayout } from './capability.ts';

export const subsystemIds = standard(
  0x0d,
  'Subsystem',
  standardLayout('ssvid', 8, [
    register(2, 2, 'Reserved 02h', 'rsvdp'),
    register(4, 2, 'Subsystem Vendor ID', 'hwinit'),
    register(6, 2, 'Subsystem ID', 'hwinit'),
  ]),
);
