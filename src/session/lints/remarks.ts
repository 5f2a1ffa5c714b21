/** What one access did that an engineer would remark upon: found here, said in rows.ts. */
import type { Explanation } from '../../engine/explain.ts';
import type { Machine } from '../../engine/machine.ts';
import type { BarSpec } from '../../engine/shape.ts';
import { Op, Outcome } from '../../engine/trace.ts';

export type Remark =
  | { readonly id: 'row-sizing'; readonly bar: BarSpec }
  | { readonly id: 'row-narrow' }
  | { readonly id: 'row-unclaimed' }
  /** `kept` is what the BAR made of the address. */
  | { readonly id: 'row-unaligned'; readonly bar: BarSpec; readonly asked: number; readonly kept: number };

type Check = (m: Machine, e: Explanation) => Remark | undefined;

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
const sizing: Check = (m, e) => {
  const write = barWrite(m, e);
  if (!write || !asksSize(write)) return undefined;
  const { bar } = write;
  const bit = bar.kind === 'io' ? 1 : 2;
  // a ROM has a bit of its own besides, which firmware leaves off
  if ((m.word(e.row.fn, 1) & bit) === 0 || (bar.kind === 'rom' && (write.tried & 1) === 0)) return undefined;
  return { id: 'row-sizing', bar };
};

/** CONFIG_ADDRESS takes aligned dwords only. */
const narrow: Check = (_m, { row }) =>
  row.op === Op.latch && row.write && row.outcome === Outcome.ignored ? { id: 'row-narrow' } : undefined;

/** Nobody answered. Reading the ids of an empty place is how one looks for devices: no remark. */
const unclaimed: Check = (_m, { row, config }) => {
  if (row.outcome !== Outcome.unclaimed) return undefined;
  if (config && !row.write && (!config.enabled || config.offset < 4)) return undefined;
  return { id: 'row-unclaimed' };
};

/** An address that is no multiple of the BAR's size: its low bits are wired to 0 and fall away. */
const unaligned: Check = (m, e) => {
  const write = barWrite(m, e);
  if (!write || write.isUpper || asksSize(write)) return undefined;
  const { bar, tried, mask } = write;
  const asked = addressBits(bar, tried, false);
  const lost = (asked & ~mask) >>> 0;
  // a port has 16 bits: what a register leaves off above is no matter of alignment
  if (lost % bar.bytes === 0) return undefined;
  return { id: 'row-unaligned', bar, asked, kept: (tried & mask) >>> 0 };
};

const checks: readonly Check[] = [sizing, narrow, unclaimed, unaligned];

/** Of the row that was explained; the machine stands after it, or before. */
export const remarksOn = (m: Machine, e: Explanation): readonly Remark[] =>
  checks.flatMap((check) => check(m, e) ?? []);
