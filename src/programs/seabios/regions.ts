/** What wants addresses: a list per bus and kind, largest alignment first, then largest size; equals keep their order. */
import type { Found } from './state.ts';

export const kinds = ['io', 'memory', 'prefetch'] as const;
export type Kind = (typeof kinds)[number];

export interface Entry {
  readonly found: Found;
  /** 0–5; 6 is the expansion ROM; -1 the window of a bridge. */
  readonly bar: number;
  readonly bytes: number;
  readonly align: number;
  readonly is64: boolean;
  readonly kind: Kind;
}

/** The entries of one kind on one bus, and where they will begin. */
export interface Region {
  base: number;
  entries: Entry[];
}

export interface Bus {
  readonly regions: Readonly<Record<Kind, Region>>;
  /** The bridge that leads here; undefined for a root, whose needs all count as bus 0's. */
  bridge: Found | undefined;
}

const emptyRegion = (): Region => ({ base: 0, entries: [] });

export const emptyBus = (): Bus => ({
  regions: { io: emptyRegion(), memory: emptyRegion(), prefetch: emptyRegion() },
  bridge: undefined,
});

export function insert(bus: Bus, entry: Entry): void {
  const { entries } = bus.regions[entry.kind];
  const after = entries.findLastIndex(
    ({ align, bytes }) => align > entry.align || (align === entry.align && bytes >= entry.bytes),
  );
  entries.splice(after + 1, 0, entry);
}

export const alignOf = ({ entries }: Region): number => entries[0]?.align ?? 1;
export const sumOf = ({ entries }: Region): number => entries.reduce((sum, { bytes }) => sum + bytes, 0);

export const up = (n: number, align: number): number => Math.ceil(n / align) * align;
export const down = (n: number, align: number): number => Math.floor(n / align) * align;
