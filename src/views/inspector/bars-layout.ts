/** The base address registers of a function as rows of a table, and why one does not decode. */
import type { Machine } from '../../engine/machine.ts';
import { barAddress } from '../../engine/mappings.ts';
import { placedBars } from '../../engine/regions.ts';
import type { BarSpec } from '../../engine/shape.ts';
import { sizedBy } from '../../session/inspector-accesses.ts';
import { unsizedBars } from '../../session/unsized-bars.ts';

export interface BarRow {
  /** 0–5; 6 is the expansion ROM. */
  readonly index: number;
  readonly kind: BarSpec['kind'];
  readonly prefetchable: boolean;
  /** Byte offset of the register. */
  readonly at: number;
  /** Undefined where a dump does not tell. */
  readonly bytes: number | undefined;
  readonly address: number;
  readonly state: BarState;
  /** The row of the trace whose read-back told the size, or -1. */
  readonly sizedBy: number;
  /** Undefined where the machine does not know the register well enough to act on it. */
  readonly bar: BarSpec | undefined;
}

export type BarState =
  | { readonly why: 'decodes' }
  /** The bit of Command that would let it decode is 0. */
  | { readonly why: 'io-off' | 'memory-off' }
  | { readonly why: 'rom-off' }
  | { readonly why: 'zero' }
  /** It would wrap, or reach past the top of its space. */
  | { readonly why: 'too-high' }
  /** Decodes, but a bridge above (a function index) does not pass it down. */
  | { readonly why: 'outside'; readonly bridge: number };

/** Rows in order of index. `cursor` is where the machine stands. */
export function barRows(m: Machine, fn: number, cursor: number): BarRow[] {
  const rows = placedBars(m)
    .filter((placed) => placed.fn === fn)
    .map(({ bar, address, mapped, outside }): BarRow => {
      const { index, kind, prefetchable, at, bytes } = bar;
      const [bridge] = outside;
      const state: BarState = mapped
        ? bridge === undefined
          ? { why: 'decodes' }
          : { why: 'outside', bridge }
        : whyNot(m, fn, bar, address);
      return {
        index,
        kind,
        prefetchable,
        at,
        bytes,
        address,
        state,
        sizedBy: sizedBy(m, cursor, fn, bar),
        bar,
      };
    });
  rows.push(...untold(m, fn));
  return rows.sort((a, b) => a.index - b.index);
}

function whyNot(m: Machine, fn: number, bar: BarSpec, address: number): BarState {
  // the functions of a dump came up decoding; nothing has been written since that would have mapped them
  if (barAddress(m, fn, bar) >= 0) return { why: 'decodes' };
  const { kind, at } = bar;
  const command = m.word(fn, 1);
  if (kind === 'io' && (command & 1) === 0) return { why: 'io-off' };
  if (kind !== 'io' && (command & 2) === 0) return { why: 'memory-off' };
  if (kind === 'rom' && (m.word(fn, at >> 2) & 1) === 0) return { why: 'rom-off' };
  return address === 0 ? { why: 'zero' } : { why: 'too-high' };
}

/** What a dump did not tell the size of. */
const untold = (m: Machine, fn: number): BarRow[] =>
  unsizedBars(m, fn).map(({ enabled, ...bar }) => ({
    ...bar,
    bytes: undefined,
    state: enabled
      ? { why: bar.address === 0 ? 'zero' : 'decodes' }
      : { why: bar.kind === 'io' ? 'io-off' : 'memory-off' },
    sizedBy: -1,
    bar: undefined,
  }));
