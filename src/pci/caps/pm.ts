/** Power Management. PCI Bus Power Management Interface 1.2 §3.2. */
import { among, bit, field, register } from '../table.ts';
import { standard, standardLayout } from './capability.ts';

const current = among('0mA', '55mA', '100mA', '160mA', '220mA', '270mA', '320mA', '375mA');

export const powerManagement = standard(
  0x01,
  'Power Management',
  standardLayout('pm', 8, [
    register(2, 2, 'Power Management Capabilities', [
      field(2, 0, 'Version', 'ro'),
      bit(3, 'PME Clock', 'ro', 'PMEClk'),
      bit(4, 'Immediate Readiness on Return to D0', 'ro'),
      bit(5, 'Device Specific Initialization', 'ro', 'DSI'),
      field(8, 6, 'Auxiliary Current', 'ro', current, 'AuxCurrent'),
      bit(9, 'D1 Support', 'ro', 'D1'),
      bit(10, 'D2 Support', 'ro', 'D2'),
      bit(11, 'PME Support from D0', 'ro', 'D0'),
      bit(12, 'PME Support from D1', 'ro', 'D1'),
      bit(13, 'PME Support from D2', 'ro', 'D2'),
      bit(14, 'PME Support from D3hot', 'ro', 'D3hot'),
      bit(15, 'PME Support from D3cold', 'ro', 'D3cold'),
    ]),
    register(4, 2, 'Power Management Control/Status', [
      field(1, 0, 'Power State', 'rw', among('D0', 'D1', 'D2', 'D3')),
      bit(2, 'PMCSR Reserved 2', 'rsvdp'),
      bit(3, 'No Soft Reset', 'ro', 'NoSoftRst'),
      field(7, 4, 'PMCSR Reserved 7:4', 'rsvdp'),
      bit(8, 'PME Enable', 'rws', 'PME-Enable'),
      field(12, 9, 'Data Select', 'rw', undefined, 'DSel'),
      field(14, 13, 'Data Scale', 'ro', undefined, 'DScale'),
      bit(15, 'PME Status', 'rw1cs', 'PME'),
    ]),
    register(6, 1, 'PMCSR Bridge Support Extensions', [
      field(5, 0, 'Bridge Extensions Reserved', 'rsvdp'),
      bit(6, 'B2/B3 Support for D3hot', 'ro', 'B3'),
      bit(7, 'Bus Power/Clock Control Enable', 'ro', 'BPCC'),
    ]),
    register(7, 1, 'Power Management Data', 'ro'),
  ]),
);
