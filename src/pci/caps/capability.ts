/** What a capability's file declares: its id, its title and its registers. */
import type { Layout } from '../fields.ts';
import { field, layout, register, type Block } from '../table.ts';

/** Reads the nth dword counted from the capability's start. */
export type Words = (n: number) => number;

/** What a capability's own words do not tell: whose it is. */
export interface Bearer {
  /** Header layout: 0 endpoint, 1 bridge, 2 CardBus. */
  readonly header: number;
  /** Device/Port Type of its PCI Express capability; undefined when it has none. */
  readonly port?: number;
}

type Expand = (word: Words, bearer: Bearer) => Layout;

/** A capability structure. The layout itself is the shortest or usual form; `expand` gives the one that the words declare. */
export interface Capability extends Layout {
  readonly cap: { readonly id: number; readonly extended: boolean };
  /** As lspci titles it: "Power Management". */
  readonly title: string;
  readonly expand?: Expand;
}

const head = (): Block[] => [
  register(0, 1, 'Capability ID', 'ro'),
  register(1, 1, 'Next Capability Pointer', 'ro', (value) =>
    value === 0 ? 'end' : value.toString(16).padStart(2, '0'),
  ),
];

const extendedHead = (): Block[] => [
  register(0, 4, 'Extended Capability Header', [
    field(15, 0, 'Extended Capability ID', 'ro'),
    field(19, 16, 'Capability Version', 'ro'),
    field(31, 20, 'Next Capability Offset', 'ro', (value) =>
      value === 0 ? 'end' : value.toString(16).padStart(3, '0'),
    ),
  ]),
];

/** The layout of a capability of the first 256 bytes: its two-byte head, then `blocks`. */
export const standardLayout = (id: string, bytes: number, blocks: readonly Block[]): Layout =>
  layout(id, bytes, [...head(), ...blocks]);

/** The layout of a capability from 0x100 on: its four-byte head, then `blocks`. */
export const extendedLayout = (id: string, bytes: number, blocks: readonly Block[]): Layout =>
  layout(id, bytes, [...extendedHead(), ...blocks]);

const capability = (
  extended: boolean,
  id: number,
  title: string,
  plain: Layout,
  expand: Expand | undefined,
): Capability => ({ ...plain, cap: { id, extended }, title, ...(expand === undefined ? {} : { expand }) });

/** A capability of the first 256 bytes; `expand` may give other bytes and blocks for what the words declare. */
export const standard = (id: number, title: string, plain: Layout, expand?: Expand): Capability =>
  capability(false, id, title, plain, expand);

/** A capability from 0x100 on. */
export const extended = (id: number, title: string, plain: Layout, expand?: Expand): Capability =>
  capability(true, id, title, plain, expand);

/** Dwords that only a vendor can name, from `from` up to `length` bytes. */
export function dataDwords(name: string, from: number, length: number): Block[] {
  const blocks: Block[] = [];
  for (let at = from; at + 4 <= length; at += 4) {
    blocks.push(register(at, 4, `${name} ${at.toString(16).toUpperCase().padStart(2, '0')}h`, 'rw'));
  }
  return blocks;
}
