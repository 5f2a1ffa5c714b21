/** Splits a command line into words as a POSIX shell does, and remembers where every character came from. */
import type { Place } from '../base/problem.ts';

export interface Word {
  readonly text: string;
  /** Index in the source of every character of `text`. */
  readonly at: readonly number[];
  /** Where the word, quotes included, starts and ends in the source. */
  readonly from: number;
  readonly to: number;
}

export interface Words {
  readonly words: readonly Word[];
  /** Index of a quote that is never closed. */
  readonly unclosed?: number;
}

interface Open {
  text: string;
  at: number[];
  from: number;
}

const isBlank = (c: string): boolean => c === ' ' || c === '\t' || c === '\n' || c === '\r';
/** Unquoted, these end one command and start something that is no word of it. */
const isOperator = (c: string): boolean => c === ';' || c === '|' || c === '&' || c === '<' || c === '>';

/** A line end without backslash counts as a blank, since pasted command lines are often wrapped. Operators stand alone. */
export function splitWords(source: string): Words {
  const words: Word[] = [];
  let open: Open | undefined;
  let quote = '';
  let quotedAt = 0;
  const start = (i: number): Open => (open ??= { text: '', at: [], from: i });
  const push = (c: string, i: number): void => {
    const word = start(i);
    word.text += c;
    word.at.push(i);
  };
  const close = (to: number): void => {
    if (open) words.push({ ...open, to });
    open = undefined;
  };
  for (let i = 0; i < source.length; i++) {
    const c = source[i] ?? '';
    const next = source[i + 1] ?? '';
    if (quote === "'") {
      if (c === quote) quote = '';
      else push(c, i);
    } else if (c === '\\' && (next === '\n' || (next === '\r' && source[i + 2] === '\n'))) {
      i += next === '\n' ? 1 : 2;
    } else if (quote === '"') {
      if (c === quote) quote = '';
      else if (c === '\\' && (next === '"' || next === '\\' || next === '$' || next === '`')) push(next, ++i);
      else push(c, i);
    } else if (c === "'" || c === '"') {
      start(i);
      quote = c;
      quotedAt = i;
    } else if (c === '\\' && next !== '') {
      start(i);
      push(next, ++i);
    } else if (isBlank(c)) {
      close(i);
    } else if (isOperator(c)) {
      close(i);
      words.push({ text: c, at: [i], from: i, to: i + 1 });
    } else if (c === '#' && open === undefined) {
      while (i + 1 < source.length && source[i + 1] !== '\n') i++;
    } else {
      push(c, i);
    }
  }
  close(source.length);
  return quote === '' ? { words } : { words, unclosed: quotedAt };
}

/** The words of an argument list that somebody else has split already: each word is a line of its own. */
export function wordsOf(args: readonly string[]): { words: readonly Word[]; source: string } {
  const words: Word[] = [];
  let from = 0;
  for (const text of args) {
    words.push({ text, at: Array.from(text, (_, i) => from + i), from, to: from + text.length });
    from += text.length + 1;
  }
  return { words, source: args.join(' ') };
}

/** Line and columns of the characters `from..to` of `source`. */
export function placeIn(source: string, from: number, to: number): Required<Place> {
  const before = source.lastIndexOf('\n', from - 1) + 1;
  let line = 1;
  for (let i = source.indexOf('\n'); i >= 0 && i < from; i = source.indexOf('\n', i + 1)) line++;
  const end = source.indexOf('\n', from);
  return {
    line,
    from: from - before,
    to: Math.max(from, Math.min(to, end < 0 ? source.length : end)) - before,
  };
}

/** Where the characters `from..to` of a word lie in the source; the whole word without them. */
export function spanOf(word: Word, from?: number, to?: number): { from: number; to: number } {
  if (from === undefined || to === undefined) return { from: word.from, to: word.to };
  const last = word.at[to - 1];
  return { from: word.at[from] ?? word.to, to: last === undefined ? word.to : last + 1 };
}
