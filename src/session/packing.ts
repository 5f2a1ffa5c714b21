/** Placement as the packing problem that it is: what a program has said so far about sizes and addresses, bus by bus. */
import type { Message } from '../base/problem.ts';
import type { Sentences } from './sentences.ts';

const kinds = ['io', 'memory', 'prefetch'] as const;
export type PackedKind = (typeof kinds)[number];

/** A BAR, or the window of a bridge, among those that want addresses on a bus. */
export interface PackedEntry {
  readonly who: string;
  /** 0–5; 6 is the expansion ROM; -1 the window of a bridge. */
  readonly bar: number;
  /** What the BAR decodes. */
  readonly bytes: number;
  /** What is set aside for it. */
  readonly takes: number;
  readonly align: number;
  /** Bus behind the bridge whose window this is. */
  readonly below?: number;
  readonly address?: number;
}

/** What one bus wants of one kind, in the program's order. */
export interface PackedBus {
  readonly bus: number;
  readonly kind: PackedKind;
  /** Moved above 4 GiB, away from the others of the bus. */
  readonly isAbove: boolean;
  readonly entries: readonly PackedEntry[];
  readonly sum: number;
  readonly align: number;
  /** What the bridge asks for; undefined on a root, and before it is known. */
  readonly window?: number;
  readonly base?: number;
}

export interface Packing {
  readonly buses: readonly PackedBus[];
  /** What the last sentence is about: a bus and kind, and one of its entries. */
  readonly now?: { readonly at: number; readonly entry?: number };
}

interface Region {
  readonly bus: number;
  readonly kind: PackedKind;
  readonly isAbove: boolean;
  entries: PackedEntry[];
  window?: number;
  base?: number;
}

const fourGigabytes = 0x1_0000_0000;
const begins = new Set<string>(['seabios.start', 'textbook.number']);
const packing = new Set<string>([
  'seabios.bar-size',
  'seabios.window-size',
  'seabios.map',
  'seabios.open',
  'textbook.bar',
  'textbook.window',
]);
const grain = { io: 0x1000, memory: 0x10_0000 } as const;

/** Whether a program says what it packs. */
export const packs = (program: string | undefined): boolean =>
  program === 'seabios' || program === 'textbook';

/** Folds what was said up to and with sentence `last`, from where its program began; undefined for one that packs nothing. */
export function packingOf(sentences: Sentences, last: number): Packing | undefined {
  if (!packs(sentences.at(last)?.program)) return undefined;
  let first = last;
  while (first > 0 && !begins.has(sentences.idOf(first) ?? '')) first--;
  const packer = new Packer();
  for (let i = first; i <= last; i++) {
    // of most there is nothing to pack
    const sentence = i === last || packing.has(sentences.idOf(i) ?? '') ? sentences.at(i) : undefined;
    if (sentence) packer.take(sentence.say);
  }
  return packer.packing();
}

class Packer {
  private readonly regions = new Map<string, Region>();
  /** Where an entry is, by its name. */
  private readonly places = new Map<string, Region>();
  private now: { readonly region: Region; readonly name?: string } | undefined;

  take(say: Message): void {
    this.now = undefined;
    switch (say.id) {
      case 'seabios.bar-size': {
        const { who, bar, on, kind, bytes, takes } = say.with;
        this.sort(this.region(on, kind), { who, bar, bytes, takes, align: takes });
        break;
      }
      case 'seabios.window-size': {
        const { who, bus, kind, on, bytes, align } = say.with;
        const region = this.region(bus, kind);
        region.window = bytes;
        this.sort(this.region(on, kind), { who, bar: -1, bytes, takes: bytes, align, below: bus });
        this.now = { region };
        break;
      }
      case 'seabios.map':
        this.place(nameOf(say.with.who, say.with.bar), say.with.base);
        break;
      case 'seabios.open':
        this.place(nameOf(say.with.who, -1, say.with.kind), say.with.base);
        break;
      case 'textbook.bar': {
        const { who, bar, on, kind, bytes, address } = say.with;
        this.add(this.region(on, kind), { who, bar, bytes, takes: bytes, align: bytes, address });
        break;
      }
      case 'textbook.window': {
        const { who, on, secondary, bytes, address, ports, port } = say.with;
        this.around(who, on, secondary, 'io', ports, port);
        this.around(who, on, secondary, 'memory', bytes, address);
        break;
      }
      default:
    }
  }

