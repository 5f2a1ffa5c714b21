/** A session comes back from its link as it was; whatever else a link says, nothing throws and nothing grows. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../all-software.ts';
import { toBase64 } from '../../formats/base64.ts';
import type { Command, Entry } from '../command.ts';
import { native } from '../../store/sharing/deflate.ts';
import type { Stored } from '../stored.ts';
import { Writer } from './bytes.ts';
import { readLink, writeLink, type Preset, type Surroundings } from './link.ts';
import { bounds } from './bounds.ts';
import { fromPayload } from './payload.ts';

const preset: Preset = {
  id: 'small',
  scenario: {
    title: 'small',
    machine: 'q35',
    ram: 64,
    authentic: 'qemu',
    parts: [{ model: 'pcie-root-port', id: 'rp', addr: '3' }],
  },
  entries: [{ text: 'inl 0xcfc', commands: [{ do: 'in', port: 0xcfc, bytes: 4 }], phase: 'phase.meet' }],
  cursor: 1,
};

const around: Surroundings = {
  ...native,
  presets: [preset],
  names: () => Promise.resolve((vendor) => (vendor === 0x8086 ? 'Listed' : undefined)),
};

const word = fc.oneof(fc.nat(0xffff_ffff), fc.constantFrom(0, 0xffff_ffff, 0x8000_1810, 0x80ff_fffc));
const narrow = fc.constantFrom(1 as const, 2 as const, 4 as const);
const wide = fc.constantFrom(1 as const, 2 as const, 4 as const, 8 as const);
const port = fc.oneof(fc.nat(0xffff), fc.constantFrom(0xcf8, 0xcfc, 0xcfe));
const address = fc.oneof(word, fc.maxSafeNat());
const name = fc.oneof(
  fc.constantFrom('e1000', 'pci.0', '桥', 'run', ''),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const optional = { requiredKeys: [] as [] };

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('in' as const), port, bytes: narrow }),
  fc.record({ do: fc.constant('out' as const), port, bytes: narrow, value: word }),
  fc.record({ do: fc.constant('load' as const), address, bytes: wide }),
  fc.record(
    { do: fc.constant('store' as const), address, bytes: wide, value: word, high: word },
    { requiredKeys: ['do', 'address', 'bytes', 'value'] },
  ),
  fc.record(
    {
      do: fc.constant('config' as const),
      bdf: port,
      offset: fc.nat(0xff),
      bytes: narrow,
      value: word,
      mask: word,
    },
    { requiredKeys: ['do', 'bdf', 'offset', 'bytes'] },
  ),
  fc.constant({ do: 'reset' as const }),
  fc.record(
    { do: fc.constant('start' as const), program: name, target: port, text: name },
    { requiredKeys: ['do', 'program'] },
  ),
  fc.record({ do: fc.constant('step' as const), count: word }),
  fc.record({ do: fc.constant('clock' as const), ns: address }),
  fc.record({ do: fc.constantFrom('plug' as const, 'unplug' as const), part: name }),
  fc.record(
    { do: fc.constant('error' as const), part: name, error: name, advisory: fc.constant(true as const) },
    { requiredKeys: ['do', 'part', 'error'] },
  ),
);

const entry: fc.Arbitrary<Entry> = fc.record(
  { text: name, commands: fc.array(command, { maxLength: 40 }), phase: name },
  { requiredKeys: ['text', 'commands'] },
);

const hexBytes = fc.oneof(
  fc.constantFrom(64, 256, 4096).chain((n) =>
    fc.array(fc.tuple(fc.nat(n - 1), fc.nat(255)), { maxLength: 30 }).map((set) => {
      const bytes = Array.from({ length: n }, () => 0);
      for (const [at, value] of set) bytes[at] = value;
      return bytes.map((b) => b.toString(16).padStart(2, '0')).join('');
    }),
  ),
  fc.uint8Array({ maxLength: 70 }).map((b) => Array.from(b, (x) => x.toString(16).padStart(2, '0')).join('')),
);

const scenario: fc.Arbitrary<Stored['scenario']> = fc.oneof(
  fc.constant(preset.scenario),
  fc.record(
    {
      title: name,
      machine: fc.constantFrom('pc' as const, 'q35' as const, 'dump' as const),
      ram: fc.nat(0x100_0000),
      authentic: fc.constantFrom('qemu' as const, 'spec' as const),
      parts: fc.array(
        fc.record(
          {
            model: name,
            id: name,
            bus: name,
            addr: name,
            properties: fc.dictionary(
              name.filter((k) => k !== '__proto__'),
              name,
              { noNullPrototype: true },
            ),
            plugged: fc.constant(false as const),
            fill: fc.constant(true as const),
          },
          { requiredKeys: ['model'] },
        ),
        { maxLength: 5 },
      ),
      functions: fc.array(
        fc.record(
          {
            domain: fc.nat(0xffff),
            bdf: fc.nat(0xffff),
            config: hexBytes,
            sizes: fc.dictionary(
              fc.constantFrom('0', '1', '6'),
              fc.nat(40).map((n) => 2 ** n),
              { noNullPrototype: true },
            ),
            name: fc.oneof(name, fc.constant('Intel Listed')),
          },
          { requiredKeys: ['domain', 'bdf', 'config'] },
        ),
        { maxLength: 5 },
      ),
    },
    { requiredKeys: ['title', 'machine', 'ram', 'authentic', 'parts'] },
  ),
);

const story = fc.record(
  {
    story: fc.integer({ min: 1, max: 9 }),
    entries: fc.array(entry, { maxLength: 8 }),
    branches: fc.array(
      fc.record({ id: fc.nat(9), fork: fc.nat(99), entries: fc.array(entry, { maxLength: 4 }) }),
      {
        maxLength: 3,
      },
    ),
  },
  { ...optional, requiredKeys: ['story', 'entries', 'branches'] },
);

test('a session comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, story, fc.nat(999), async (machine, told, row) => {
      const link = await writeLink({ scenario: machine, story: told, moment: { row } }, around);
      const { stored, problems } = await readLink(link, around);
      expect(problems).toEqual([]);
      expect(stored).toEqual({ scenario: machine, ...told, cursor: row });
    }),
    { numRuns: 80 },
  );
}, 30_000);

test('where one looks comes back too', async () => {
  const sights = { selection: '00:03.0/cfg/10:4', view: 'hex,memory', language: 'zh-CN' };
  const link = await writeLink(
    { scenario: preset.scenario, moment: { row: 37, beat: 2 }, ...sights },
    around,
  );
  expect(link).toBe('v=1&t=37.2&sel=00:03.0/cfg/10:4&view=hex,memory&lang=zh-CN&s=small');
  expect(await readLink(`#${link}`, around)).toMatchObject({ ...sights, beat: 2, problems: [] });
});

test('a preset alone opens where its story pauses', async () => {
  const { stored } = await readLink('#v=1&s=small', around);
  expect(stored).toEqual({
    scenario: preset.scenario,
    entries: preset.entries,
    story: 1,
    branches: [],
    cursor: 1,
  });
});

test('another branch can be in front', async () => {
  const own: Entry[] = [{ text: 'reset', commands: [{ do: 'reset' }] }];
  const told = { story: 2, entries: [], branches: [{ id: 1, fork: 0, entries: own }] };
  const link = await writeLink({ scenario: preset.scenario, story: told }, around);
  const { stored } = await readLink(`${link}&b=1`, around);
  expect(stored).toMatchObject({ story: 1, entries: own, branches: [{ id: 2, fork: 0, entries: [] }] });
});

const sample = async (): Promise<string> =>
  writeLink(
    {
      scenario: { ...preset.scenario, ram: 65 },
      story: {
        story: 2,
        entries: fc.sample(entry, { numRuns: 12, seed: 8 }),
        branches: [{ id: 1, fork: 2, entries: fc.sample(entry, { numRuns: 5, seed: 9 }) }],
      },
      moment: { row: 3 },
    },
    around,
  );

test('a link that was cut says so, and opens as far as it goes', async () => {
  const link = await sample();
  const whole = (await readLink(link, around)).stored;
  for (let length = 3; length < link.length; length += 7) {
    const { stored, problems } = await readLink(link.slice(0, length), around);
    if (!stored) continue;
    expect(whole?.entries.length).toBeGreaterThanOrEqual(stored.entries.length);
    if (link.slice(0, length).includes('o=z:')) expect(problems).not.toEqual([]);
  }
}, 30_000);

test('a link with a letter changed says so, or opens to the same', async () => {
  const link = await sample();
  const { stored: whole } = await readLink(link, around);
  await fc.assert(
    fc.asyncProperty(
      // a field of another name is nothing that this version knows
      fc
        .integer({ min: link.indexOf('s=z:') + 4, max: link.length - 1 })
        .filter((at) => at !== link.indexOf('&o=') + 1 && at !== link.indexOf('&o=') + 2),
      fc.nat(63),
      async (at, n) => {
        const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.charAt(n);
        const { stored, problems } = await readLink(link.slice(0, at) + letter + link.slice(at + 1), around);
        if (problems.length === 0) expect(stored).toEqual(whole);
      },
    ),
    { numRuns: 100 },
  );
}, 30_000);

test('anything at all never throws', async () => {
  const payload = fc.uint8Array({ maxLength: 300 }).map((bytes) => {
    const data = deflateRawSync(bytes);
    return `z:${toBase64(Uint8Array.from([0, 0, ...data]))
      .replaceAll('+', '-')
      .replaceAll('/', '_')}`;
  });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), payload),
      fc.oneof(fc.string(), payload),
      fc.string(),
      async (s, o, t) => {
        const { problems } = await readLink(`v=1&t=${t}&s=${s}&o=${o}&${t}=${s}`, around);
        expect(Array.isArray(problems)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
}, 30_000);

const packed = async (w: Writer): Promise<string> => {
  const data = await native.deflate(w.done());
  return `z:${toBase64(Uint8Array.from([0, 0, ...data]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')}`;
};

test('what unfolds without end is cut off at the bound', async () => {
  const zeros = deflateRawSync(new Uint8Array(64 * 1024 * 1024), { level: 1 });
  const bomb = `z:${toBase64(Uint8Array.from([0, 0, ...zeros]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')}`;
  expect(bomb.length).toBeLessThan(1_000_000);
  const { bytes, trouble } = await fromPayload(bomb, native);
  expect([bytes.length, trouble]).toEqual([0, 'too-large']);
  const { stored, problems } = await readLink(`v=1&s=${bomb}`, around);
  expect(stored).toBeUndefined();
  expect(problems[0]?.message.id).toBe('link.too-large');
}, 30_000);

test('functions that repeat each other end at the bound of their bytes', async () => {
  const w = new Writer();
  w.text('');
  w.byte(16 | 2);
  w.byte(2);
  for (const n of [0, 0, 100_000]) w.number(n);
  for (let i = 0; i < 100_000; i++) for (const b of [2, 2, 0, 0, 0]) w.byte(b);
  const { stored } = await readLink(`v=1&s=${await packed(w)}`, around);
  expect((stored?.scenario.functions ?? []).length * 4096).toBeLessThanOrEqual(bounds.bytes);
}, 30_000);

test('commands that stories share are counted in each', async () => {
  const w = new Writer();
  w.number(1);
  w.number(0);
  w.number(60_000);
  for (let i = 0; i < 60_000; i++) for (const b of [1 << 3, 10]) w.byte(b);
  for (let i = 0; i < 90; i++) for (const n of [1, i, 0, 60_000, 0]) w.number(n);
  w.number(0);
  const own = { ...preset.scenario, title: 'own' };
  const s = await writeLink({ scenario: own }, around);
  const { stored, problems } = await readLink(`${s}&o=${await packed(w)}`, around);
  const entries = [stored?.entries ?? [], ...(stored?.branches ?? []).map((b) => b.entries)];
  expect(entries.reduce((sum, e) => sum + e.length, 0)).toBeLessThanOrEqual(120_000);
  expect(problems).not.toEqual([]);
}, 30_000);

test('what this version does not know is listed', async () => {
  const ids = async (link: string): Promise<string[]> =>
    (await readLink(link, around)).problems.map(({ message }) => message.id);
  expect(await ids('v=1&s=small&colour=red&embed=1')).toEqual(['link.unknown-field']);
  expect(await ids('v=9&s=small')).toEqual(['link.newer']);
  expect(await ids('v=1&s=gone')).toEqual(['link.unknown-preset']);
  expect(await ids('v=1&s=small&t=later&b=7')).toEqual(['link.bad-field', 'link.bad-field']);
  expect(await ids('v=1&s=b:AAAA')).toEqual(['link.codec', 'link.no-machine']);
});
