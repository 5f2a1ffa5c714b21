/** Downstream Port Containment. PCI Express Base §7.9.14. */
import { bits } from '../../base/bits.ts';
import type { Layout } from '../fields.ts';
import { among, bit, field, register, type Block } from '../table.ts';
import { dataDwords, extended, extendedLayout } from './capability.ts';

const reason = among('unmasked uncorrectable error', 'ERR_NONFATAL', 'ERR_FATAL', 'see extension');

const common: readonly Block[] = [
  register(4, 2, 'DPC Capability', [
    field(4, 0, 'DPC Interrupt Message Number', 'ro', undefined, 'INT Msg'),
    bit(5, 'RP Extensions for DPC', 'ro', 'RPExt'),
    bit(6, 'Poisoned TLP Egress Blocking Supported', 'ro', 'PoisonedTLP'),
    bit(7, 'DPC Software Triggering Supported', 'ro', 'SwTrigger'),
    field(11, 8, 'RP PIO Log Size', 'ro', undefined, 'RP PIO Log'),
    bit(12, 'DL_Active ERR_COR Signaling Supported', 'ro', 'DL_ActiveErr'),
  ]),
  register(6, 2, 'DPC Control', [
    field(
      1,
      0,
      'DPC Trigger Enable',
      'rw',
      among('disabled', 'ERR_FATAL', 'ERR_NONFATAL or ERR_FATAL'),
      'Trigger',
    ),
    bit(2, 'DPC Completion Control', 'rw', 'Cmpl'),
    bit(3, 'DPC Interrupt Enable', 'rw', 'INT'),
    bit(4, 'DPC ERR_COR Enable', 'rw', 'ErrCor'),
    bit(5, 'Poisoned TLP Egress Blocking Enable', 'rw', 'PoisonedTLP'),
    bit(6, 'DPC Software Trigger', 'rw', 'SwTrigger'),
    bit(7, 'DL_Active ERR_COR Enable', 'rw', 'DL_ActiveErr'),
  ]),
  register(8, 2, 'DPC Status', [
    bit(0, 'DPC Trigger Status', 'rw1cs', 'Trigger'),
    field(2, 1, 'DPC Trigger Reason', 'ros', reason, 'Reason'),
    bit(3, 'DPC Interrupt Status', 'rw1cs', 'INT'),
    bit(4, 'DPC RP Busy', 'ro', 'RPBusy'),
    field(6, 5, 'DPC Trigger Reason Extension', 'ros', undefined, 'TriggerExt'),
    field(12, 8, 'RP PIO First Error Pointer', 'ros', undefined, 'RP PIO ErrPtr'),
  ]),
  register(10, 2, 'DPC Error Source ID', 'ros'),
];

const rootPort = ['Status', 'Mask', 'Severity', 'SysError', 'Exception'] as const;

/** `log` is the RP PIO Log Size in dwords. Only root ports with extensions have what follows the source id. */
function dpcLayout(extensions: boolean, log: number): Layout {
  if (!extensions) return extendedLayout('dpc', 12, common);
  const length = 0x20 + log * 4;
  return extendedLayout('dpc', length, [
    ...common,
    ...rootPort.map((name, n) =>
      register(12 + n * 4, 4, `RP PIO ${name}`, name === 'Status' ? 'rw1cs' : 'rws'),
    ),
    ...dataDwords('RP PIO Log', 0x20, length),
  ]);
}

export const portContainment = extended(0x001d, 'Downstream Port Containment', dpcLayout(false, 0), (word) =>
  dpcLayout((word(1) & (1 << 5)) !== 0, bits(word(1), 11, 8)),
);
