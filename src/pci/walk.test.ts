// Walking capability lists: whole ones, broken ones, random ones.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import './caps/all.ts';
import { describe as describeSpace, registerValue } from './describe.ts';
import { capabilities, isCapability } from './walk.ts';

/** A space of zeroes with some words set: { 0x34: 0x40 } sets the word at byte 0x34. */
const space = (words: Readonly<Record<number, number>>) => (n: number) => words[n * 4] ?? 0;

const chain = (words: Readonly<Record<number, number>>) => ({
  0x00: 0x11e8_1234,
  0x04: 0x0010_0000,
  ...words,
});

test('a chain of two, in list order', () => {
  const rows = capabilities(space(chain({ 0x34: 0x50, 0x50: 0x0000_4001, 0x40: 0x0080_0005 })), 256);
  expect(rows.map((row) => [row.at, row.capability?.title, row.length])).toEqual([
    [0x50, 'Power Management', 8],
    [0x40, 'MSI', 14],
  ]);
});

test('no list where Status says there is none, or where nothing answers', () => {
  expect(capabilities(space({ 0x00: 0x11e8_1234, 0x34: 0x40, 0x40: 5 }), 256)).toEqual([]);
  expect(capabilities(() => -1, 4096)).toEqual([]);
  expect(capabilities(() => undefined, 4096)).toEqual([]);
});

test('a loop is shown and ends the walk', () => {
  const rows = capabilities(space(chain({ 0x34: 0x40, 0x40: 0x4005 })), 256);
  expect(rows.map((row) => [row.at, row.trouble])).toEqual([
    [0x40, undefined],
    [0x40, 'loop'],
  ]);
});

test('pointers into the header, at odd places, into the unread and at all ones', () => {
  expect(capabilities(space(chain({ 0x34: 0x10 })), 256)).toMatchObject([
    { at: 0x10, trouble: 'outside', length: 0 },
  ]);
  expect(capabilities(space(chain({ 0x34: 0x42, 0x40: 0x05 })), 256)).toMatchObject([
    { at: 0x40, trouble: 'misaligned' },
  ]);
  expect(capabilities(space(chain({ 0x34: 0x40 })), 64)).toMatchObject([{ at: 0x40, trouble: 'unread' }]);
  expect(capabilities(space(chain({ 0x34: 0x40, 0x40: -1 })), 256)).toMatchObject([
    { at: 0x40, trouble: 'broken' },
  ]);
});

test('an unknown id is shown and passed', () => {
  const rows = capabilities(space(chain({ 0x34: 0x40, 0x40: 0x50ee, 0x50: 0x01 })), 256);
  expect(rows.map((row) => [row.id, row.capability?.title, row.length])).toEqual([
    [0xee, undefined, 2],
    [0x01, 'Power Management', 8],
  ]);
});

test('the extended list is read only below a PCI Express or PCI-X capability', () => {
  const extended = { 0x100: 0x1401_0001, 0x140: 0x0001_0003 };
  expect(capabilities(space(chain({ 0x34: 0x40, 0x40: 0x01, ...extended })), 4096)).toHaveLength(1);
  const rows = capabilities(space(chain({ 0x34: 0x40, 0x40: 0x0002_0010, ...extended })), 4096);
  expect(rows.slice(1).map((row) => [row.at, row.id, row.version])).toEqual([
    [0x100, 1, 1],
    [0x140, 3, 1],
  ]);
});

test('a root port has the registers of errors below it, an endpoint has not', () => {
  const of = (port: number) =>
    capabilities(space(chain({ 0x34: 0x40, 0x40: 0x0002_0010 | (port << 20), 0x100: 0x0001_0001 })), 4096)
      .at(-1)
      ?.layout?.registers.some((register) => register.name === 'Root Error Status');
  expect(of(4)).toBe(true);
  expect(of(0)).toBe(false);
});

test('whatever the bytes: the walk ends, rows lie inside, describing does not throw', () => {
  const bytes = fc.constantFrom(64, 256, 4096) as fc.Arbitrary<64 | 256 | 4096>;
  // Small offsets often, so that lists are found at all.
  const word = fc.oneof(
    fc.integer(),
    fc.constantFrom(0x4005, 0x4410, 0x0002_4410, 0x1041_0001, 0x0010_0000, 0x40, 0x14),
  );
  fc.assert(
    fc.property(
      bytes,
      fc.array(word, { minLength: 80, maxLength: 80 }),
      fc.boolean(),
      (size, words, holes) => {
        const read = (n: number) => (n * 4 >= size || (holes && n % 7 === 6) ? undefined : words[n % 80]);
        const rows = capabilities(read, size);
        expect(rows.length).toBeLessThanOrEqual(48 + 960 + 2);
        for (const row of rows.filter(isCapability)) expect(row.at + row.length).toBeLessThanOrEqual(size);
        const described = describeSpace({ bytes: size, word: read });
        for (const register of described.registers)
          expect(register.at + register.bytes).toBeLessThanOrEqual(size);
      },
    ),
    { numRuns: 200 },
  );
});

test('a 64-bit base address takes two registers, and each byte knows its owner', () => {
  const described = describeSpace({
    bytes: 256,
    word: space(chain({ 0x10: 0xc, 0x34: 0x40, 0x40: 0x0005 })),
  });
  expect(described.fieldsAt(0x14).map((field) => field.name)).toEqual(['Base Address 0 Upper 32 Bits']);
  expect(described.registerAt(0x05)).toMatchObject({ name: 'Command', owner: 'header' });
  expect(described.registerAt(0x43)).toMatchObject({ name: 'Message Control', owner: 'MSI', at: 0x42 });
  expect(described.registerAt(0x80)).toBeUndefined();
  expect(described.fieldsAt(0x42).map((field) => field.name)).toContain('MSI Enable');
});

test('values of registers at odd places', () => {
  const word = () => 0x89ab_cdef | 0;
  const read = { bytes: 64, word } as const;
  expect(registerValue(read, { name: 'Class Code', at: 9, bytes: 3 })).toBe(0x89abcd);
  expect(registerValue(read, { name: 'x', at: 4, bytes: 4 })).toBe(0x89abcdef);
});
