/** What the picture says about an access at one of its beats: in the CPU's box, under the cards, on the line. Pure. */
import { hex } from '../../base/hex.ts';
import type { Explanation } from '../../engine/explain.ts';
import { Op, type Row } from '../../engine/trace.ts';
import { valueText, type Beat, type BeatKind } from '../../session/beats.ts';
import { bdfText } from '../../session/names.ts';
import { reached, type Route } from './route.ts';

const registers: Readonly<Record<number, string>> = { 1: 'al', 2: 'ax', 4: 'eax', 8: 'rax' };

/** The CPU's instruction, as short as it can be told: "in cfc → eax". Undefined when the CPU does nothing. */
export function instruction(row: Row): string | undefined {
  const address = hex(row.address);
  const register = registers[row.bytes] ?? '';
  switch (row.op) {
    case Op.io:
    case Op.latch:
    case Op.config:
      return row.write ? `out ${address} ← ${register}` : `in ${address} → ${register}`;
    case Op.memory:
    case Op.ecam:
      return `${row.write ? 'store' : 'load'} ${address}`;
    case Op.dma:
    case Op.message:
    case Op.event:
      return undefined;
  }
}

/** Has the row come as far as a beat of one of these kinds? */
export const hasCome = (beats: readonly Beat[], beat: number, ...kinds: readonly BeatKind[]): boolean =>
  beats.slice(0, beat).some((b) => kinds.includes(b.kind));

/** The value in the CPU's register: what it writes, or what it has received. */
export function registerValue(row: Row, beats: readonly Beat[], beat: number): string | undefined {
  if (instruction(row) === undefined) return undefined;
  const known = row.write || beat >= beats.length || hasCome(beats, beat, 'return');
  return known ? valueText(row).slice(2) : undefined;
}

export interface Pill {
  /** Under which function; -1 is the host bridge, -2 memory. */
  readonly fn: number;
  readonly verb: 'claims' | 'keeps' | 'answers' | 'asks';
  readonly value: string | undefined;
}

/** Who answered what, once it has. */
export function pillOf(e: Explanation, beats: readonly Beat[], beat: number): Pill | undefined {
  const { row } = e;
  if (row.op === Op.dma || row.op === Op.message) return { fn: row.fn, verb: 'asks', value: valueText(row) };
  if (hasCome(beats, beat, 'platform')) {
    return { fn: row.op === Op.memory && row.fn < 0 ? -2 : -1, verb: 'answers', value: valueText(row) };
  }
  if (row.fn < 0 || !hasCome(beats, beat, 'claim')) return undefined;
  const kept = beats.slice(0, beat).findLast((b) => b.kind === 'mask');
  if (kept) return { fn: row.fn, verb: 'keeps', value: kept.token };
  return { fn: row.fn, verb: 'claims', value: valueText(row) };
}

export interface Compare {
  readonly fn: number;
  /** "01 ≤ 01 ≤ 01". */
  readonly text: string;
  /** What leaves the bridge below; undefined for accesses that are not configuration cycles. */
  readonly collar: 'type1' | 'converts' | undefined;
}

/** The comparisons that bridges have made so far in favour of the access. */
export function comparesOf(e: Explanation, beats: readonly Beat[], beat: number): readonly Compare[] {
  const { row, config } = e;
  return beats.slice(0, beat).flatMap((b): Compare[] => {
    if (b.kind !== 'forward' && b.kind !== 'convert') return [];
    const hop = e.hops.find((h) => h.fn === b.fn && (h.why === 'forwards' || h.why === 'converts'));
    // an expander compares nothing: it lets every address pass
    const all = row.op === Op.io ? 0xffff : 2 ** 52 - 1;
    if (!hop || (!config && hop.from === 0 && hop.to === all)) return [];
    const collar = !config ? undefined : hop.why === 'converts' ? 'converts' : 'type1';
    const write = config
      ? (n: number): string => hex(n, 2)
      : row.op === Op.io
        ? (n: number): string => hex(n, 4).toUpperCase()
        : (n: number): string => hex(Math.floor(n / 0x1_0000), 4).toUpperCase();
    const middle = config ? config.bdf >> 8 : row.address;
    return [{ fn: b.fn, text: `${write(hop.from)} ≤ ${write(middle)} ≤ ${write(hop.to)}`, collar }];
  });
}

export type Refusal = 'not-for-me' | 'decode-off' | 'behind' | { readonly outside: string };

/** Functions that heard the access and did not take it, with why; only while it is on its way. */
export function refusals(
  e: Explanation,
  route: Route,
  beats: readonly Beat[],
  beat: number,
  wireOf: (fn: number) => number,
  fns: Iterable<number>,
): ReadonlyMap<number, Refusal> {
  const found = new Map<number, Refusal>();
  const playing = beat < beats.length || beats.at(-1)?.kind === 'abort';
  if (!playing || route.entered.length === 0) return found;
  const far = reached(route, beat);
  const asked = new Set(route.wires.filter((_, i) => (route.entered[i] ?? Infinity) <= far));
  for (const fn of fns) {
    if (!asked.has(wireOf(fn)) || route.touched.has(fn)) continue;
    const hop = e.hops.find((h) => h.fn === fn);
    if (hop?.why === 'disabled') found.set(fn, 'decode-off');
    else if (hop?.why === 'shadowed') found.set(fn, 'behind');
    else if (hop && e.config && hop.why === 'outside') {
      found.set(fn, { outside: `${hex(e.config.bdf >> 8, 2)} ∉ ${hex(hop.from, 2)}–${hex(hop.to, 2)}` });
    } else found.set(fn, 'not-for-me');
  }
  return found;
}

/** Whom nobody was: a BDF, or an address. */
export const absentText = (e: Explanation): string =>
  e.config ? bdfText(e.config.bdf) : hex(e.row.address, 8);

export type Decision =
  | { readonly type: 'off' }
  | {
      readonly type: 0;
      readonly device: number;
      /** AD line of its IDSEL; undefined when there is none. */ readonly line: number | undefined;
    }
  | { readonly type: 1; readonly bus: number };

/** What the host bridge makes of a bdf: IDSEL of device n on AD[11+n], as host bridges commonly wire it. */
export function decisionOf(bdf: number, enabled: boolean): Decision {
  if (!enabled) return { type: 'off' };
  const device = (bdf >> 3) & 31;
  if (bdf >> 8 !== 0) return { type: 1, bus: bdf >> 8 };
  return { type: 0, device, line: device <= 20 ? 11 + device : undefined };
}
