/** The errors of PCI Express, by their bits in the Advanced Error Reporting capability. */
import type { Row } from '../../engine/trace.ts';

/** One error, by its bit in the (Un)correctable Error Status register. */
export interface ExpressError {
  readonly name: string;
  readonly bit: number;
  readonly correctable: boolean;
}

const uncorrectable = (name: string, bit: number): ExpressError => ({ name, bit, correctable: false });
const correctable = (name: string, bit: number): ExpressError => ({ name, bit, correctable: true });

/** Names as the error injection of Linux and of QEMU's monitor spell them. */
export const expressErrors: readonly ExpressError[] = [
  uncorrectable('DLP', 4),
  uncorrectable('SDN', 5),
  uncorrectable('POISON_TLP', 12),
  uncorrectable('FCP', 13),
  uncorrectable('COMP_TIME', 14),
  uncorrectable('COMP_ABORT', 15),
  uncorrectable('UNX_COMP', 16),
  uncorrectable('RX_OVER', 17),
  uncorrectable('MALF_TLP', 18),
  uncorrectable('ECRC', 19),
  uncorrectable('UNSUP', 20),
  uncorrectable('ACSV', 21),
  uncorrectable('INTN', 22),
  uncorrectable('MCBTLP', 23),
  uncorrectable('ATOP_EBLOCKED', 24),
  uncorrectable('TLP_PRF_BLOCKED', 25),
  correctable('RCVR', 0),
  correctable('BAD_TLP', 6),
  correctable('BAD_DLLP', 7),
  correctable('REP_ROLL', 8),
  correctable('REP_TIMER', 12),
  correctable('ADV_NONFATAL', 13),
  correctable('INTERNAL', 14),
  correctable('HL_OVERFLOW', 15),
];

/** The error of an event row. */
export const errorOf = ({ value, high }: Row): ExpressError | undefined =>
  expressErrors.find((e) => e.bit === value && e.correctable === ((high & 1) !== 0));
