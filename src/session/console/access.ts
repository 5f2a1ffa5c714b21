/** Port and memory accesses by hand, in the argument order of QEMU and its test protocol: address, then value. */
import { fail, ok, say, type Result } from '../../base/problem.ts';
import { hex } from '../../base/hex.ts';
import type { Action, Given } from './verb.ts';
import { number, small, type Word } from './words.ts';

type Actions = Result<readonly Action[]>;

const verbOf = (given: Given): string => /^\w+/.exec(given.text)?.[0] ?? '';

function extra(words: readonly Word[], wanted: number): Result<never> | undefined {
  const word = words[wanted];
  if (!word) return undefined;
  return fail(say('problem.extra', { given: word.text }), { from: word.from, to: word.to });
}

/** Linux's outb(value, port): executes nothing, offers the order that is meant here. */
function swapped(given: Given, bytes: number): Result<never> | undefined {
  const [first, second] = given.words;
  if (!first || !second) return undefined;
  const address = number(first, 'PORT', 8, given.to);
  const value = number(second, 'VALUE', 8, given.to);
  if (!address.ok || !value.ok || value.value.high !== 0) return undefined;
  const isPort = (n: { low: number; high: number }): boolean => n.high === 0 && n.low <= 0xffff;
  const cForm = /^\w+\s*\(/.test(given.text);
  const known = (n: number): boolean => n >= 0xcf8 && n <= 0xcff;
  const swap =
    cForm ||
    (!isPort(address.value) && isPort(value.value)) ||
    (!known(address.value.low) && known(value.value.low) && bytes === 4);
  if (!swap) return undefined;
  const fix = `${verbOf(given)} ${second.text} ${first.text}`;
  return fail(say('problem.swapped', { fix }), { from: given.from, to: given.to }, fix);
}

/** Ports wrap around at 64 KiB for nobody: a larger one is a mistake. */
const port = (given: Given): Result<number> => small(given.words[0], 'PORT', 2, given.to);
const address = (given: Given): Result<number> => {
  const read = small(given.words[0], 'ADDRESS', 8, given.to);
  if (read.ok && read.value > Number.MAX_SAFE_INTEGER) {
    const [word] = given.words;
    return fail(say('problem.unreachable', { given: word?.text ?? '' }), {
      from: word?.from ?? 0,
      to: word?.to ?? 0,
    });
  }
  return read;
};

export const access = {
  in: (given: Given, bytes: 1 | 2 | 4): Actions => {
    const at = port(given);
    if (!at.ok) return at;
    const text = `${verbOf(given)} 0x${hex(at.value)}`;
    return (
      extra(given.words, 1) ?? ok([{ kind: 'act', text, commands: [{ do: 'in', port: at.value, bytes }] }])
    );
  },

  out: (given: Given, bytes: 1 | 2 | 4): Actions => {
    const order = swapped(given, bytes);
    if (order) return order;
    const at = port(given);
    if (!at.ok) return at;
    const value = number(given.words[1], 'VALUE', bytes, given.to);
    if (!value.ok) return value;
    const text = `${verbOf(given)} 0x${hex(at.value)} 0x${hex(value.value.low, bytes * 2)}`;
    const commands = [{ do: 'out', port: at.value, bytes, value: value.value.low } as const];
    return extra(given.words, 2) ?? ok([{ kind: 'act', text, commands }]);
  },

  read: (given: Given, bytes: 1 | 2 | 4 | 8): Actions => {
    const at = address(given);
    if (!at.ok) return at;
    const text = `${verbOf(given)} 0x${hex(at.value)}`;
    return (
      extra(given.words, 1) ??
      ok([{ kind: 'act', text, commands: [{ do: 'load', address: at.value, bytes }] }])
    );
  },

  write: (given: Given, bytes: 1 | 2 | 4 | 8): Actions => {
    const at = address(given);
    if (!at.ok) return at;
    const value = number(given.words[1], 'VALUE', bytes, given.to);
    if (!value.ok) return value;
    const { low, high } = value.value;
    const digits = bytes === 8 && high !== 0 ? hex(high) + hex(low, 8) : hex(low, Math.min(bytes, 4) * 2);
    const commands = [
      { do: 'store', address: at.value, bytes, value: low, ...(high === 0 ? {} : { high }) } as const,
    ];
    const text = `${verbOf(given)} 0x${hex(at.value)} 0x${digits}`;
    return extra(given.words, 2) ?? ok([{ kind: 'act', text, commands }]);
  },
};
