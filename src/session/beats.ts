/**
 * The beats of one row: the moments of an access that can be told, drawn and stopped at one by one.
 * Pure: the same row gives the same beats. Beat numbers count from 1; the last one is the state after the row.
 */
import { hex0x, hex, size } from '../base/hex.ts';
import { join } from '../base/bits.ts';
import { say, type Message } from '../base/problem.ts';
import { errorOf } from '../models/caps/error-names.ts';
import type { Explanation, Hop } from '../engine/explain.ts';
import type { Machine } from '../engine/machine.ts';
import { Event, Op, Outcome, type Row } from '../engine/trace.ts';
import { Under } from '../engine/platform.ts';
import { barText, bdfText, functionText } from './names.ts';
import { registerText } from './register-text.ts';
import { writeBeats } from './write-beats.ts';

export type BeatKind =
  /** The CPU puts the access out. */
  | 'ask'
  /** CONFIG_ADDRESS takes the dword apart. */
  | 'latch'
  /** CONFIG_ADDRESS does not take it: not an aligned dword. */
  | 'bounce'
  /** The host bridge decides: Type 0 or Type 1, PCI or not. */
  | 'decide'
  /** A bridge passes it on. */
  | 'forward'
  /** A bridge turns Type 1 into Type 0. */
  | 'convert'
  | 'claim'
  /** RAM, ROM or a chipset register answers; PCI is not asked. */
  | 'platform'
  /** Nobody claims. */
  | 'abort'
  /** The answer is made up at the bridge. */
  | 'ones'
  /** The write mask decides what is kept. */
  | 'mask'
  /** The value arrives at the CPU. */
  | 'return'
  /** BAR sizing: type bits masked off, inverted, plus one. */
  | 'flags'
  | 'invert'
  | 'add'
  /** A BAR begins, moves or ceases to decode. */
  | 'map'
  | 'unmap'
  /** Programmed, but Command does not let it decode. */
  | 'outline'
  /** A bridge's window opens, closes or moves. */
  | 'window'
  /** A bridge gets the numbers of the buses behind it. */
  | 'numbers'
  /** Something that is not a CPU access: reset, clock, DMA, message. */
  | 'event';

export interface Beat {
  readonly kind: BeatKind;
  readonly say: Message;
  /** Where it happens: the wire, and the function (-1 for the host bridge and the CPU). */
  readonly wire: number;
  readonly fn: number;
  /** What the token carries. */
  readonly token: string;
}

const digits = (bytes: number): number => bytes * 2;

/** The value of a row as text of its width. */
export const valueText = (row: Row): string =>
  row.bytes === 8 ? `0x${hex(row.high, 8)}${hex(row.value, 8)}` : hex0x(row.value, digits(row.bytes));

/** Beats of an explained row. The machine stands just after the row, or anywhere: only names are read from it. */
export function beatsOf(m: Machine, e: Explanation): Beat[] {
  switch (e.row.op) {
    case Op.latch:
      return latchBeats(e);
    case Op.config:
    case Op.ecam:
      return configBeats(m, e);
    case Op.io:
    case Op.memory:
      return addressBeats(m, e);
    default:
      return [eventBeat(m, e.row)];
  }
}

const host = { wire: -1, fn: -1 };

function latchBeats({ row }: Explanation): Beat[] {
  const value = valueText(row);
  if (!row.write) {
    return [
      { ...host, kind: 'ask', token: '?', say: say('say.latch-read', { port: hex0x(row.address) }) },
      { ...host, kind: 'return', token: value, say: say('say.return', { value }) },
    ];
  }
  const put: Beat = { ...host, kind: 'ask', token: value, say: say('say.latch-write', { value }) };
  if (row.outcome === Outcome.ignored) {
    return [
      put,
      { ...host, kind: 'bounce', token: value, say: say('say.latch-narrow', { bytes: row.bytes }) },
    ];
  }
  const bdf = (row.value >>> 8) & 0xffff;
  const slots = {
    bus: hex(bdf >> 8, 2),
    device: hex((bdf >> 3) & 31, 2),
    function: bdf & 7,
    register: hex0x(row.value & 0xfc, 2),
  };
  const enabled = row.value >>> 31 === 1;
  return [
    put,
    {
      ...host,
      kind: 'latch',
      token: value,
      say: enabled ? say('say.latch', slots) : say('say.latch-off', { value }),
    },
  ];
}

