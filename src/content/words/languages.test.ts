/** Every language says all that English says: nothing missing, nothing stale, nothing left untranslated, no slot forgotten. */
import { describe, expect, test } from 'vitest';
import { Machine } from '../../engine/machine.ts';
import { catalogue as models } from '../../models/catalogue.ts';
import { build } from '../../scenario/build.ts';
import { scenarios } from '../scenarios/index.ts';
import { en } from './en/index.ts';
import { asked as englishAsked } from './en/asked.ts';
import { first as englishFirst } from './en/first.ts';
import { later as englishLater } from './en/later.ts';
import { tools as englishTools } from './en/tools.ts';
import { plain, type Said } from './pieces.ts';
import { zh } from './zh/index.ts';
import { asked } from './zh/asked.ts';
import { first } from './zh/first.ts';
import { later } from './zh/later.ts';
import { tools } from './zh/tools.ts';

const plainly = (said: Said): string => (typeof said === 'string' ? said : plain(said));

type Entry = Said | ((slots: unknown) => Said);
const entries = (catalogue: object): [string, Entry][] => Object.entries(catalogue) as [string, Entry][];

/** Ids whose text is the same in both languages, and why. Texts without a word of two letters need no reason. */
const same: Readonly<Record<string, readonly string[]>> = {
  'a name': ['app.name', 'program.seabios', 'program.linux', 'program.kvmtool', 'add.command-line'],
  'a register, a bus signal, a mnemonic': [
    'map.latch',
    'map.data',
    'composer.title',
    'composer.part-idsel',
    'timeline.lane.io',
    'topology.type1',
    'topology.collar-type0',
    'topology.collar-type1',
    'topology.collar-converts',
    'topology.cpu',
    'inspector.bar',
    'slot.bar',
    'inspector.rom',
  ],
  'a technology that Chinese calls so': [
    'kind.ide',
    'kind.sata',
    'kind.smbus',
    'kind.usb',
    'inspector.kind-ide',
    'inspector.kind-sata',
    'inspector.kind-smbus',
  ],
  'a size': ['map.above'],
  'as it is typed': ['timeline.find-place'],
};
const mayBeSame = new Set(Object.values(same).flat());

/** Slots that only English needs, by id: a word that Chinese does without. */
const plurals: Readonly<Record<string, readonly string[]>> = {};

/** Slots of a sentence, each a value that is told apart from all others; and which of them were asked for. */
function ask(entry: (slots: unknown) => Said, sample: (name: string) => unknown) {
  const asked = new Set<string>();
  const slots = new Proxy(
    {},
    {
      get: (_, name) => {
        asked.add(String(name));
        return sample(String(name));
      },
      has: () => true,
    },
  );
  try {
    const said = entry(slots);
    return { asked, text: plainly(said) };
  } catch {
    return { asked, text: undefined };
  }
}

const samples: readonly ((name: string) => unknown)[] = [
  (name) => `‹${name}›`,
  () => '',
  // a slot that is one of a few words
  () => 'bus',
  () => 0,
  () => 1,
  () => 3,
  () => true,
  () => false,
  () => ['a', 'b'],
];

/** All slots that the entry asks for, and the texts that it gives, over all samples. */
function explore(entry: (slots: unknown) => Said) {
  const all = samples.map((sample) => ask(entry, sample));
  return {
    asked: new Set(all.flatMap(({ asked }) => [...asked])),
    /** One a sample; undefined where the entry cannot take it. */
    texts: all.map(({ text }) => text),
  };
}

describe('Simplified Chinese', () => {
  test('has exactly the ids of English, in the same of the two pieces', () => {
    expect(Object.keys(first).sort()).toEqual(Object.keys(englishFirst).sort());
    expect(Object.keys(later).sort()).toEqual(Object.keys(englishLater).sort());
    expect(Object.keys(tools).sort()).toEqual(Object.keys(englishTools).sort());
    expect(Object.keys(asked).sort()).toEqual(Object.keys(englishAsked).sort());
  });

  test('leaves no fixed text in English', () => {
    const english = new Map(entries(en));
    const untranslated = entries(zh).flatMap(([id, entry]) =>
      typeof entry === 'string' && entry === english.get(id) && /\p{L}{2}/u.test(entry) && !mayBeSame.has(id)
        ? [`${id}: ${entry}`]
        : [],
    );
    expect(untranslated).toEqual([]);
  });

  test('every reason for a text that stays is still needed', () => {
    const english = new Map(entries(en));
    const chinese = new Map(entries(zh));
    expect([...mayBeSame].filter((id) => chinese.get(id) !== english.get(id))).toEqual([]);
  });

  test('forgets no slot of a sentence', () => {
    const english = new Map(entries(en));
    const forgotten = entries(zh).flatMap(([id, entry]) => {
      const original = english.get(id);
      if (typeof original !== 'function') return [];
      const asked = typeof entry === 'function' ? explore(entry).asked : new Set<string>();
      return [...explore(original).asked]
        .filter((slot) => !asked.has(slot) && !(plurals[id] ?? []).includes(slot))
        .map((slot) => `${id}: ${slot}`);
    });
    expect(forgotten).toEqual([]);
  });

  test('names the chipset’s parts and our machines', () => {
    const say = new Map(entries(zh));
    const name = (id: string, slots: object): string => {
      const entry = say.get(id);
      return typeof entry === 'function' ? plainly(entry(slots)) : '';
    };
    const places = (['pc', 'q35'] as const).flatMap((machine) => {
      const { board } = build({ title: '', machine, ram: 8192, authentic: 'qemu', parts: [] }, models);
      const { fixed, map } = board.platform;
      return [...fixed.map(({ ops }) => ops.name), ...map(new Machine(board)).map((range) => range.name)];
    });
    expect(places.length).toBeGreaterThan(10);
    // what is all capitals and digits is a mnemonic
    const unnamed = places.filter(
      (p) => /[a-z]/.test(p.replaceAll(/I\/O/g, '')) && name('name.place', { name: p }) === p,
    );
    expect(unnamed).toEqual([]);
    const untitled = scenarios
      .map((s) => s.scenario.title)
      .filter((title) => name('name.scenario', { title }) === title);
    expect(untitled).toEqual([]);
  });
});

describe.each([
  ['English', en],
  ['Simplified Chinese', zh],
])('%s', (_, catalogue) => {
  test('gives a text for every id', () => {
    const mute = entries(catalogue).filter(([, entry]) => {
      const texts = typeof entry === 'function' ? explore(entry).texts : [plainly(entry)];
      return texts.every((text) => text === undefined || text.trim() === '');
    });
    expect(mute.map(([id]) => id)).toEqual([]);
  });
});

test('where English makes sense of the slots, so does Chinese', () => {
  const english = new Map(entries(en));
  const hole = /undefined|NaN|\[object/;
  const worse = entries(zh).flatMap(([id, entry]) => {
    const original = english.get(id);
    if (typeof entry !== 'function' || typeof original !== 'function') return [];
    const before = explore(original).texts;
    return explore(entry).texts.flatMap((text, i) => {
      const told = before[i];
      const bad = told !== undefined && !hole.test(told) && (text === undefined || hole.test(text));
      return bad ? [`${id}: ${text ?? 'throws'}, in English ${told}`] : [];
    });
  });
  expect(worse).toEqual([]);
});