  packing(): Packing {
    const regions = [...this.regions.values()]
      .filter(({ entries, window }) => entries.length > 0 || (window ?? 0) > 0)
      .sort((a, b) => a.bus - b.bus || Number(a.isAbove) - Number(b.isAbove) || order(a) - order(b));
    const buses = regions.map((region): PackedBus => ({
      ...region,
      sum: region.entries.reduce((sum, { takes }) => sum + takes, 0),
      align: region.entries.reduce((most, { align }) => Math.max(most, align), 1),
    }));
    const { now } = this;
    const at = now ? regions.indexOf(now.region) : -1;
    if (!now || at < 0) return { buses };
    const entry = now.region.entries.findIndex((each) => nameIn(now.region, each) === now.name);
    return { buses, now: entry < 0 ? { at } : { at, entry } };
  }

  private region(bus: number, kind: PackedKind, isAbove = false): Region {
    const key = `${String(bus)} ${kind} ${String(isAbove)}`;
    const region = this.regions.get(key) ?? { bus, kind, isAbove, entries: [] };
    this.regions.set(key, region);
    return region;
  }

  /** The firmware's order: largest alignment first, then largest size; equals keep theirs. */
  private sort(region: Region, entry: PackedEntry): void {
    const before = region.entries.findIndex(
      ({ align, takes }) => align < entry.align || (align === entry.align && takes < entry.takes),
    );
    this.add(region, entry, before < 0 ? region.entries.length : before);
  }

  private add(region: Region, entry: PackedEntry, at = region.entries.length): void {
    region.entries.splice(at, 0, entry);
    if (entry.address !== undefined) region.base ??= entry.address;
    const name = nameIn(region, entry);
    this.places.set(name, region);
    this.now = { region, name };
  }

  /** What was drawn around the entries of a bus is an entry of the bus above. */
  private around(
    who: string,
    on: number,
    bus: number,
    kind: 'io' | 'memory',
    bytes: number,
    address: number,
  ): void {
    const region = this.region(bus, kind);
    region.window = bytes;
    region.base = address;
    if (bytes === 0) return;
    this.add(this.region(on, kind), {
      who,
      bar: -1,
      bytes,
      takes: bytes,
      align: grain[kind],
      below: bus,
      address,
    });
  }

  private place(name: string, address: number): void {
    const from = this.places.get(name);
    const at = from?.entries.findIndex((entry) => nameIn(from, entry) === name) ?? -1;
    const entry = from?.entries[at];
    if (!from || !entry) return;
    const placed = { ...entry, address };
    if (entry.below !== undefined) this.region(entry.below, from.kind).base = address;
    // on bus 0 what knows 64 bits may have moved; behind a bridge everything goes where its window is
    if (address >= fourGigabytes && from.bus === 0 && !from.isAbove) {
      from.entries.splice(at, 1);
      this.add(this.region(0, from.kind, true), placed);
      return;
    }
    from.entries[at] = placed;
    from.base ??= address;
    this.now = { region: from, name };
  }
}

const order = ({ kind }: Region): number => kinds.indexOf(kind);

/** A bridge has a window of every kind, but one BAR of a number. */
const nameOf = (who: string, bar: number, kind?: PackedKind): string =>
  `${who} ${String(bar)} ${bar < 0 ? (kind ?? '') : ''}`;

const nameIn = ({ kind }: Region, { who, bar }: PackedEntry): string => nameOf(who, bar, kind);

/** Bytes that a bus sets aside, and those of them that no BAR and no window decodes. */
export interface Extent {
  readonly bytes: number;
  readonly waste: number;
}

/** From the first to the last address of a bus: its window, or what its entries span. */
export function extentOf({ entries, sum, window, base }: PackedBus): Extent {
  const used = entries.reduce((total, { bytes }) => total + bytes, 0);
  const ends = entries.map(({ address, takes }) => (address === undefined ? 0 : address + takes));
  const span = base === undefined ? 0 : Math.max(base, ...ends) - base;
  const bytes = Math.max(window ?? 0, span, sum);
  return { bytes, waste: bytes - used };
}

/** Bytes on all buses that were set aside and that nobody decodes, of all that were. */
export function wasteOf({ buses }: Packing, isIo: boolean): Extent {
  const mine = buses.filter(({ kind }) => (kind === 'io') === isIo);
  const waste = mine.reduce((total, bus) => total + extentOf(bus).waste, 0);
  const bars = mine.flatMap(({ entries }) => entries.filter(({ bar }) => bar >= 0));
  return { bytes: waste + bars.reduce((total, { bytes }) => total + bytes, 0), waste };
}