function configBeats(m: Machine, e: Explanation): Beat[] {
  const { row, config, hops } = e;
  if (!config) return [];
  const value = valueText(row);
  const target = bdfText(config.bdf);
  const via = row.op === Op.ecam ? hex0x(row.address) : hex(row.address).toUpperCase();
  const carried = row.write ? value : '?';
  const beats: Beat[] = [
    {
      ...host,
      kind: 'ask',
      token: carried,
      say: row.write ? say('say.data-write', { value, via }) : say('say.data-read', { via }),
    },
  ];
  if (!config.enabled) {
    beats.push({ ...host, kind: 'ones', token: value, say: say('say.disabled', {}) });
    return row.write ? beats : [...beats, returned(value)];
  }
  const bus = config.bdf >> 8;
  const device = (config.bdf >> 3) & 31;
  beats.push({
    ...host,
    kind: 'decide',
    token: carried,
    say: config.type === 0 ? say('say.type0', { device }) : say('say.type1', { bus: hex(bus, 2) }),
  });
  for (const hop of hops) {
    const bridge = hop.fn >= 0 && (hop.why === 'forwards' || hop.why === 'converts');
    if (!bridge) continue;
    const numbers = {
      bridge: functionText(m, hop.fn),
      bus: hex(bus, 2),
      secondary: hex(hop.from, 2),
      subordinate: hex(hop.to, 2),
    };
    beats.push({
      kind: hop.why === 'converts' ? 'convert' : 'forward',
      wire: hop.wire,
      fn: hop.fn,
      token: carried,
      say: hop.why === 'converts' ? say('say.convert', { ...numbers, device }) : say('say.forward', numbers),
    });
  }
  const wire = e.wires.at(-1) ?? 0;
  if (row.fn < 0) return [...beats, ...abortBeats(row, wire, target, value)];
  const register = registerText(m, row.fn, config.offset, row.bytes);
  const claim = { wire, fn: row.fn, token: value };
  if (row.write) {
    beats.push({ ...claim, kind: 'claim', say: say('say.claim-write', { who: target, register, value }) });
    return [...beats, ...writeBeats(m, e, register, target)];
  }
  beats.push({ ...claim, kind: 'claim', say: say('say.claim-read', { who: target, register, value }) });
  return [...beats, returned(value), ...sizingBeats(m, row, config.offset, target)];
}

const returned = (value: string): Beat => ({
  ...host,
  kind: 'return',
  token: value,
  say: say('say.return', { value }),
});

function abortBeats(row: Row, wire: number, who: string, value: string): Beat[] {
  const abort: Beat = { wire, fn: -1, kind: 'abort', token: '✕', say: say('say.abort', { who }) };
  if (row.write) return [abort];
  return [abort, { ...host, kind: 'ones', token: value, say: say('say.ones', { value }) }, returned(value)];
}

/** A read-back of all ones through a BAR's mask: the arithmetic that gives its size. */
function sizingBeats(m: Machine, row: Row, offset: number, who: string): Beat[] {
  if (row.bytes !== 4) return [];
  const shape = m.shape(row.fn);
  const bar = shape.bars.find((b) => b.at === offset || (b.kind === 'mem64' && b.at + 4 === offset));
  if (!bar) return [];
  const isUpper = offset !== bar.at;
  const low = isUpper ? m.word(row.fn, bar.at >> 2) >>> 0 : row.value;
  const lowMask = (shape.write[bar.at >> 2] ?? 0) >>> 0;
  const upperMask = (shape.write[(bar.at >> 2) + 1] ?? 0) >>> 0;
  const lowSized = (low & lowMask) >>> 0 === lowMask;
  if (!lowSized || (isUpper ? (row.value & upperMask) >>> 0 !== upperMask : lowMask === 0)) return [];
  const bareLow = (low & (bar.kind === 'io' ? ~3 : bar.kind === 'rom' ? ~0x7ff : ~15)) >>> 0;
  const invertedLow = ~bareLow >>> 0;
  const invertedHigh = isUpper ? ~row.value >>> 0 : 0;
  // of a 64-bit BAR the second read puts both halves together
  const text = (high: number, word: number): string =>
    isUpper ? `0x${hex(high, 8)}${hex(word, 8)}` : hex0x(word, 8);
  const read = text(row.value, low);
  const bare = text(row.value, bareLow);
  const inverted = text(invertedHigh, invertedLow);
  const bytes = size(join(invertedHigh, invertedLow) + 1);
  const place = { wire: -1, fn: row.fn };
  return [
    { ...place, kind: 'flags', token: bare, say: say('say.size-flags', { value: read, bare }) },
    { ...place, kind: 'invert', token: inverted, say: say('say.size-invert', { bare, inverted }) },
    {
      ...place,
      kind: 'add',
      token: bytes,
      say: say('say.size', { who, bar: barText(bar), value: hex0x(row.value, 8), bytes }),
    },
  ];
}

