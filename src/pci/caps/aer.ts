/** Advanced Error Reporting. PCI Express Base §7.8.4. An endpoint leaves out the registers of a root port (they read zero). */
import type { Access, Layout } from '../fields.ts';
import { bit, field, register, type Block, type Part } from '../table.ts';
import { extended, extendedLayout } from './capability.ts';

const uncorrectable: readonly (readonly [number, string, string])[] = [
  [4, 'Data Link Protocol Error', 'DLP'],
  [5, 'Surprise Down Error', 'SDES'],
  [12, 'Poisoned TLP Received', 'TLP'],
  [13, 'Flow Control Protocol Error', 'FCP'],
  [14, 'Completion Timeout', 'CmpltTO'],
  [15, 'Completer Abort', 'CmpltAbrt'],
  [16, 'Unexpected Completion', 'UnxCmplt'],
  [17, 'Receiver Overflow', 'RxOF'],
  [18, 'Malformed TLP', 'MalfTLP'],
  [19, 'ECRC Error', 'ECRC'],
  [20, 'Unsupported Request Error', 'UnsupReq'],
  [21, 'ACS Violation', 'ACSViol'],
  [22, 'Uncorrectable Internal Error', 'UncorrIntErr'],
  [23, 'MC Blocked TLP', 'BlockedTLP'],
  [24, 'AtomicOp Egress Blocked', 'AtomicOpBlocked'],
  [25, 'TLP Prefix Blocked Error', 'TLPBlockedErr'],
  [26, 'Poisoned TLP Egress Blocked', 'PoisonTLPBlocked'],
];

const correctable: readonly (readonly [number, string, string])[] = [
  [0, 'Receiver Error', 'RxErr'],
  [6, 'Bad TLP', 'BadTLP'],
  [7, 'Bad DLLP', 'BadDLLP'],
  [8, 'REPLAY_NUM Rollover', 'Rollover'],
  [12, 'Replay Timer Timeout', 'Timeout'],
  [13, 'Advisory Non-Fatal Error', 'AdvNonFatalErr'],
  [14, 'Corrected Internal Error', 'CorrIntErr'],
  [15, 'Header Log Overflow', 'HeaderOF'],
];

const each = (errors: readonly (readonly [number, string, string])[], what: string, access: Access): Part[] =>
  errors.map(([lo, name, short]) => bit(lo, `${name} ${what}`, access, short));

const common: readonly Block[] = [
  register(0x04, 4, 'Uncorrectable Error Status', each(uncorrectable, 'Status', 'rw1cs')),
  register(0x08, 4, 'Uncorrectable Error Mask', each(uncorrectable, 'Mask', 'rws')),
  register(0x0c, 4, 'Uncorrectable Error Severity', each(uncorrectable, 'Severity', 'rws')),
  register(0x10, 4, 'Correctable Error Status', each(correctable, 'Status', 'rw1cs')),
  register(0x14, 4, 'Correctable Error Mask', each(correctable, 'Mask', 'rws')),
  register(0x18, 4, 'Advanced Error Capabilities and Control', [
    field(4, 0, 'First Error Pointer', 'ros', undefined, 'First Error Pointer'),
    bit(5, 'ECRC Generation Capable', 'ro', 'ECRCGenCap'),
    bit(6, 'ECRC Generation Enable', 'rws', 'ECRCGenEn'),
    bit(7, 'ECRC Check Capable', 'ro', 'ECRCChkCap'),
    bit(8, 'ECRC Check Enable', 'rws', 'ECRCChkEn'),
    bit(9, 'Multiple Header Recording Capable', 'ro', 'MultHdrRecCap'),
    bit(10, 'Multiple Header Recording Enable', 'rws', 'MultHdrRecEn'),
    bit(11, 'TLP Prefix Log Present', 'ros', 'TLPPfxPres'),
    bit(12, 'Completion Timeout Prefix/Header Log Capable', 'ro', 'HdrLogCap'),
    field(31, 13, 'Advanced Error Control Reserved', 'rsvdp'),
  ]),
  ...[1, 2, 3, 4].map((n) => register(0x18 + n * 4, 4, `Header Log ${String(n)}`, 'ros')),
];

const root: readonly Block[] = [
  register(0x2c, 4, 'Root Error Command', [
    bit(0, 'Correctable Error Reporting Enable', 'rw', 'CERptEn'),
    bit(1, 'Non-Fatal Error Reporting Enable', 'rw', 'NFERptEn'),
    bit(2, 'Fatal Error Reporting Enable', 'rw', 'FERptEn'),
    field(31, 3, 'Root Error Command Reserved', 'rsvdp'),
  ]),
  register(0x30, 4, 'Root Error Status', [
    bit(0, 'ERR_COR Received', 'rw1cs', 'CERcvd'),
    bit(1, 'Multiple ERR_COR Received', 'rw1cs', 'MultCERcvd'),
    bit(2, 'ERR_FATAL/NONFATAL Received', 'rw1cs', 'UERcvd'),
    bit(3, 'Multiple ERR_FATAL/NONFATAL Received', 'rw1cs', 'MultUERcvd'),
    bit(4, 'First Uncorrectable Fatal', 'rw1cs', 'FirstFatal'),
    bit(5, 'Non-Fatal Error Messages Received', 'rw1cs', 'NonFatalMsg'),
    bit(6, 'Fatal Error Messages Received', 'rw1cs', 'FatalMsg'),
    field(26, 7, 'Root Error Status Reserved', 'rsvdz'),
    field(31, 27, 'Advanced Error Interrupt Message Number', 'ro', undefined, 'IntMsg'),
  ]),
  register(0x34, 2, 'ERR_COR Source Identification', 'ros'),
  register(0x36, 2, 'ERR_FATAL/NONFATAL Source Identification', 'ros'),
];

const prefix: readonly Block[] = [1, 2, 3, 4].map((n) =>
  register(0x34 + n * 4, 4, `TLP Prefix Log ${String(n)}`, 'ros'),
);

/** The registers of an endpoint or of a root port; both 0x48 bytes long when prefixes can be logged. */
export const aerLayout = (isRoot: boolean): Layout =>
  extendedLayout('aer', 0x48, [...common, ...(isRoot ? root : []), ...prefix]);

export const advancedErrorReporting = extended(
  0x0001,
  'Advanced Error Reporting',
  aerLayout(true),
  (_, bearer) => aerLayout(bearer.port === 4 || bearer.port === 10),
);
