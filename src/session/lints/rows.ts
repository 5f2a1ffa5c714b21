/** What one access did that an engineer would remark upon. */
import { hex0x, size } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import { bdfOf, type Explanation, type Hop } from '../../engine/explain.ts';
import type { Machine } from '../../engine/machine.ts';
import type { BarSpec } from '../../engine/shape.ts';
import { Op, Outcome, type Row } from '../../engine/trace.ts';
import { valueText } from '../beats.ts';
import { barText, bdfText, functionText } from '../names.ts';
import { noFix, type Fix, type Lint } from './lint.ts';
import { moveLine, registerOf, setpciLine } from './place.ts';

type RowLint = (m: Machine, e: Explanation) => Lint | undefined;

interface BarWrite {
  readonly bar: BarSpec;
  /** Second register of a 64-bit BAR. */
  readonly isUpper: boolean;
  readonly tried: number;
  readonly mask: number;
}

/** A write of a whole BAR register. */
function barWrite(m: Machine, { row, effect }: Explanation): BarWrite | undefined {
  if (!effect || row.fn < 0 || effect.lanes !== 0xffff_ffff) return undefined;
  const at = effect.word * 4;
  const bar = m.shape(row.fn).bars.find((b) => b.at === at || (b.kind === 'mem64' && b.at + 4 === at));
  if (!bar) return undefined;
  return {
    bar,
    isUpper: bar.at !== at,
    tried: effect.tried,
    mask: addressBits(bar, effect.mask, bar.at !== at),
  };
}

const addressBits = (bar: BarSpec, mask: number, isUpper: boolean): number =>
  (isUpper ? mask : mask & ~(bar.kind === 'rom' ? 0x7ff : bar.kind === 'io' ? 3 : 15)) >>> 0;

/** All ones, or all that a BAR can hold: the question for its size. */
const asksSize = ({ tried, mask }: BarWrite): boolean => mask !== 0 && (tried & mask) >>> 0 === mask;

/** A BAR is sized while it decodes: for a moment it answers where the ones point. */
const sizing: RowLint = (m, e) => {
  const write = barWrite(m, e);
  if (!write || !asksSize(write)) return undefined;
  const { bar } = write;
  const { fn, row } = e.row;
  const bit = bar.kind === 'io' ? 1 : 2;
  // a ROM has a bit of its own besides, which firmware leaves off
  if ((m.word(fn, 1) & bit) === 0 || (bar.kind === 'rom' && (write.tried & 1) === 0)) return undefined;
  return {
    id: 'row-sizing',
    severity: 'info',
    where: { ...registerOf(fn, bar), row },
    what: say('lint.row-sizing', { who: functionText(m, fn), bar: barText(bar) }),
    why: say('lint.row-sizing-why', {}),
    fix: () => before(row, setpciLine(m, fn, { COMMAND: `0:${String(bit)}` }), functionText(m, fn)),
  };
};

const before = (row: number, line: string | undefined, who: string): Fix | undefined =>
  line === undefined ? undefined : { say: say('lint.fix-off', { who }), line, before: row };

/** CONFIG_ADDRESS takes aligned dwords only. */
const narrow: RowLint = (_m, { row, latch }) => {
  if (row.op !== Op.latch || !row.write || row.outcome !== Outcome.ignored) return undefined;
  const shift = (row.address & 3) * 8;
  const lanes = ((1 << (row.bytes * 8)) - 1) << shift;
  const meant = ((latch & ~lanes) | ((row.value << shift) & lanes)) >>> 0;
  return {
    id: 'row-narrow',
    severity: 'warning',
    where: { row: row.row },
    what: say('lint.row-narrow', { bytes: row.bytes, port: hex0x(row.address), value: valueText(row) }),
    why: say('lint.row-narrow-why', {}),
    fix: () => ({
      say: say('lint.fix-latch', { value: hex0x(meant, 8) }),
      line: `outl 0xcf8 ${hex0x(meant, 8)}`,
      before: row.row,
    }),
  };
};

/** Nobody answered. Reading the ids of an empty place is how one looks for devices: no remark. */
const unclaimed: RowLint = (m, e) => {
  const { row, config, hops } = e;
  if (row.outcome !== Outcome.unclaimed) return undefined;
  if (config && !row.write && (!config.enabled || config.offset < 4)) return undefined;
  const off = hops.find((h) => h.why === 'disabled');
  return {
    id: 'row-unclaimed',
    severity: 'info',
    where: { row: row.row, ...(off ? { fn: off.fn, offset: 4, bytes: 2 } : {}) },
    what: say('lint.row-unclaimed', {
      target: config ? bdfText(config.bdf) : hex0x(row.address),
      write: row.write,
    }),
    why: say('lint.row-unclaimed-why', {
      write: row.write,
      who: off ? functionText(m, off.fn) : '',
      value: valueText(row),
    }),
    fix: () => (off ? switchOn(m, row, off) : noFix()),
  };
};

function switchOn(m: Machine, row: Row, { fn }: Hop): Fix | undefined {
  const bit = row.op === Op.io ? 1 : 2;
  const line = bdfOf(m, fn) < 0 ? undefined : setpciLine(m, fn, { COMMAND: `${String(bit)}:${String(bit)}` });
  const who = functionText(m, fn);
  return line === undefined ? undefined : { say: say('lint.fix-on', { who }), line, before: row.row };
}

/** An address that is no multiple of the BAR's size: its low bits are wired to 0 and fall away. */
const unaligned: RowLint = (m, e) => {
  const write = barWrite(m, e);
  if (!write || write.isUpper || asksSize(write)) return undefined;
  const { bar, tried, mask } = write;
  const lost = (addressBits(bar, tried, false) & ~mask) >>> 0;
  // a port has 16 bits: what a register leaves off above is no matter of alignment
  if (lost % bar.bytes === 0) return undefined;
  const { fn, row } = e.row;
  const asked = addressBits(bar, tried, false);
  const kept = (tried & mask) >>> 0;
  return {
    id: 'row-unaligned',
    severity: 'warning',
    where: { ...registerOf(fn, bar), row },
    what: say('lint.row-unaligned', {
      bar: `${functionText(m, fn)} ${barText(bar)}`,
      asked: hex0x(asked),
      kept: hex0x(kept),
    }),
    why: say('lint.row-unaligned-why', { bytes: size(bar.bytes) }),
    fix: () => {
      const address = kept + bar.bytes;
      const line = address > 0xffff_ffff ? undefined : moveLine(m, fn, bar, address);
      const slots = { bar: barText(bar), address: hex0x(address) };
      return line === undefined ? undefined : { say: say('lint.fix-align', slots), line, before: row };
    },
  };
};

const rowLints: readonly RowLint[] = [sizing, narrow, unclaimed, unaligned];

/** Of the row that was explained; the machine stands after it, or before. */
export const lintsOfRow = (m: Machine, explanation: Explanation): readonly Lint[] =>
  rowLints.flatMap((find) => find(m, explanation) ?? []);