function addressBeats(m: Machine, e: Explanation): Beat[] {
  const { row, hops } = e;
  const io = row.op === Op.io;
  const address = hex0x(row.address);
  const value = valueText(row);
  const carried = row.write ? value : '?';
  const slots = { address, bytes: row.bytes };
  const ask = row.write
    ? say(io ? 'say.io-write' : 'say.memory-write', { ...slots, value })
    : say(io ? 'say.io-read' : 'say.memory-read', slots);
  const beats: Beat[] = [{ ...host, kind: 'ask', token: carried, say: ask }];
  if (row.outcome === Outcome.platform) {
    const what = platformName(m, row, io);
    beats.push({ ...host, kind: 'platform', token: value, say: say('say.platform', { what, value }) });
    return row.write ? beats : [...beats, returned(value)];
  }
  beats.push({ ...host, kind: 'decide', token: carried, say: say('say.to-pci', { address }) });
  for (const hop of hops) if (hop.why === 'forwards') beats.push(windowBeat(m, hop, carried, address));
  const wire = e.wires.at(-1) ?? 0;
  if (row.fn < 0) {
    const off = hops.find((h) => h.why === 'disabled');
    const who = off ? functionText(m, off.fn) : '';
    beats.push({
      wire,
      fn: off?.fn ?? -1,
      kind: 'abort',
      token: '✕',
      say: off ? say('say.abort-disabled', { address, who }) : say('say.abort-address', { address }),
    });
    if (row.write) return beats;
    return [
      ...beats,
      { ...host, kind: 'ones', token: value, say: say('say.made-up', { value }) },
      returned(value),
    ];
  }
  const who = functionText(m, row.fn);
  const bar = m
    .shape(row.fn)
    .bars.find((b) => hops.some((h) => h.fn === row.fn && h.why === 'hit' && h.to - h.from + 1 === b.bytes));
  const place = bar ? barText(bar) : '';
  const claim = { wire, fn: row.fn, token: value, kind: 'claim' } as const;
  if (row.write) return [...beats, { ...claim, say: say('say.claim-address-write', { who, place, value }) }];
  return [...beats, { ...claim, say: say('say.claim-address-read', { who, place, value }) }, returned(value)];
}

function windowBeat(m: Machine, { wire, fn, from, to }: Hop, token: string, address: string): Beat {
  const who = functionText(m, fn);
  const told = m.shape(fn).root
    ? say('say.expander', { expander: who, address })
    : say('say.window', { bridge: who, address, from: hex0x(from), to: hex0x(to) });
  return { kind: 'forward', wire, fn, token, say: told };
}

/** RAM or the name of the chipset's stretch. */
function platformName(m: Machine, row: Row, io: boolean): string {
  const space = io ? 'io' : 'memory';
  const named = m.board.platform
    .map(m)
    .find((r) => r.space === space && row.address >= r.from && row.address <= r.to);
  if (named) return named.name;
  const fixed = m.board.platform.fixed.find(
    (r) => r.space === space && row.address >= r.from && row.address <= r.to,
  );
  if (fixed) return fixed.ops.name;
  return m.board.platform.under(m, row.address) === Under.pci ? 'ROM' : 'RAM';
}

function eventBeat(m: Machine, row: Row): Beat {
  const value = valueText(row);
  const who = row.fn >= 0 ? functionText(m, row.fn) : '';
  const address = hex0x(row.address);
  const place = { wire: -1, fn: row.fn, kind: 'event' as const, token: value };
  if (row.op === Op.dma) {
    const slots = { who, address, value };
    const blocked = row.outcome === Outcome.ignored;
    return {
      ...place,
      say: blocked
        ? say('say.dma-blocked', { who })
        : row.write
          ? say('say.dma-write', slots)
          : say('say.dma-read', slots),
    };
  }
  if (row.op === Op.message) return { ...place, say: say('say.message', { who, address, value }) };
  const part = m.board.parts[row.fn];
  if (part && row.target === Event.error) {
    const error = errorOf(row)?.name ?? '';
    return {
      ...place,
      say:
        row.outcome === Outcome.claimed
          ? say('say.error-heard', { who, error })
          : say('say.error', { who, error }),
    };
  }
  if (part) {
    const slots = { part: part.path, model: part.model, bus: m.board.wires[part.wire]?.name ?? '' };
    return { ...place, say: row.target === Event.plug ? say('say.plug', slots) : say('say.unplug', slots) };
  }
  if (row.target === Event.reset) return { ...place, say: say('say.reset', {}) };
  return { ...place, say: say('say.clock', { ns: join(row.high, row.value) }) };
}

const tellingKinds: ReadonlySet<BeatKind> = new Set(['add', 'map', 'unmap', 'outline', 'window', 'numbers']);

/** The one sentence of a whole row: what its story comes to. */
export function sentenceOf(m: Machine, e: Explanation, beats: readonly Beat[]): Message {
  const { row, config } = e;
  const telling = beats.findLast((b) => tellingKinds.has(b.kind));
  if (telling) return telling.say;
  if ((row.op === Op.config || row.op === Op.ecam) && config?.enabled) {
    const who = bdfText(config.bdf);
    const value = valueText(row);
    if (row.fn < 0) return row.write ? say('say.abort', { who }) : say('say.absent', { who, value });
    const register = registerText(m, row.fn, config.offset, row.bytes);
    if (!row.write) return say('say.config-read', { who, register, value });
    return beats.find((b) => b.kind === 'mask')?.say ?? say('say.claim-write', { who, register, value });
  }
  if (row.op === Op.latch && row.write && row.outcome !== Outcome.ignored && row.value >>> 31 === 1) {
    const bdf = (row.value >>> 8) & 0xffff;
    const fn = m.find(bdf);
    const offset = row.value & 0xfc;
    const register = fn < 0 ? hex0x(offset, 2) : registerText(m, fn, offset, 4);
    return say('say.latched', { value: valueText(row), who: bdfText(bdf), register });
  }
  const ending = beats.findLast((b) => b.kind !== 'return' && b.kind !== 'ones');
  return ending?.say ?? say('say.reset', {});
}
