/** Words of a console line with their places, and the numbers among them. */
import { fail, ok, say, type Result } from '../../base/problem.ts';

export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Splits at white space; C form `outl(v, p)` loses its punctuation. `offset` is where `text` begins in the line. */
export const wordsOf = (text: string, offset = 0): Word[] =>
  Array.from(text.matchAll(/[^\s(),]+/g), (m) => ({
    text: m[0],
    from: offset + m.index,
    to: offset + m.index + m[0].length,
  }));

/** An unsigned number of up to 64 bits as two words; hexadecimal unless it begins with 0d. */
export interface Number64 {
  readonly low: number;
  readonly high: number;
}

/** Reads a number no larger than `bytes` bytes hold. */
export function number(
  word: Word | undefined,
  expected: string,
  bytes: number,
  end: number,
): Result<Number64> {
  if (!word) return fail(say('problem.expected', { expected, given: '' }), { from: end, to: end });
  const place = { from: word.from, to: word.to };
  const decimal = /^0d(\d+)$/i.exec(word.text);
  if (!decimal && !/^(0x)?[0-9a-f]+$/i.test(word.text)) {
    return fail(say('problem.expected', { expected, given: word.text }), place);
  }
  const value = BigInt(decimal ? (decimal[1] ?? '0') : `0x${word.text.replace(/^0x/i, '')}`);
  if (value >> BigInt(bytes * 8) !== 0n) {
    return fail(say('problem.too-large', { given: word.text, bytes }), place);
  }
  return ok({ low: Number(value & 0xffff_ffffn), high: Number(value >> 32n) });
}

/** A plain number up to 2^53. */
export function small(word: Word | undefined, expected: string, bytes: number, end: number): Result<number> {
  const read = number(word, expected, bytes, end);
  return read.ok ? ok(read.value.high * 0x1_0000_0000 + read.value.low) : read;
}
