/** What lspci 3.9 printed for 30 boards of QEMU and for invented ones, and what we print: byte for byte. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLspciDump, writeLspciDump } from './lspci-dump.ts';
import { listedFromDump } from './lspci/listed.ts';
import type { ListedFunction } from './lspci/listed.ts';
import { namesOf, noNames } from './lspci/names.ts';
import type { Names } from './lspci/names.ts';
import { lspciText, parseLspci, plain } from './lspci-text.ts';

const fixtures = 'fixtures/lspci';
const unzipped = (name: string): unknown =>
  JSON.parse(gunzipSync(readFileSync(`${fixtures}/${name}`)).toString());

type Board = { name: string; dump: string; nn: string; t: string; v: string; vvvnn: string };
type Odd = { args: string; dump: string; want: string };
const boards = unzipped('formats-boards.json.gz') as Board[];
const odd = unzipped('formats-odd.json.gz') as Odd[];
const ids = JSON.parse(readFileSync(`${fixtures}/formats-names.json`, 'utf8')) as Record<
  string,
  Record<string, string>
>;

const key = (digits: number, ...numbers: number[]): string =>
  numbers.map((n) => n.toString(16).padStart(digits, '0')).join(':');
const names: Names = {
  vendor: (v) => ids['vendors']?.[key(4, v)],
  device: (v, d) => ids['devices']?.[key(4, v, d)],
  subsystem: (v, d, sv, sd) => ids['subsystems']?.[key(4, v, d, sv, sd)],
  baseClass: (base) => ids['classes']?.[key(2, base)],
  subclass: (code) => ids['subclasses']?.[key(4, code)],
  progIf: (code, progIf) => ids['interfaces']?.[key(6, code * 0x100 + progIf)],
};

const read = (dump: string): ListedFunction[] =>
  (parseLspciDump(dump).scenario.functions ?? []).map((f) => listedFromDump(f));

const print = (functions: ListedFunction[], args: string, known = names): string => {
  const options = parseLspci(`lspci ${args}`);
  if (!options.ok) throw new Error(JSON.stringify(options.problem));
  return lspciText(functions, known, options.value);
};

describe.each(boards)('$name', (board) => {
  const functions = read(board.dump);
  test('-nn', () => expect(print(functions, '-nn')).toBe(board.nn));
  test('-t', () => expect(print(functions, '-t')).toBe(board.t));
  test('-v', () => expect(print(functions, '-v')).toBe(board.v));
  test('-vvv -nn', () => expect(print(functions, '-vvv -nn')).toBe(board.vvvnn));
  test('the dump itself', () => expect(writeLspciDump(functions)).toBe(board.dump));
});

test('with the names that are built in', () => {
  for (const board of boards) {
    expect(print(read(board.dump), '-nn', namesOf())).toBe(board.nn);
    expect(print(read(board.dump), '-v', namesOf())).toBe(board.v);
  }
});

test('invented functions, forests and filters', () => {
  for (const { args, dump, want } of odd) {
    const progIfs: Names = { ...noNames, progIf: names.progIf };
    expect(print(read(dump), args, progIfs)).toBe(want);
  }
});

test('-x, -xxx and -xxxx', () => {
  const config = Uint8Array.from({ length: 4096 }, (_, i) => i & 0xff);
  config[0x0e] = 0;
  const rows = (args: string): number =>
    print([{ domain: 0, bdf: 8, config }], args)
      .trimEnd()
      .split('\n').length - 1;
  expect(rows('-x')).toBe(4);
  expect(rows('-xxx')).toBe(16);
  expect(rows('-xxxx')).toBe(256);
});

test('sizes and a routed interrupt are told when they are known', () => {
  const config = new Uint8Array(256);
  config.set([0x34, 0x12, 0x78, 0x56, 3, 0, 0, 0, 0, 0, 0, 2]);
  config.set([0x04, 0, 0, 0, 0x08], 0x10);
  const text = lspciText(
    [{ domain: 1, bdf: 0x0100, config, sizes: { 0: 0x20000, 6: 2048 }, irq: 17 }],
    noNames,
    {
      ...plain,
      verbose: 1,
    },
  );
  expect(text).toBe(
    '0001:01:00.0 Class 0200: Device 1234:5678\n' +
      '\tFlags: fast devsel, IRQ 17\n' +
      '\tMemory at 800000000 (64-bit, non-prefetchable) [size=128K]\n' +
      '\tExpansion ROM at <unassigned> [disabled] [size=2K]\n\n',
  );
});

test('options: letters together, values stuck on, complaints with their place', () => {
  expect(parseLspci('lspci -nnvs1f.2')).toMatchObject({
    ok: true,
    value: { numbers: 'both', verbose: 1, slot: { device: 31, function: 2 } },
  });
  expect(parseLspci('lspci -d 8086:100e:02xx')).toMatchObject({
    value: { ids: { vendor: 0x8086, device: 0x100e, classCode: 0x0200, classMask: 0xff00 } },
  });
  const place = (line: string): unknown => {
    const result = parseLspci(line);
    return result.ok ? undefined : result.problem.place;
  };
  expect(place('lspci -s 00:20.0')).toEqual({ from: 12, to: 14 });
  expect(place('lspci -s 1:2:3:4')).toEqual({ from: 9, to: 16 });
  expect(place('lspci -nq')).toEqual({ from: 8, to: 9 });
  expect(place('lspci -d 8086')).toEqual({ from: 9, to: 13 });
  expect(place('lspci what')).toEqual({ from: 6, to: 10 });
  expect(place('lspci -s')).toEqual({ from: 6, to: 8 });
});

test('no bytes and no line make it throw', () => {
  const config = fc
    .constantFrom(64, 128, 256, 4096)
    .chain((n) => fc.uint8Array({ minLength: n, maxLength: n }));
  const listed = fc.record({
    domain: fc.constantFrom(0, 1),
    bdf: fc.integer({ min: 0, max: 0xffff }),
    config,
  });
  const args = fc.constantFrom('', '-n', '-nn', '-v', '-vv', '-vvv', '-t', '-tv', '-xxxx', '-t -s 1:');
  fc.assert(
    fc.property(fc.array(listed, { maxLength: 6 }), args, (functions, given) => {
      print(functions, given);
    }),
  );
  fc.assert(fc.property(fc.string(), (line) => void parseLspci(line)));
});

test('bridges numbered at random still make a tree', () => {
  const bus = fc.integer({ min: 0, max: 6 });
  const bridge = fc
    .tuple(bus, bus, bus, bus, fc.integer({ min: 0, max: 15 }))
    .map(([on, p, s, sub, slot]) => {
      const config = new Uint8Array(64);
      config.set([0x04, 0x06, 0, 0, 1], 0x0a);
      config.set([p, s, sub], 0x18);
      return { domain: 0, bdf: (on << 8) | (slot << 3), config };
    });
  fc.assert(
    fc.property(fc.array(bridge, { maxLength: 12 }), (functions) => {
      expect(print(functions, '-t').length).toBeGreaterThan(0);
    }),
  );
});
