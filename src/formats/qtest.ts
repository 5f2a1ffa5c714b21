/** QEMU's qtest protocol: one line asked, one line answered. Facts: `softmmu/qtest.c` of QEMU 7.2. */
import { hex, hex0x, hex64 } from '../base/hex.ts';
import { fail, ok, say } from '../base/problem.ts';
import type { Result } from '../base/problem.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** 64 bits as two signed words. */
export interface Long {
  readonly high: number;
  readonly low: number;
}

export type QtestRequest =
  | { readonly do: 'in'; readonly port: number; readonly bytes: 1 | 2 | 4 }
  | { readonly do: 'out'; readonly port: number; readonly bytes: 1 | 2 | 4; readonly value: number }
  | { readonly do: 'read'; readonly address: Long; readonly bytes: 1 | 2 | 4 | 8 }
  | { readonly do: 'write'; readonly address: Long; readonly bytes: 1 | 2 | 4 | 8; readonly value: Long }
  | { readonly do: 'read-block'; readonly address: Long; readonly size: number; readonly coding: Coding }
  | { readonly do: 'write-block'; readonly address: Long; readonly data: Uint8Array }
  | { readonly do: 'fill'; readonly address: Long; readonly size: number; readonly byte: number }
  /** Missing: up to the next timer. */
  | { readonly do: 'clock-step'; readonly ns?: number }
  | { readonly do: 'clock-set'; readonly ns: number }
  | { readonly do: 'intercept'; readonly side: 'in' | 'out'; readonly path: string }
  | {
      readonly do: 'set-irq';
      readonly path: string;
      readonly name: string;
      readonly line: number;
      readonly level: number;
    }
  | { readonly do: 'endianness' }
  /** No command at all of ours or QEMU's: QEMU says FAIL and goes on. */
  | { readonly do: 'unknown'; readonly command: string };

export type Coding = 'hex' | 'base64';

/** Larger blocks are refused: a typing error should not fill the memory. */
const largestBlock = 2 ** 24;

/** strtoull with base 0: 0x…, octal after 0, decimal; a sign wraps around. Undefined: none, or above 64 bits. */
export function parseLong(text: string): Long | undefined {
  if (/^0x[0-9a-f]{1,8}$/i.test(text)) return { high: 0, low: Number.parseInt(text, 16) | 0 };
  const [, sign = '', digits = ''] = /^([+-]?)(0x[0-9a-f]+|0[0-7]*|[1-9]\d*)$/i.exec(text) ?? [];
  if (digits === '') return undefined;
  const isOctal = /^0\d/.test(digits);
  const bits = BigInt(isOctal ? `0o${digits}` : digits);
  if (bits >> 64n !== 0n) return undefined;
  const value = sign === '-' ? -bits : bits;
  return { high: Number(BigInt.asIntN(32, value >> 32n)), low: Number(BigInt.asIntN(32, value)) };
}

const numberOf = ({ high, low }: Long): number => (high >>> 0) * 2 ** 32 + (low >>> 0);

/** Reads the words of one command in order; the first one that does not fit is what goes into the answer. */
class Arguments {
  readonly words: readonly string[];
  private readonly line: string;
  failure: Result<never> | undefined;
  next = 1;

  constructor(line: string) {
    this.line = line;
    this.words = line.trim().split(/\s+/);
  }

  get isDone(): boolean {
    return this.next >= this.words.length;
  }

  text(expected: string): string {
    return this.words[this.next++] ?? this.refuse(expected, '');
  }

  long(expected: string): Long {
    return parseLong(this.words[this.next++] ?? '') ?? this.refuse(expected, { high: 0, low: 0 });
  }

  /** A number up to `max`. */
  number(expected: string, max: number): number {
    const value = numberOf(this.long(expected));
    return value <= max ? value : this.refuse(expected, 0);
  }

  /** The word that was read last does not fit, or is not there. */
  private refuse<T>(expected: string, instead: T): T {
    const word = Array.from(this.line.matchAll(/\S+/g))[this.next - 1];
    const [given, from] = word ? [word[0], word.index] : ['', this.line.length];
    this.failure ??= fail(say('problem.expected', { expected, given }), { from, to: from + given.length });
    return instead;
  }
}

const widths: Readonly<Record<string, 1 | 2 | 4 | 8>> = { b: 1, w: 2, l: 4, q: 8 };
const lowest = (value: Long, bytes: number): Long =>
  bytes >= 8 ? value : { high: 0, low: bytes >= 4 ? value.low : value.low & (2 ** (8 * bytes) - 1) };

