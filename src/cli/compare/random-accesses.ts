/** Random accesses to a board: first a plausible set-up, then anything. One access is one or two lines of qtest. */
import type { Board, Part } from '../../engine/board.ts';
import type { Random } from './random.ts';

/** Lines that belong together: CONFIG_ADDRESS goes with CONFIG_DATA. */
export type Access = readonly string[];

const hex = (value: number): string => `0x${(value >>> 0).toString(16)}`;
const suffix = { 1: 'b', 2: 'w', 4: 'l', 8: 'q' } as const;
type Size = keyof typeof suffix;

const latch = (bdf: number, offset: number): string =>
  `outl 0xcf8 ${hex(0x8000_0000 | (bdf << 8) | (offset & 0xfc))}`;
const dataPort = (offset: number): string => hex(0xcfc | (offset & 3));
const configRead = (bdf: number, offset: number, size: 1 | 2 | 4): Access => [
  latch(bdf, offset),
  `in${suffix[size]} ${dataPort(offset)}`,
];
const configWrite = (bdf: number, offset: number, size: 1 | 2 | 4, value: number): Access => [
  latch(bdf, offset),
  `out${suffix[size]} ${dataPort(offset)} ${hex(size === 4 ? value : value & (2 ** (8 * size) - 1))}`,
];

const ecamBase = 0xb000_0000;

/** The addresses of a wire: a stretch of memory and one of ports. */
const memoryOf = (wire: number): number => 0xc000_0000 + wire * 0x0400_0000;
const portsOf = (wire: number): number => 0x2000 + wire * 0x1000;

interface Placed {
  readonly part: Part;
  readonly bdf: number;
  readonly bars: readonly {
    readonly at: number;
    readonly bytes: number;
    readonly io: boolean;
    readonly register: number;
    /** What is written to its registers does something known. */
    readonly modelled: boolean;
  }[];
}

interface Place {
  readonly bus: number;
  /** Counts wires: which stretch of the addresses is the wire's. */
  readonly nth: number;
  /** The highest bus number, and the last stretch, of those behind. */
  readonly lastBus: number;
  readonly lastNth: number;
}

/** Wires in the order of a depth-first search from each root: every bridge's subordinates are one stretch. */
function numbering(board: Board): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  let nth = 0;
  const visit = (wire: number, bus: number): number => {
    const own = nth++;
    let lastBus = bus;
    for (const { wire: above, below, shape } of board.parts)
      if (above === wire && below !== undefined && !shape.root) lastBus = visit(below, lastBus + 1);
    places.set(wire, { bus, nth: own, lastBus, lastNth: nth - 1 });
    return lastBus;
  };
  visit(0, 0);
  board.wires.forEach(({ root }, wire) => root && visit(wire, root.number));
  return places;
}

const nowhere: Place = { bus: 0, nth: 0, lastBus: 0, lastNth: 0 };

function placed(board: Board): Placed[] {
  const places = numbering(board);
  const memory = new Map<number, number>();
  const ports = new Map<number, number>();
  return board.parts.map((part) => {
    const { bus, nth: number } = places.get(part.wire) ?? nowhere;
    const bars: Placed['bars'][number][] = [];
    for (const { index, kind, bytes, modelled } of part.shape.bars) {
      const io = kind === 'io';
      if (index > 5 || bytes > 0x0200_0000) continue;
      const used = io ? ports : memory;
      const from = used.get(number) ?? (io ? portsOf(number) : memoryOf(number));
      const at = Math.ceil(from / bytes) * bytes;
      if (at + bytes > (io ? portsOf(number + 1) : memoryOf(number + 1))) continue;
      used.set(number, at + bytes);
      bars.push({ at, bytes, io, register: 0x10 + 4 * index, modelled });
    }
    return { part, bdf: (bus << 8) | part.devfn, bars };
  });
}

function setUp(board: Board, functions: readonly Placed[], random: Random): Access[] {
  const places = numbering(board);
  const accesses: Access[] = [];
  const write = (bdf: number, offset: number, size: 1 | 2 | 4, value: number): void => {
    if (random.chance(0.97)) accesses.push(configWrite(bdf, offset, size, value));
  };
  if (board.platform.id === 'q35') write(0, 0x60, 4, ecamBase | 1);
  for (const { part, bdf, bars } of functions) {
    if (part.shape.below !== undefined) {
      const { bus, nth: first, lastBus, lastNth: end } = places.get(part.below ?? 0) ?? nowhere;
      const memory = (memoryOf(end + 1) - 1) >>> 16;
      write(bdf, 0x18, 4, (lastBus << 16) | (bus << 8) | (bdf >>> 8));
      write(bdf, 0x20, 4, ((memory & 0xfff0) << 16) | ((memoryOf(first) >>> 16) & 0xfff0));
      write(bdf, 0x24, 4, 0x0000_fff0);
      write(bdf, 0x1c, 2, ((((portsOf(end + 1) - 1) >>> 8) & 0xf0) << 8) | ((portsOf(first) >>> 8) & 0xf0));
    }
    if (part.physical === undefined) for (const { at, register } of bars) write(bdf, register, 4, at);
    const { sriov } = part.shape.caps;
    const first = functions.find(({ part: { physical } }) => board.parts[physical ?? -1] === part);
    if (sriov !== undefined && first?.bars[0] && board.platform.id === 'q35') {
      const at = ecamBase + bdf * 0x1000 + sriov;
      accesses.push(
        [`writel ${hex(at + 0x24)} ${hex(first.bars[0].at)}`],
        [`writew ${hex(at + 0x10)} ${hex(random.below(6))}`],
        [`writew ${hex(at + 0x08)} 0x9`],
      );
    }
    // the chipset's own functions keep what they have: their I/O is where the config ports are
    if (part.builtIn !== true) write(bdf, 4, 2, random.chance(0.9) ? 7 : random.below(8));
  }
  return accesses;
}

