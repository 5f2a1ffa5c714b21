/** Device Serial Number. PCI Express Base §7.9.3. */
import { register } from '../table.ts';
import { extended, extendedLayout } from './capability.ts';

export const deviceSerialNumber = extended(
  0x0003,
  'Device Serial Number',
  extendedLayout('dsn', 12, [
    register(4, 4, 'Serial Number Lower DW', 'ro'),
    register(8, 4, 'Serial Number Upper DW', 'ro'),
  ]),
);
