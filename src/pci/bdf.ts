/** Bus, device and function numbers: packed, written and read as lspci does. */
import { assert } from '../base/assert.ts';
import { hex } from '../base/hex.ts';

/** bus << 8 | device << 3 | function: a number software assigns, so it changes. */
export type Bdf = number & { readonly _: 'bdf' };

/** Is it a whole number of 16 bits? */
export const isBdf = (n: number): n is Bdf => Number.isInteger(n) && n >= 0 && n <= 0xffff;

/** The Bdf of 16 bits; what lies above them is dropped. */
export function asBdf(n: number): Bdf {
  const low = n & 0xffff;
  assert(isBdf(low), 'sixteen bits make a bdf');
  return low;
}

/** The Bdf of a bus, device and function; each is cut to its width. */
export const bdf = (bus: number, device: number, fn = 0): Bdf =>
  asBdf(((bus & 0xff) << 8) | ((device & 31) << 3) | (fn & 7));

export const busOf = (n: Bdf): number => n >> 8;
export const deviceOf = (n: Bdf): number => (n >> 3) & 31;
export const functionOf = (n: Bdf): number => n & 7;
/** Device and function in one byte. */
export const devfnOf = (n: Bdf): number => n & 0xff;

/** "00:03.0"; with a domain "0000:00:03.0". */
export function formatBdf(n: Bdf, domain?: number): string {
  const short = `${hex(busOf(n), 2)}:${hex(deviceOf(n), 2)}.${String(functionOf(n))}`;
  return domain === undefined ? short : `${hex(domain, 4)}:${short}`;
}

/** Reads "00:03.0" or "0000:00:03.0"; undefined when it is neither. */
export function parseBdf(text: string): { readonly domain: number; readonly bdf: Bdf } | undefined {
  const match = /^(?:([0-9a-f]{1,8}):)?([0-9a-f]{1,2}):([01]?[0-9a-f])\.([0-7])$/i.exec(text.trim());
  if (!match) return undefined;
  const [, domain, bus, device, fn] = match;
  const number = (digits: string | undefined): number => Number.parseInt(digits ?? '0', 16);
  return { domain: number(domain), bdf: bdf(number(bus), number(device), number(fn)) };
}

/** What `-s` picks: a part that is missing fits everything. */
export interface SlotFilter {
  readonly domain?: number;
  readonly bus?: number;
  readonly device?: number;
  readonly fn?: number;
}

const piece = (text: string | undefined, max: number): number | 'any' | 'bad' => {
  if (text === undefined || text === '' || text === '*') return 'any';
  if (!/^[0-9a-f]+$/i.test(text)) return 'bad';
  const n = Number.parseInt(text, 16);
  return n <= max ? n : 'bad';
};

/** Reads `[[[domain]:]bus:][device][.[function]]` with `*` for any, numbers in hex; undefined when it is not that. */
export function parseSlotFilter(text: string): SlotFilter | undefined {
  const match = /^(?:(?:([^:.]*):)?([^:.]*):)?([^:.]*)(?:\.([^:.]*))?$/.exec(text.trim());
  if (!match) return undefined;
  const domain = piece(match[1], 0x7fffffff);
  const bus = piece(match[2], 0xff);
  const device = piece(match[3], 0x1f);
  const fn = piece(match[4], 7);
  if (domain === 'bad' || bus === 'bad' || device === 'bad' || fn === 'bad') return undefined;
  return {
    ...(domain === 'any' ? {} : { domain }),
    ...(bus === 'any' ? {} : { bus }),
    ...(device === 'any' ? {} : { device }),
    ...(fn === 'any' ? {} : { fn }),
  };
}

export const fitsSlot = (filter: SlotFilter, n: Bdf, domain = 0): boolean =>
  (filter.domain === undefined || filter.domain === domain) &&
  (filter.bus === undefined || filter.bus === busOf(n)) &&
  (filter.device === undefined || filter.device === deviceOf(n)) &&
  (filter.fn === undefined || filter.fn === functionOf(n));