const values = [0, 0xffff_ffff, 0xfe00_0000, 0x0001_0100, 7, 3, 0x8000_0000] as const;
const headerRegisters = [
  0, 4, 6, 8, 0xc, 0x10, 0x14, 0x18, 0x1c, 0x20, 0x24, 0x28, 0x2c, 0x30, 0x34, 0x3c, 0x3e,
] as const;
/** Writing to these ends the machine. */
const untouchable = new Set(['pvpanic-pci']);

export function randomAccesses(board: Board, random: Random, count: number): Access[] {
  const functions = placed(board);
  const accesses = setUp(board, functions, random);
  const any = (): Placed | undefined => functions[random.below(functions.length)];
  const offset = (limit: number): number =>
    random.chance(0.5) ? random.pick(headerRegisters) : random.below(limit);
  const value = (): number => (random.chance(0.5) ? random.pick(values) : random.word());
  const bdfOf = (): number =>
    random.chance(0.9)
      ? (any()?.bdf ?? 0)
      : (random.below(4) << 8) | (random.below(32) << 3) | random.below(8);
  const aligned = (at: number, size: Size): number => at - (random.chance(0.95) ? at % size : 0);

  /** A config access; size and offset fit one lane mostly. */
  const config = (write: boolean): Access => {
    const size = random.pick([1, 2, 4, 4]);
    const at = aligned(offset(256), size);
    return write ? configWrite(bdfOf(), at, size, value()) : configRead(bdfOf(), at, size);
  };
  const ecam = (write: boolean): Access => {
    const size = random.pick([1, 2, 4, 4, 8]);
    const address = ecamBase + bdfOf() * 0x1000 + aligned(offset(random.chance(0.5) ? 256 : 4096), size);
    return [`${write ? 'write' : 'read'}${suffix[size]} ${hex(address)}${write ? ` ${hex(value())}` : ''}`];
  };
  const register = (write: boolean): Access | undefined => {
    const found = any();
    const bar = found?.bars[random.below(found.bars.length)];
    if (!found || !bar || (write && (untouchable.has(found.part.model) || !bar.modelled))) return undefined;
    const size = bar.io ? random.pick([1, 2, 4, 4]) : random.pick([1, 2, 4, 4, 8]);
    const reach = random.chance(0.7) ? Math.min(bar.bytes, 0x100) : bar.bytes;
    const at = bar.at + Math.min(aligned(random.below(reach), size), bar.bytes - size);
    const verb = bar.io ? (write ? 'out' : 'in') : write ? 'write' : 'read';
    return [`${verb}${suffix[size]} ${hex(at)}${write ? ` ${hex(value())}` : ''}`];
  };
  /** A BAR to the place of another one, or its size asked for. */
  const move = (): Access | undefined => {
    const [one, other] = [any(), any()];
    const bar = one?.bars[random.below(one.bars.length)];
    const target = other?.bars[random.below(other.bars.length)];
    if (!one || !bar || !target) return undefined;
    const to = random.chance(0.3) ? 0xffff_ffff : random.chance(0.5) ? bar.at : target.at;
    return configWrite(one.bdf, bar.register, 4, to);
  };
  const narrow = (): Access => [
    random.chance(0.5)
      ? `in${random.pick(['b', 'w'])} ${hex(0xcf8 + random.pick([0, 2, 3]))}`
      : `outw 0xcf8 ${hex(value())}`,
  ];
  const q35 = board.platform.id === 'q35';
  const kinds: readonly (readonly [weight: number, make: () => Access | undefined])[] = [
    [35, () => config(false)],
    [18, () => config(true)],
    [q35 ? 10 : 0, () => ecam(false)],
    [q35 ? 4 : 0, () => ecam(true)],
    [22, () => register(false)],
    [8, () => register(true)],
    [5, move],
    [2, narrow],
  ];
  const total = kinds.reduce((sum, [weight]) => sum + weight, 0);
  while (accesses.length < count) {
    let at = random.below(total);
    const made = kinds.find(([weight]) => (at -= weight) < 0)?.[1]();
    if (made) accesses.push(made);
  }
  return accesses;
}
