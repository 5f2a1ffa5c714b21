/** Virtual Channel. PCI Express Base §7.9.1: one resource per virtual channel. */
import { bits } from '../../base/bits.ts';
import type { Layout } from '../fields.ts';
import { bit, field, register, type Block } from '../table.ts';
import { extended, extendedLayout } from './capability.ts';

const hexBits = (value: number): string => value.toString(16).padStart(2, '0');

const resource = (n: number): Block[] => {
  const at = 0x10 + n * 12;
  const vc = `VC${String(n)}`;
  return [
    register(at, 4, `${vc} Resource Capability`, [
      field(7, 0, `${vc} Port Arbitration Capability`, 'ro', hexBits),
      bit(15, `${vc} Reject Snoop Transactions`, 'hwinit', 'RejSnoopTrans'),
      field(22, 16, `${vc} Maximum Time Slots`, 'hwinit', undefined, 'MaxTimeSlots'),
      field(31, 24, `${vc} Port Arbitration Table Offset`, 'ro', undefined, 'PATOffset'),
    ]),
    register(at + 4, 4, `${vc} Resource Control`, [
      field(7, 0, `${vc} TC/VC Map`, 'rw', hexBits, 'TC/VC'),
      bit(16, `${vc} Load Port Arbitration Table`, 'rw'),
      field(19, 17, `${vc} Port Arbitration Select`, 'rw', undefined, 'ArbSelect'),
      field(26, 24, `${vc} VC ID`, 'rw', undefined, 'ID'),
      bit(31, `${vc} VC Enable`, 'rw', 'Enable'),
    ]),
    register(at + 8, 2, `${vc} Resource Reserved`, 'rsvdp'),
    register(at + 10, 2, `${vc} Resource Status`, [
      bit(0, `${vc} Port Arbitration Table Status`, 'ro'),
      bit(1, `${vc} VC Negotiation Pending`, 'ro', 'NegoPending'),
    ]),
  ];
};

/** `more` is the Extended VC Count: virtual channels beyond VC0. */
const vcLayout = (more: number): Layout =>
  extendedLayout('vc', 0x10 + (more + 1) * 12, [
    register(0x04, 4, 'Port VC Capability 1', [
      field(2, 0, 'Extended VC Count', 'ro'),
      field(6, 4, 'Low Priority Extended VC Count', 'ro', undefined, 'LPEVC'),
      field(9, 8, 'Reference Clock', 'ro', (value) => (value === 0 ? '100ns' : 'reserved'), 'RefClk'),
      field(11, 10, 'Port Arbitration Table Entry Size', 'ro', (value) => String(1 << value), 'PATEntryBits'),
    ]),
    register(0x08, 4, 'Port VC Capability 2', [
      field(7, 0, 'VC Arbitration Capability', 'ro', hexBits),
      field(31, 24, 'VC Arbitration Table Offset', 'ro'),
    ]),
    register(0x0c, 2, 'Port VC Control', [
      bit(0, 'Load VC Arbitration Table', 'rw'),
      field(3, 1, 'VC Arbitration Select', 'rw', undefined, 'ArbSelect'),
    ]),
    register(0x0e, 2, 'Port VC Status', [bit(0, 'VC Arbitration Table Status', 'ro', 'InProgress')]),
    ...Array.from({ length: more + 1 }, (_, n) => resource(n)).flat(),
  ]);

export const virtualChannel = extended(0x0002, 'Virtual Channel', vcLayout(0), (word) =>
  vcLayout(bits(word(1), 2, 0)),
);
