/** What the words of the machine say about every card and rail, ready to be drawn or read out. Looking causes no bus cycle. */
import { hex } from '../../base/hex.ts';
import { bdfOf, busOf } from '../../engine/explain.ts';
import type { Machine } from '../../engine/machine.ts';
import type { Shape } from '../../engine/shape.ts';
import { barsOf } from '../../engine/regions.ts';
import { busNumbers } from '../../engine/route-config.ts';
import { windowsOf, type Window } from '../../engine/windows.ts';
import { Private, State } from '../../engine/words.ts';
import type { Kind } from '../../models/model.ts';
import { bdfText } from '../../session/names.ts';

export type PipSpace = 'io' | 'memory' | 'prefetch' | 'message';

/** A BAR, or the function's way to interrupt by message. */
export interface Pip {
  readonly space: PipSpace;
  /** Decodes (or is enabled); holds an address but does not decode; holds nothing. */
  readonly state: 'on' | 'off' | 'empty';
  /** The BAR's number. */
  readonly bar?: number;
}

export interface WindowText {
  /** M, P or I/O. */
  readonly letter: string;
  /** "FEA0–FEBF", in units of 64 KiB; I/O in bytes. Missing while the window is closed. */
  readonly range?: string;
  readonly from: number;
  readonly to: number;
}

/** A bus number in a bridge's registers: hex as in a BDF, without the zero in front. */
export const busText = (bus: number): string => (bus < 10 ? String(bus) : hex(bus, 2));

export interface BridgePicture {
  readonly primary: number;
  readonly secondary: number;
  readonly subordinate: number;
  readonly windows: readonly WindowText[];
  /** An expander: its bus is a root, which no window guards. */
  readonly isRoot: boolean;
}

export interface CardPicture {
  readonly fn: number;
  /** "00:03.0"; "?:01.0" while no bus number leads there. */
  readonly label: string;
  readonly model: string;
  readonly kind: Kind;
  readonly vendor: number;
  readonly device: number;
  readonly pips: readonly Pip[];
  readonly bridge?: BridgePicture;
  /** Plugged in and powered. */
  readonly present: boolean;
  /** All of the above as text: two cards with the same look need no repaint. */
  readonly look: string;
}

export interface RailPicture {
  readonly wire: number;
  /** The number that leads there; -1 for none. */
  readonly bus: number;
  readonly name: string;
  readonly express: boolean;
}

export interface Picture {
  /** By function, of those that are drawn. */
  readonly cards: ReadonlyMap<number, CardPicture>;
  /** By wire. */
  readonly rails: readonly RailPicture[];
  /** CONFIG_ADDRESS. */
  readonly latch: number;
}

const bits16 = (n: number): string => hex(Math.floor(n / 0x1_0000), 4).toUpperCase();

/** A window in as few digits as tell it. */
export function windowText(window: Window): WindowText {
  const letter = window.kind === 'io' ? 'I/O' : window.kind === 'memory' ? 'M' : 'P';
  const { from, to } = window;
  if (!window.enabled || to < from) return { letter, from, to };
  const digits = (n: number): string => (window.kind === 'io' ? hex(n, 4).toUpperCase() : bits16(n));
  return { letter, from, to, range: `${digits(from)}–${digits(to)}` };
}

/** Function by function, rail by rail. */
export function pictureOf(m: Machine, kinds: readonly Kind[], fns: Iterable<number>): Picture {
  const cards = new Map<number, CardPicture>();
  for (const fn of fns) {
    const card = cardOf(m, kinds[fn] ?? 'unknown', fn);
    if (card) cards.set(fn, card);
  }
  const rails = m.board.wires.map(({ name, express }, wire) => ({
    wire,
    bus: busOf(m, wire),
    name,
    express,
  }));
  return { cards, rails, latch: m.latch };
}

function cardOf(m: Machine, kind: Kind, fn: number): CardPicture | undefined {
  const part = m.board.parts[fn];
  if (!part) return undefined;
  const bdf = bdfOf(m, fn);
  const place = `${hex(part.devfn >> 3, 2)}.${String(part.devfn & 7)}`;
  const state = m.image.get(m.privates(fn) + Private.state);
  const ids = m.word(fn, 0);
  const card: Omit<CardPicture, 'look'> = {
    fn,
    label: bdf < 0 ? `?:${place}` : bdfText(bdf),
    model: part.model,
    kind,
    vendor: ids & 0xffff,
    device: ids >>> 16,
    pips: pipsOf(m, fn, part.shape.caps),
    present: (state & (State.present | State.powered)) === (State.present | State.powered),
    ...(part.below === undefined
      ? {}
      : {
          bridge: {
            ...busNumbers(m, fn),
            windows: part.shape.below ? windowsOf(m, fn).map(windowText) : [],
            isRoot: part.shape.root !== undefined,
          },
        }),
  };
  return { ...card, look: JSON.stringify(card) };
}

function pipsOf(m: Machine, fn: number, { msi, msix }: Shape['caps']): readonly Pip[] {
  const pips = barsOf(m, fn).flatMap(({ bar, address, mapped }): Pip[] => {
    if (bar.kind === 'rom' && !mapped) return [];
    const space = bar.kind === 'io' ? 'io' : bar.prefetchable ? 'prefetch' : 'memory';
    return [{ space, state: mapped ? 'on' : address !== 0 ? 'off' : 'empty', bar: bar.index }];
  });
  if (msi === undefined && msix === undefined) return pips;
  const enabled =
    (msi !== undefined && (m.word(fn, msi >> 2) & 0x1_0000) !== 0) ||
    (msix !== undefined && m.word(fn, msix >> 2) >>> 31 === 1);
  return [...pips, { space: 'message', state: enabled ? 'on' : 'off' }];
}

export interface Latch {
  readonly enabled: boolean;
  readonly bus: number;
  readonly device: number;
  readonly fn: number;
  readonly register: number;
}

/** CONFIG_ADDRESS, taken apart. */
export const latchOf = (dword: number): Latch => ({
  enabled: dword >>> 31 === 1,
  bus: (dword >>> 16) & 0xff,
  device: (dword >>> 11) & 31,
  fn: (dword >>> 8) & 7,
  register: dword & 0xfc,
});

/** Windows as the picture writes them: the open ones a line each, the closed ones together, or just that all are. */
export function windowLines(bridge: BridgePicture, closed: string): readonly string[] {
  const open = bridge.windows.filter((w) => w.range !== undefined).map((w) => `${w.letter} ${w.range ?? ''}`);
  const shut = bridge.windows.filter((w) => w.range === undefined).map((w) => w.letter);
  if (open.length === 0) return [closed];
  return [
    ...open.toSorted((a, b) => order(a) - order(b)),
    ...(shut.length > 0 ? [`${shut.join(', ')} ${closed}`] : []),
  ];
}

const order = (line: string): number => 'MPI'.indexOf(line[0] ?? 'I');