function access(command: string, args: Arguments): QtestRequest | undefined {
  const [, verb, width = ''] = /^(in|out|read|write)([bwlq])$/.exec(command) ?? [];
  const bytes = widths[width];
  if (verb === undefined || bytes === undefined) return undefined;
  if (verb === 'read') return { do: 'read', address: args.long('ADDR'), bytes };
  if (verb === 'write') {
    const address = args.long('ADDR');
    return { do: 'write', address, bytes, value: lowest(args.long('VALUE'), bytes) };
  }
  if (bytes === 8) return undefined;
  const port = args.number('0-0xffff', 0xffff);
  if (verb === 'in') return { do: 'in', port, bytes };
  return { do: 'out', port, bytes, value: lowest(args.long('VALUE'), bytes).low };
}

/** Two characters are passed over for the 0x; what is missing is zero, what is no digit counts as f. */
function hexBlock(text: string, size: number): Uint8Array {
  const data = new Uint8Array(size);
  const nibble = (at: number): number => {
    const digit = Number.parseInt(text[at] ?? '', 16);
    return Number.isNaN(digit) ? 15 : digit;
  };
  for (let i = 0; i < size && 2 * i + 4 <= text.length; i++) {
    data[i] = (nibble(2 * i + 2) << 4) | nibble(2 * i + 3);
  }
  return data;
}

const sizeText = `0-${hex0x(largestBlock)}`;

const others: Readonly<Record<string, (args: Arguments) => QtestRequest>> = {
  read: (args) => ({
    do: 'read-block',
    address: args.long('ADDR'),
    size: args.number(sizeText, largestBlock),
    coding: 'hex',
  }),
  b64read: (args) => ({
    do: 'read-block',
    address: args.long('ADDR'),
    size: args.number(sizeText, largestBlock),
    coding: 'base64',
  }),
  write: (args) => {
    const address = args.long('ADDR');
    const size = args.number(sizeText, largestBlock);
    return { do: 'write-block', address, data: hexBlock(args.text('0x…'), size) };
  },
  b64write: (args) => {
    const address = args.long('ADDR');
    const size = args.number(sizeText, largestBlock);
    return { do: 'write-block', address, data: fromBase64(args.text('DATA')).slice(0, size) };
  },
  memset: (args) => {
    const address = args.long('ADDR');
    const size = args.number(sizeText, largestBlock);
    return { do: 'fill', address, size, byte: args.long('0-0xff').low & 0xff };
  },
  clock_step: (args) =>
    args.isDone ? { do: 'clock-step' } : { do: 'clock-step', ns: args.number('NS', Number.MAX_SAFE_INTEGER) },
  clock_set: (args) => ({ do: 'clock-set', ns: args.number('NS', Number.MAX_SAFE_INTEGER) }),
  irq_intercept_in: (args) => ({ do: 'intercept', side: 'in', path: args.text('PATH') }),
  irq_intercept_out: (args) => ({ do: 'intercept', side: 'out', path: args.text('PATH') }),
  set_irq_in: (args) => ({
    do: 'set-irq',
    path: args.text('PATH'),
    name: args.text('NAME'),
    line: args.long('NUMBER').low,
    level: args.long('LEVEL').low,
  }),
  endianness: () => ({ do: 'endianness' }),
};

/** Reads one line. A wrong number is a problem with its place; there QEMU would abort. */
export function parseQtest(line: string): Result<QtestRequest> {
  const args = new Arguments(line);
  const command = args.words[0] ?? '';
  const other = Object.hasOwn(others, command) ? others[command] : undefined;
  const request = access(command, args) ?? other?.(args) ?? ({ do: 'unknown', command } as const);
  return args.failure ?? ok(request);
}

/** The answers, without a line end. */
export const qtestAnswer = {
  /** To everything that gives nothing back. */
  ok: 'OK',
  in: (value: number): string => `OK ${hex0x(value >>> 0, 4)}`,
  read: (value: Long): string => `OK 0x${hex64(value.high, value.low, 16)}`,
  block: (data: Uint8Array, coding: Coding): string =>
    coding === 'hex' ? `OK 0x${Array.from(data, (byte) => hex(byte, 2)).join('')}` : `OK ${toBase64(data)}`,
  /** The virtual clock after a step. */
  clock: (ns: number): string => `OK ${String(ns)}`,
  endianness: 'OK little',
  unknown: (command: string): string => `FAIL Unknown command '${command}'`,
  noDevice: 'FAIL Unknown device',
  intercepted: 'FAIL IRQ intercept already enabled',
  /** Sent unasked when an intercepted line changes. */
  irq: (level: boolean, line: number): string => `IRQ ${level ? 'raise' : 'lower'} ${String(line)}`,
} as const;
