/** qtest's lines: what is asked, and how QEMU 7.2 spells its answers. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';
import { parseLong, parseQtest, qtestAnswer } from './qtest.ts';

const asked = (line: string): unknown => {
  const result = parseQtest(line);
  return result.ok ? result.value : result.problem.place;
};

test('port and memory accesses', () => {
  expect(asked('inb 0xcfc')).toEqual({ do: 'in', port: 0xcfc, bytes: 1 });
  expect(asked('outl 0xcf8 0x80000000')).toEqual({ do: 'out', port: 0xcf8, bytes: 4, value: 0x80000000 | 0 });
  expect(asked('outb 112 0x1ff')).toEqual({ do: 'out', port: 112, bytes: 1, value: 0xff });
  expect(asked('readq 0xffffffffff')).toEqual({ do: 'read', address: { high: 0xff, low: -1 }, bytes: 8 });
  expect(asked('writew 010 -1')).toEqual({
    do: 'write',
    address: { high: 0, low: 8 },
    bytes: 2,
    value: { high: 0, low: 0xffff },
  });
  expect(asked('writeq 0 0x123456789abcdef0')).toMatchObject({
    value: { high: 0x12345678, low: 0x9abcdef0 | 0 },
  });
});

test('blocks', () => {
  expect(asked('read 0x1000 4')).toEqual({
    do: 'read-block',
    address: { high: 0, low: 4096 },
    size: 4,
    coding: 'hex',
  });
  expect(asked('write 0 4 0xdeadzz')).toMatchObject({ data: Uint8Array.of(0xde, 0xad, 0xff, 0) });
  expect(asked('b64write 0 2 3q0=')).toMatchObject({ data: Uint8Array.of(0xde, 0xad) });
  expect(asked('memset 0 0x10 0x1aa')).toMatchObject({ size: 16, byte: 0xaa });
});

test('clock, interrupts and the rest', () => {
  expect(asked('clock_step')).toEqual({ do: 'clock-step' });
  expect(asked('clock_step 250000000')).toEqual({ do: 'clock-step', ns: 250000000 });
  expect(asked('clock_set 1')).toEqual({ do: 'clock-set', ns: 1 });
  expect(asked('irq_intercept_in ioapic')).toEqual({ do: 'intercept', side: 'in', path: 'ioapic' });
  expect(asked('set_irq_in /machine unnamed-gpio-in 3 1')).toMatchObject({ line: 3, level: 1 });
  expect(asked('endianness')).toEqual({ do: 'endianness' });
  expect(asked('inq 1')).toEqual({ do: 'unknown', command: 'inq' });
  expect(asked('constructor')).toEqual({ do: 'unknown', command: 'constructor' });
  expect(asked('')).toEqual({ do: 'unknown', command: '' });
});

test('what QEMU would abort on has a place', () => {
  expect(asked('inb')).toEqual({ from: 3, to: 3 });
  expect(asked('inb 0x10000')).toEqual({ from: 4, to: 11 });
  expect(asked('outb 0x70 08')).toEqual({ from: 10, to: 12 });
  expect(asked('readb 0x1g')).toEqual({ from: 6, to: 10 });
});

test('numbers as strtoull reads them', () => {
  expect(parseLong('0')).toEqual({ high: 0, low: 0 });
  expect(parseLong('0777')).toEqual({ high: 0, low: 0o777 });
  expect(parseLong('18446744073709551615')).toEqual({ high: -1, low: -1 });
  expect(parseLong('18446744073709551616')).toBeUndefined();
  expect(parseLong('0x')).toBeUndefined();
});

test('answers', () => {
  expect(qtestAnswer.in(0x86)).toBe('OK 0x0086');
  expect(qtestAnswer.in(-1)).toBe('OK 0xffffffff');
  expect(qtestAnswer.read({ high: 0, low: -1 })).toBe('OK 0x00000000ffffffff');
  expect(qtestAnswer.read({ high: -1, low: -1 })).toBe('OK 0xffffffffffffffff');
  expect(qtestAnswer.block(Uint8Array.of(1, 0xfe), 'hex')).toBe('OK 0x01fe');
  expect(qtestAnswer.block(Uint8Array.of(0xde, 0xad), 'base64')).toBe('OK 3q0=');
  expect(qtestAnswer.clock(5)).toBe('OK 5');
  expect(qtestAnswer.unknown('x')).toBe("FAIL Unknown command 'x'");
});

test('every line of recorded transcripts is understood, every answer spelled as recorded', () => {
  for (const name of ['0001-pc-bare.rand', '0002-q35-bare.enum', '0019-pc-simple.dma']) {
    const text = gunzipSync(readFileSync(`fixtures/qtest/${name}.qt.gz`)).toString();
    for (const [, line = '', answer = ''] of text.matchAll(/^> (.*)\n< (.*)$/gm)) {
      const result = parseQtest(line);
      if (!result.ok) throw new Error(line);
      const request = result.value;
      const number = parseLong(answer.slice(3)) ?? { high: 0, low: 0 };
      const spelled =
        request.do === 'in'
          ? qtestAnswer.in(number.low)
          : request.do === 'read'
            ? qtestAnswer.read(number)
            : qtestAnswer.ok;
      expect(spelled).toBe(answer);
    }
  }
});

test('base 64 there and back, and no line that throws', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (data) => {
      expect(fromBase64(toBase64(data))).toEqual(data);
    }),
  );
  const word = fc.constantFrom(
    'inb',
    'outl',
    'readq',
    'write',
    'memset',
    'clock_step',
    '0x10',
    '-1',
    '0x',
    '9',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.string()), { maxLength: 6 }),
      (words) => void parseQtest(words.join(' ')),
    ),
  );
});
