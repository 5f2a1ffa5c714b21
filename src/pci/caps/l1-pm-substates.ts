/** L1 PM Substates. PCI Express Base §7.8.3. */
import { among, bit, field, register, type Part } from '../table.ts';
import { extended, extendedLayout } from './capability.ts';

const scale = among('2us', '10us', '100us', 'reserved');

const substates = (suffix: string, access: 'hwinit' | 'rw'): Part[] => [
  bit(0, `PCI-PM L1.2 ${suffix}`, access, 'PCI-PM_L1.2'),
  bit(1, `PCI-PM L1.1 ${suffix}`, access, 'PCI-PM_L1.1'),
  bit(2, `ASPM L1.2 ${suffix}`, access, 'ASPM_L1.2'),
  bit(3, `ASPM L1.1 ${suffix}`, access, 'ASPM_L1.1'),
];

export const l1PmSubstates = extended(
  0x001e,
  'L1 PM Substates',
  extendedLayout('l1-pm', 16, [
    register(4, 4, 'L1 PM Substates Capabilities', [
      ...substates('Supported', 'hwinit'),
      bit(4, 'L1 PM Substates Supported', 'hwinit', 'L1_PM_Substates'),
      field(
        15,
        8,
        'Port Common_Mode_Restore_Time',
        'hwinit',
        (value) => `${String(value)}us`,
        'PortCommonModeRestoreTime',
      ),
      field(17, 16, 'Port T_POWER_ON Scale', 'hwinit', scale),
      field(23, 19, 'Port T_POWER_ON Value', 'hwinit', undefined, 'PortTPowerOnTime'),
    ]),
    register(8, 4, 'L1 PM Substates Control 1', [
      ...substates('Enable', 'rw'),
      field(15, 8, 'Common_Mode_Restore_Time', 'rw', (value) => `${String(value)}us`, 'T_CommonMode'),
      field(25, 16, 'LTR_L1.2_THRESHOLD Value', 'rw', undefined, 'LTR1.2_Threshold'),
      field(31, 29, 'LTR_L1.2_THRESHOLD Scale', 'rw'),
    ]),
    register(12, 4, 'L1 PM Substates Control 2', [
      field(1, 0, 'T_POWER_ON Scale', 'rw', scale),
      field(7, 3, 'T_POWER_ON Value', 'rw', undefined, 'T_PwrOn'),
    ]),
  ]),
);
