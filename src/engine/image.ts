/** All the mutable state of a machine: one block of words, the pages appended to it, and a tape of every change. */
import { at } from '../base/assert.ts';
import { atOnce } from '../base/at-once.ts';
import { grown, growing } from '../base/columns.ts';

const pageWords = 1024;
/** Bytes of a page of sparse memory. */
export const pageBytes = 4096;

const mix = (h: number, word: number): number => Math.imul(h ^ word, 0x01000193);

export class Image {
  words: Int32Array;
  /** How many of the words are in use: the fixed ones, then the pages in the order they were touched. */
  length: number;
  readonly tape: Tape;
  /** Words before the first page. */
  readonly fixed: number;
  /** Page number → its first word. Append-only: an untouched page reads zero, so winding never frees one. */
  private readonly directory = new Map<number, number>();
  /** Page numbers in the order in which they were appended. */
  readonly pages: number[] = [];

  /** Of a board with so many functions. */
  constructor(words: Int32Array, functions = 0) {
    this.tape = new Tape(functions);
    this.words = words;
    this.fixed = words.length;
    this.length = words.length;
  }

  get(index: number): number {
    return this.words[index] ?? 0;
  }

  set(index: number, value: number): void {
    const old = this.words[index] ?? 0;
    if (old === value) return;
    this.tape.push(index, old, value);
    this.words[index] = value;
  }

  /** The word of sparse memory that holds byte `address`, or -1 while its page is untouched (all zero). */
  find(address: number): number {
    const first = this.directory.get(Math.floor(address / pageBytes));
    return first === undefined ? -1 : first + ((address % pageBytes) >> 2);
  }

  /** The same, appending the page when it is not there. */
  touch(address: number): number {
    const page = Math.floor(address / pageBytes);
    const first = this.directory.get(page) ?? this.append(page);
    return first + ((address % pageBytes) >> 2);
  }

  /** Appends a page of zeroes (once) and gives its first word. A follower appends what its leader did, in order. */
  append(page: number): number {
    const there = this.directory.get(page);
    if (there !== undefined) return there;
    const first = this.length;
    this.length += pageWords;
    this.words = grown(this.words, this.length);
    this.directory.set(page, first);
    this.pages.push(page);
    return first;
  }

  /** Winds the words to the state they had when the tape was `position` entries long. */
  wind(position: number): void {
    const { tape, words } = this;
    const { at: index, old, now } = tape;
    while (tape.position > position) {
      const i = --tape.position;
      words[index[i] ?? 0] = old[i] ?? 0;
    }
    while (tape.position < position) {
      const i = tape.position++;
      words[index[i] ?? 0] = now[i] ?? 0;
    }
  }

  /** A fingerprint of the state; the order in which pages were touched does not matter, nor do zero pages. */
  hash(): number {
    const { words } = this;
    let h = 0x811c9dc5 | 0;
    for (let i = 0; i < this.fixed; i++) h = mix(h, words[i] ?? 0);
    let sum = 0;
    this.pages.forEach((page, n) => {
      const first = this.fixed + n * pageWords;
      let p = mix(page | 0, Math.floor(page / 0x1_0000_0000));
      let used = false;
      for (let i = first; i < first + pageWords; i++) {
        const word = words[i] ?? 0;
        used ||= word !== 0;
        p = mix(p, word);
      }
      if (used) sum = (sum + p) | 0;
    });
    return mix(h, sum) >>> 0;
  }

  /** A copy of the state without its history: what the transplant law moves into another machine. */
  transplant(into: Image): void {
    for (const page of this.pages) into.append(page);
    for (let i = 0; i < this.fixed; i++) into.words[i] = at(this.words, i);
    this.pages.forEach((page, n) => {
      const to = into.append(page);
      into.words.set(this.words.subarray(this.fixed + n * pageWords, this.fixed + (n + 1) * pageWords), to);
    });
  }
}

/** Changes that there is room for at first: what a firmware does about one function, and a little more. */
const changesPerFunction = 32;
const leastChanges = 4096;

/** Every change, in order: which word, what it was, what it became. */
export class Tape {
  at: Int32Array;
  old: Int32Array;
  now: Int32Array;
  /** Entries before this index are applied to the words; those after it are the future. */
  position = 0;
  length = 0;

  constructor(functions: number) {
    const n = Math.max(functions * changesPerFunction, leastChanges);
    this.at = new Int32Array(n);
    this.old = new Int32Array(n);
    this.now = new Int32Array(n);
  }

  push(index: number, old: number, now: number): void {
    const i = this.position++;
    if (i === this.at.length) this.reserve(i + 1);
    this.at[i] = index;
    this.old[i] = old;
    this.now[i] = now;
    this.length = this.position; // writing in the past erases the future
  }

  /** Forgets all of it. */
  clear(): void {
    this.position = 0;
    this.length = 0;
  }

  reserve(length: number): void {
    atOnce(this.growing(length));
  }

  /** Makes room a little at a time. */
  *growing(length: number): Generator<void, void> {
    this.old = yield* growing(this.old, length);
    this.now = yield* growing(this.now, length);
    this.at = yield* growing(this.at, length);
  }
}
