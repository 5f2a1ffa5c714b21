/** The words of a search in the trace: `bdf:00:03.0 reg:BAR0 op:write val:ffffffff`. What is wrong is told with its place. */
import { say, type Message, type Problem } from '../base/problem.ts';

export const searchLanes = ['cfg', 'io', 'mem', 'int', 'dma', 'event'] as const;
export type SearchLane = (typeof searchLanes)[number];

/** Bits that have to be equal; `mask` has a 1 where they do. */
export interface Bits {
  readonly value: number;
  readonly mask: number;
}

export type Term =
  | ({ readonly kind: 'bdf' } & Bits)
  /** A register's name, or part of it; `at` when it may be an offset. */
  | { readonly kind: 'reg'; readonly text: string; readonly at: number | undefined }
  | { readonly kind: 'op'; readonly op: SearchOp }
  | { readonly kind: 'val'; readonly low: Bits; readonly high: Bits }
  | { readonly kind: 'addr'; readonly from: number; readonly to: number }
  | { readonly kind: 'lane'; readonly lane: SearchLane }
  /** What was typed, or what a program said. */
  | { readonly kind: 'text'; readonly text: string }
  /** A free word: the name of a register or a device, or part of what was typed. */
  | { readonly kind: 'word'; readonly text: string };

const ops = ['read', 'write', 'abort'] as const;
export type SearchOp = (typeof ops)[number];

export interface Query {
  readonly terms: readonly Term[];
  readonly problems: readonly Problem[];
}

const keys = ['bdf', 'reg', 'op', 'val', 'addr', 'lane', 'text'] as const;
type Key = (typeof keys)[number];

/** A word, or several in double quotes, with the key before it. */
const word = /(?:([a-z]+):)?("[^"]*"?|[^\s"]+)/gi;

/** All terms of a search; a row has to meet every one of them. Terms with a problem are left out. */
export function parseSearch(text: string): Query {
  const terms: Term[] = [];
  const problems: Problem[] = [];
  for (const match of text.matchAll(word)) {
    const [whole, name, quoted = ''] = match;
    const given = quoted.replaceAll('"', '');
    const key = keys.find((each) => each === name?.toLowerCase());
    // what has a colon and is no term is a word with a colon in it: 00:03.0, or 01:00
    const made = key === undefined ? free(whole.replaceAll('"', ''), name) : read(key, given);
    const place = { from: match.index, to: match.index + whole.length };
    if (made === undefined) continue;
    if ('kind' in made) terms.push(made);
    else problems.push({ message: made, place });
  }
  return { terms, problems };
}

function free(given: string, name: string | undefined): Term | Message | undefined {
  if (given === '') return undefined;
  const bdf = bdfBits(given);
  if (bdf) return { kind: 'bdf', ...bdf };
  if (name === undefined || /^[0-9a-f]+$/i.test(name)) return { kind: 'word', text: given.toLowerCase() };
  return say('search.key', { given: name, keys: keys.map((key) => `${key}:`).join(' ') });
}

const expected = (key: Key, given: string): Message => say('search.value', { key, given });

function read(key: Key, given: string): Term | Message {
  const lower = given.toLowerCase();
  if (given === '') return expected(key, '');
  switch (key) {
    case 'bdf': {
      const bits = bdfBits(given);
      return bits ? { kind: 'bdf', ...bits } : expected(key, given);
    }
    case 'reg':
      return {
        kind: 'reg',
        text: lower,
        at: /^(0x)?[0-9a-f]{1,3}$/i.test(given) ? Number.parseInt(given, 16) : undefined,
      };
    case 'op': {
      const op = ops.find((each) => each.startsWith(lower));
      return op ? { kind: 'op', op } : expected(key, given);
    }
    case 'val':
      return valueBits(lower) ?? expected(key, given);
    case 'addr':
      return addresses(lower) ?? expected(key, given);
    case 'lane': {
      const lane = searchLanes.find((each) => each === lower);
      return lane ? { kind: 'lane', lane } : expected(key, given);
    }
    case 'text':
      return { kind: 'text', text: lower };
  }
}

/** "00:03.0", "0000:00:03.0", and with holes: "00:03", "*:03.*". */
function bdfBits(text: string): Bits | undefined {
  const match = /^(?:[0-9a-f]{1,8}:)?([0-9a-f]{1,2}|\*):([01]?[0-9a-f]|\*)(?:\.([0-7]|\*))?$/i.exec(text);
  if (!match) return undefined;
  const [bus, device, fn] = match
    .slice(1)
    .map((part: string | undefined) =>
      part === undefined || part === '*' ? undefined : Number.parseInt(part, 16),
    );
  return {
    value: ((bus ?? 0) << 8) | ((device ?? 0) << 3) | (fn ?? 0),
    mask: (bus === undefined ? 0 : 0xff00) | (device === undefined ? 0 : 0xf8) | (fn === undefined ? 0 : 7),
  };
}

/** Hex digits; an x or a ? stands for any one. */
function valueBits(text: string): Term | undefined {
  const digits = text.replace(/^0x/, '').replaceAll('_', '');
  if (!/^[0-9a-fx?]{1,16}$/.test(digits)) return undefined;
  const all = digits.padStart(16, '0');
  const bits = (part: string): Bits => ({
    value: Number.parseInt(part.replaceAll(/[x?]/g, '0'), 16),
    mask: Number.parseInt(part.replaceAll(/[0-9a-f]/g, 'f').replaceAll(/[x?]/g, '0'), 16),
  });
  return { kind: 'val', low: bits(all.slice(8)), high: bits(all.slice(0, 8)) };
}

/** "cf8", or "fee00000..fee0ffff". */
function addresses(text: string): Term | undefined {
  const match = /^(?:0x)?([0-9a-f]{1,13})(?:\.\.(?:0x)?([0-9a-f]{1,13}))?$/.exec(text);
  if (!match) return undefined;
  const from = Number.parseInt(match[1] ?? '', 16);
  const to = match[2] === undefined ? from : Number.parseInt(match[2], 16);
  return to < from ? undefined : { kind: 'addr', from, to };
}
