/** Advanced Features: reset for conventional functions. PCI Advanced Capabilities ECN. */
import { bit, field, register } from '../table.ts';
import { standard, standardLayout } from './capability.ts';

export const advancedFeatures = standard(
  0x13,
  'PCI Advanced Features',
  standardLayout('af', 6, [
    register(2, 1, 'AF Length', 'ro'),
    register(3, 1, 'AF Capabilities', [
      bit(0, 'Transactions Pending Capable', 'ro', 'TP'),
      bit(1, 'Function Level Reset Capable', 'ro', 'FLR'),
      field(7, 2, 'AF Capabilities Reserved', 'rsvdp'),
    ]),
    register(4, 1, 'AF Control', [
      bit(0, 'Initiate FLR', 'rw', 'FLR'),
      field(7, 1, 'AF Control Reserved', 'rsvdp'),
    ]),
    register(5, 1, 'AF Status', [
      bit(0, 'Transactions Pending', 'ro', 'TP'),
      field(7, 1, 'AF Status Reserved', 'rsvdp'),
    ]),
  ]),
);
