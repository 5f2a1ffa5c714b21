/** Debug port of a USB host controller. EHCI 1.0, appendix C. */
import { field, register } from '../table.ts';
import { standard, standardLayout } from './capability.ts';

export const debugPort = standard(
  0x0a,
  'Debug port',
  standardLayout('debug-port', 4, [
    register(2, 2, 'Debug Port', [
      field(12, 0, 'Debug Port Offset', 'ro', (value) => value.toString(16).padStart(4, '0')),
      field(15, 13, 'Debug Port BAR', 'ro', (value) => `BAR=${String(value)}`),
    ]),
  ]),
);
