/**
 * What programs have said, as columns: half a million sentences are a few typed arrays that travel as they are. A sentence
 * becomes an object when somebody looks at it.
 */
import { atOnce } from '../base/at-once.ts';
import { grown } from '../base/columns.ts';
import { sayAgain, type Message, type MessageId } from '../base/problem.ts';
import { bdfIn, formatBdf } from '../pci/bdf.ts';
import type { Step } from '../programs/program.ts';

/** A sentence of a program: what it says, and where the accesses begin that it stands for. */
export interface Sentence {
  readonly row: number;
  readonly program: string;
  readonly say: Message;
  readonly phase?: MessageId;
  /** How many routines are being carried out around it: 0 in the program itself. */
  readonly depth: number;
}

/** How a slot's value is kept: as it is, as a place in `texts` (a BDF as its number, below 0), or as the place of its JSON there. */
type Kind = 'number' | 'string' | 'json';

type Slots = Readonly<Record<string, unknown>>;

/** What sentences with the same id have in common: their slots. */
interface Shape {
  readonly id: MessageId;
  readonly keys: readonly string[];
  readonly kinds: readonly Kind[];
}

const kindOf = (value: unknown): Kind =>
  typeof value === 'number' ? 'number' : typeof value === 'string' ? 'string' : 'json';

/** The next sentences on their way to one who has all before them. */
export interface Piece {
  readonly from: number;
  readonly row: Int32Array;
  readonly shape: Int32Array;
  readonly program: Uint8Array;
  readonly phase: Uint8Array;
  readonly depth: Uint8Array;
  readonly slots: Float64Array;
  /** What is new in the lists that the columns point into. */
  readonly texts: readonly string[];
  readonly shapes: readonly Shape[];
  readonly programs: readonly string[];
  readonly phases: readonly MessageId[];
}

/** How much of the lists somebody has. */
export interface Known {
  texts: number;
  shapes: number;
  programs: number;
  phases: number;
}

export const nothingKnown = (): Known => ({ texts: 0, shapes: 0, programs: 0, phases: 0 });

const room = 64;
/** Slots that a sentence has at most. */
const mostSlots = 16;
/** Objects that are kept, so that who looks twice sees the same. */
const mostSeen = 512;

export class Sentences implements Iterable<Sentence> {
  length = 0;
  private row = new Int32Array(room);
  private shape = new Int32Array(room);
  private program = new Uint8Array(room);
  /** Its place in `phases`, plus 1; 0: none. */
  private phase = new Uint8Array(room);
  private depth = new Uint8Array(room);
  /** Where the values begin. */
  private start = new Int32Array(room);
  /** Their values: numbers, and places in `texts`. */
  private slots = new Float64Array(room);
  private used = 0;
  private readonly texts: string[] = [];
  private readonly shapes: Shape[] = [];
  private readonly programs: string[] = [];
  private readonly phases: MessageId[] = [];
  private readonly shapesOf = new Map<MessageId, readonly number[]>();
  private readonly placeOf = new Map<string, number>();
  private readonly lastTexts: string[] = [];
  private readonly lastPlaces: number[] = [];
  private readonly seen = new Map<number, Sentence>();

  add(row: number, program: string, { say, phase }: Step, depth: number): void {
    const i = this.length;
    this.reserve(i + 1, this.used + mostSlots);
    this.start[i] = this.used;
    this.shape[i] = this.keepSlots(say.id, say.with);
    this.row[i] = row;
    this.program[i] = placeIn(this.programs, program);
    this.phase[i] = phase === undefined ? 0 : placeIn(this.phases, phase) + 1;
    this.depth[i] = depth;
    this.length = i + 1;
  }

  /** Forgets all from `length` on. */
  cut(length: number): void {
    if (length >= this.length) return;
    this.used = this.start[length] ?? 0;
    this.length = length;
    this.seen.clear();
  }

  /** One as an object; the same one for who looks twice. */
  at(i: number): Sentence | undefined {
    if (i < 0 || i >= this.length) return undefined;
    const seen = this.seen.get(i);
    if (seen) return seen;
    const shape = this.shapes[this.shape[i] ?? 0];
    if (!shape) return undefined;
    const { id, keys, kinds } = shape;
    const slots: Record<string, unknown> = {};
    keys.forEach((key, k) => {
      const value = this.slots[(this.start[i] ?? 0) + k] ?? 0;
      const text = kinds[k] === 'string' && value < 0 ? formatBdf(-1 - value) : (this.texts[value] ?? '');
      slots[key] = kinds[k] === 'number' ? value : kinds[k] === 'string' ? text : JSON.parse(text);
    });
    const phase = this.phaseOf(i);
    const sentence: Sentence = {
      row: this.rowOf(i),
      program: this.programs[this.program[i] ?? 0] ?? '',
      say: sayAgain(id, slots),
      ...(phase === undefined ? {} : { phase }),
      depth: this.depthOf(i),
    };
    if (this.seen.size >= mostSeen) this.seen.clear();
    this.seen.set(i, sentence);
    return sentence;
  }

  get last(): Sentence | undefined {
    return this.at(this.length - 1);
  }

  *[Symbol.iterator](): Generator<Sentence> {
    for (let i = 0; i < this.length; i++) {
      const sentence = this.at(i);
      if (sentence) yield sentence;
    }
  }

