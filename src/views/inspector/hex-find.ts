/** Search in a configuration space: bytes in memory order, values low byte first, names of registers, fields and capabilities. */
import type { Description } from '../../pci/describe.ts';
import type { Range } from './hex-layout.ts';
import { byteOf, type Space } from './space.ts';

/** Every place that the text means, in order of offset. */
export function findAll(text: string, space: Space, description: Description): readonly Range[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const bytes = patternsOf(wanted).flatMap((pattern) => places(pattern, space));
  const found = bytes.length > 0 ? bytes : named(wanted, description);
  return found.toSorted((a, b) => a.offset - b.offset || a.bytes - b.bytes);
}

/**
 * The byte sequences that a text can stand for. "86 80" are bytes as they lie there; "100e8086", "0x8086" are values, which lie
 * there low byte first; "8086:100e", and eight digits as well, also name two words in the order of ids.
 */
export function patternsOf(text: string): readonly (readonly number[])[] {
  if (/^[0-9a-f]{2}(\s+[0-9a-f]{2})*$/.test(text))
    return [text.split(/\s+/).map((byte) => Number.parseInt(byte, 16))];
  const value = /^(?:0x)?((?:[0-9a-f]{2}){1,8})h?$/.exec(text)?.[1];
  if (value !== undefined) {
    const whole = lowFirst(value);
    return value.length === 8 ? [whole, words(value.slice(0, 4), value.slice(4))] : [whole];
  }
  const [, first, second] = /^([0-9a-f]{4}):([0-9a-f]{4})$/.exec(text) ?? [];
  return first === undefined || second === undefined ? [] : [words(first, second)];
}

const lowFirst = (digits: string): number[] =>
  Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(digits.length - 2 * i - 2, digits.length - 2 * i), 16),
  );

const words = (first: string, second: string): number[] => [...lowFirst(first), ...lowFirst(second)];

function places(pattern: readonly number[], { words: all, known }: Space): Range[] {
  const found: Range[] = [];
  for (let at = 0; at + pattern.length <= known; at++) {
    if (!pattern.every((byte, i) => byteOf(all, at + i) === byte)) continue;
    found.push({ offset: at, bytes: pattern.length });
    at += pattern.length - 1;
  }
  return found;
}

/** Registers, and fields of others, whose name has the text in it; whole capabilities by their title. */
function named(text: string, description: Description): Range[] {
  const bar = /^bar\s?([0-5])$/.exec(text)?.[1];
  if (bar !== undefined) return [{ offset: 0x10 + Number(bar) * 4, bytes: 4 }];
  const has = (name: string): boolean => name.toLowerCase().includes(text);
  const found = new Map<number, Range>();
  for (const { at, bytes, name, owner, capability } of description.registers) {
    if (has(name) || (at === capability?.at && has(owner))) found.set(at, { offset: at, bytes });
  }
  for (const { name, register, at, lo, hi, short } of description.fields) {
    if (found.has(register.at) || !(has(name) || has(short ?? ''))) continue;
    const offset = at + (lo >> 3);
    found.set(offset, { offset, bytes: at + (hi >> 3) - offset + 1 });
  }
  return [...found.values()];
}

/** The hit after the selected bytes (or before them), around the end; -1 when there is none. What begins with them is the first. */
export function hitAfter(hits: readonly Range[], from: Range, back: boolean): number {
  const isHere = hits.some((hit) => isSame(hit, from));
  if (back) {
    const at = hits.findLastIndex(({ offset }) => offset < from.offset);
    return at < 0 ? hits.length - 1 : at;
  }
  const at = hits.findIndex(({ offset }) => (isHere ? offset > from.offset : offset >= from.offset));
  return at < 0 && hits.length > 0 ? 0 : at;
}

export const isSame = (a: Range, b: Range): boolean => a.offset === b.offset && a.bytes === b.bytes;

/** Names that complete what is typed in "go to": those that begin with it first, then those that contain it. */
export function completions(text: string, names: readonly string[], most = 6): readonly string[] {
  const lower = text.trim().toLowerCase();
  if (lower === '') return [];
  const all = [...new Set(names)];
  const begin = all.filter((name) => name.toLowerCase().startsWith(lower));
  const rest = all.filter((name) => !begin.includes(name) && name.toLowerCase().includes(lower));
  return [...begin, ...rest].slice(0, most);
}
