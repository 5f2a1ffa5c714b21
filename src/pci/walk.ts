/** Walks both capability lists of a function. Calm: whatever the bytes say, it ends and shows what it found. */
import { bits } from '../base/bits.ts';
import type { Bearer } from './caps/capability.ts';
import { capabilityTable, type Capability } from './caps/index.ts';
import type { Layout } from './fields.ts';
import { headerType } from './header.ts';

/**
 * - `loop`: the list came back to a place it had been to; the walk ends here.
 * - `outside`: the pointer leads into the header or past the end of the space; the walk ends here.
 * - `unread`: the dump does not hold the bytes there; the walk ends here.
 * - `broken`: all ones there; the walk ends here.
 * - `misaligned`: the pointer's two reserved bits were set; they are dropped and the walk goes on.
 */
export type WalkTrouble = 'loop' | 'outside' | 'unread' | 'broken' | 'misaligned';

export interface CapabilityAt {
  /** Byte offset in configuration space. */
  readonly at: number;
  /** 0 where there is nothing to read. */
  readonly id: number;
  readonly extended: boolean;
  /** Of an extended capability: bits 19:16 of its header. */
  readonly version?: number;
  /** The next pointer as it stands in the bytes. */
  readonly next: number;
  /** Its table; undefined for an id that has none. */
  readonly capability?: Capability;
  /** The registers that its words declare: `capability` expanded. */
  readonly layout?: Layout;
  /** Bytes it takes: its layout's, or its head's when it has no table; 0 in a row that only reports trouble. */
  readonly length: number;
  readonly trouble?: WalkTrouble;
}

/** Reads dword n of a configuration space; undefined where a dump is silent. */
export type ReadWord = (dword: number) => number | undefined;

/** Does this row stand for a capability, rather than for where the walk ended? */
export const isCapability = (row: CapabilityAt): boolean => row.length > 0;

const dead = (at: number, extended: boolean, trouble: WalkTrouble, id = 0): CapabilityAt => ({
  at,
  id,
  extended,
  next: 0,
  length: 0,
  trouble,
});

/** One of the two lists: where it may lie, and how much of that there is to read. */
interface List {
  readonly read: ReadWord;
  readonly extended: boolean;
  readonly from: number;
  readonly limit: number;
  readonly end: number;
  readonly bearer: Bearer;
}

function live(list: List, at: number, head: number, misaligned: boolean): CapabilityAt {
  const { extended, read } = list;
  const id = bits(head, extended ? 15 : 7, 0);
  const capability = capabilityTable(id, extended);
  const layout = capability?.expand?.((n) => read((at >> 2) + n) ?? 0, list.bearer) ?? capability;
  return {
    at,
    id,
    extended,
    ...(extended ? { version: bits(head, 19, 16) } : {}),
    next: extended ? bits(head, 31, 20) : bits(head, 15, 8),
    ...(capability === undefined ? {} : { capability }),
    ...(layout === undefined ? {} : { layout }),
    length: Math.min(layout?.bytes ?? (extended ? 4 : 2), list.limit - at),
    ...(misaligned ? { trouble: 'misaligned' } : {}),
  };
}

/** What a pointer leads to; undefined at the end of the list. */
function step(list: List, pointer: number, seen: ReadonlySet<number>): CapabilityAt | undefined {
  const at = pointer & ~3;
  if (at === 0) return undefined;
  if (at < list.from || at >= list.end) return dead(pointer, list.extended, 'outside');
  const head = at < list.limit ? list.read(at >> 2) : undefined;
  if (head === undefined) return dead(at, list.extended, 'unread');
  // An empty extended list is zeroes at 0x100; further on, lspci too takes zeroes or all ones for the end.
  if (list.extended && (head === 0 || head >>> 0 === 0xffffffff)) return undefined;
  const id = bits(head, list.extended ? 15 : 7, 0);
  if (seen.has(at)) return dead(at, list.extended, 'loop', id);
  if (!list.extended && id === 0xff) return dead(at, false, 'broken', id);
  return live(list, at, head, (pointer & 3) !== 0);
}

function follow(list: List, first: number): CapabilityAt[] {
  const rows: CapabilityAt[] = [];
  const seen = new Set<number>();
  for (let row = step(list, first, seen); row !== undefined; row = step(list, row.next, seen)) {
    rows.push(row);
    if (!isCapability(row)) break;
    seen.add(row.at);
  }
  return rows;
}

/**
 * The capabilities in list order, the extended ones after them. `limitBytes` is how much of the space there is to read:
 * 64, 256 or 4096. The extended list is looked for only where a PCI Express or PCI-X capability says it may exist, as lspci does.
 */
export function capabilities(word: ReadWord, limitBytes: number): CapabilityAt[] {
  const [ids, status] = [word(0), word(1)];
  if (ids === undefined || ids >>> 0 === 0xffffffff || status === undefined) return [];
  if ((status & (1 << 20)) === 0) return [];
  const type = headerType((n) => word(n) ?? 0);
  const first = bits(word(type === 2 ? 0x14 >> 2 : 0x34 >> 2) ?? 0, 7, 0);
  const plain = { read: word, extended: false, from: 0x40, limit: Math.min(limitBytes, 256), end: 256 };
  const rows = follow({ ...plain, bearer: { header: type } }, first);
  const express = rows.find((row) => isCapability(row) && row.id === 0x10);
  const mayExtend = express !== undefined || rows.some((row) => isCapability(row) && row.id === 0x07);
  if (limitBytes <= 256 || !mayExtend || word(0x40) === undefined) return rows;
  const bearer =
    express === undefined
      ? { header: type }
      : { header: type, port: bits(word(express.at >> 2) ?? 0, 23, 20) };
  return [
    ...rows,
    ...follow({ read: word, extended: true, from: 0x100, limit: limitBytes, end: limitBytes, bearer }, 0x100),
  ];
}