  slice(from: number, to: number): Sentence[] {
    const some: Sentence[] = [];
    for (let i = from; i < Math.min(to, this.length); i++) {
      const sentence = this.at(i);
      if (sentence) some.push(sentence);
    }
    return some;
  }

  rowOf(i: number): number {
    return this.row[i] ?? 0;
  }

  depthOf(i: number): number {
    return this.depth[i] ?? 0;
  }

  idOf(i: number): MessageId | undefined {
    return i >= 0 && i < this.length ? this.shapes[this.shape[i] ?? 0]?.id : undefined;
  }

  phaseOf(i: number): MessageId | undefined {
    const phase = this.phase[i] ?? 0;
    return phase === 0 ? undefined : this.phases[phase - 1];
  }

  /** The first from `from` on that begins at `row` or after it. Rows only grow. */
  firstFrom(row: number, from = 0, to = this.length): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.rowOf(middle) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Sentences [from, to) for somebody who has those before; what he knows grows. */
  piece(from: number, to: number, known: Known): Piece {
    const { texts, shapes, programs, phases } = known;
    known.texts = this.texts.length;
    known.shapes = this.shapes.length;
    known.programs = this.programs.length;
    known.phases = this.phases.length;
    return {
      from,
      row: this.row.slice(from, to),
      shape: this.shape.slice(from, to),
      program: this.program.slice(from, to),
      phase: this.phase.slice(from, to),
      depth: this.depth.slice(from, to),
      slots: this.slots.slice(this.startOf(from), this.startOf(to)),
      texts: this.texts.slice(texts),
      shapes: this.shapes.slice(shapes),
      programs: this.programs.slice(programs),
      phases: this.phases.slice(phases),
    };
  }

  /** Takes the next piece in; what was there from its beginning on is replaced. */
  take(piece: Piece): void {
    atOnce(this.taking(piece));
  }

  /** The same, a little at a time. */
  *taking(piece: Piece): Generator<void, void> {
    this.cut(piece.from);
    const from = this.length;
    const to = from + piece.row.length;
    for (const text of piece.texts) this.texts.push(text);
    this.shapes.push(...piece.shapes);
    this.programs.push(...piece.programs);
    this.phases.push(...piece.phases);
    yield* this.growing(to, this.used + piece.slots.length);
    this.row.set(piece.row, from);
    this.shape.set(piece.shape, from);
    this.program.set(piece.program, from);
    this.phase.set(piece.phase, from);
    this.depth.set(piece.depth, from);
    this.slots.set(piece.slots, this.used);
    let { used } = this;
    for (let i = from; i < to; i++) {
      this.start[i] = used;
      used += this.shapes[this.shape[i] ?? 0]?.keys.length ?? 0;
    }
    this.used = used;
    this.length = to;
  }

  private startOf(i: number): number {
    return i < this.length ? (this.start[i] ?? 0) : this.used;
  }

  private reserve(length: number, used: number): void {
    if (length <= this.row.length && used <= this.slots.length) return;
    atOnce(this.growing(length, used));
  }

  private *growing(length: number, used: number): Generator<void, void> {
    this.slots = grown(this.slots, used);
    yield;
    this.row = grown(this.row, length);
    this.shape = grown(this.shape, length);
    yield;
    this.program = grown(this.program, length);
    this.phase = grown(this.phase, length);
    this.depth = grown(this.depth, length);
    this.start = grown(this.start, length);
  }

  /** Keeps the values of a sentence; gives its shape. */
  private keepSlots(id: MessageId, values: Slots): number {
    const known = this.shapesOf.get(id) ?? [];
    for (const index of known) if (this.fill(this.shapes[index], values)) return index;
    const keys = Object.keys(values);
    const shape = { id, keys, kinds: keys.map((key) => kindOf(values[key])) };
    const index = this.shapes.push(shape) - 1;
    this.shapesOf.set(id, [...known, index]);
    this.fill(shape, values);
    return index;
  }

  /** Writes the values down; false: they are of another shape. */
  private fill(shape: Shape | undefined, values: Slots): boolean {
    if (!shape) return false;
    const { keys, kinds } = shape;
    const { slots, used } = this;
    let k = 0;
    for (const key in values) {
      const value = values[key];
      if (keys[k] !== key || kindOf(value) !== kinds[k]) return false;
      slots[used + k] =
        typeof value === 'number'
          ? value
          : this.textOf(typeof value === 'string' ? value : JSON.stringify(value), k);
      k++;
    }
    if (k !== keys.length) return false;
    this.used = used + k;
    return true;
  }

  /** Its place; the text of slot `k` is often that of the sentence before. A BDF has none: it is the number itself, below 0. */
  private textOf(text: string, k: number): number {
    if (this.lastTexts[k] === text) return this.lastPlaces[k] ?? 0;
    const bdf = bdfIn(text);
    const place = bdf < 0 ? this.keep(text) : -1 - bdf;
    this.lastTexts[k] = text;
    this.lastPlaces[k] = place;
    return place;
  }

  private keep(text: string): number {
    const known = this.placeOf.get(text);
    if (known !== undefined) return known;
    const place = this.texts.push(text) - 1;
    this.placeOf.set(text, place);
    return place;
  }
}

function placeIn<T>(list: T[], item: T): number {
  const known = list.indexOf(item);
  return known < 0 ? list.push(item) - 1 : known;
}
