/** Vital Product Data. PCI Local Bus 3.0, appendix I. */
import { bit, field, register } from '../table.ts';
import { standard, standardLayout } from './capability.ts';

export const vitalProductData = standard(
  0x03,
  'Vital Product Data',
  standardLayout('vpd', 8, [
    register(2, 2, 'VPD Address', [field(14, 0, 'VPD Address', 'rw'), bit(15, 'VPD Transfer Flag', 'rw')]),
    register(4, 4, 'VPD Data', 'rw'),
  ]),
);
