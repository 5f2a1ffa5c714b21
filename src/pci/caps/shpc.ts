/** Standard Hot-Plug Controller: a window of two registers onto its register set. PCI Standard Hot-Plug Controller 1.0 §4.1. */
import { bit, field, register } from '../table.ts';
import { standard, standardLayout } from './capability.ts';

export const hotPlug = standard(
  0x0c,
  'Hot-plug capable',
  standardLayout('shpc', 8, [
    register(2, 1, 'Dword Select', 'rw'),
    register(3, 1, 'SHPC Pending', [
      field(5, 0, 'SHPC Pending Reserved', 'rsvdp'),
      bit(6, 'Controller Interrupt Pending', 'ro'),
      bit(7, 'Controller SERR# Pending', 'ro'),
    ]),
    register(4, 4, 'Dword Data', 'rw'),
  ]),
);
