/** What is found for what is typed, on a small machine and on one of 65,529 functions. */
import { beforeAll, expect, test } from 'vitest';
import { fullBoard } from '../../content/scenarios/big-board.ts';
import { firstVisit } from '../../content/scenarios/first-visit.ts';
import { en } from '../../content/words/en/index.ts';
import { Machine } from '../../engine/machine.ts';
import { catalogue } from '../../models/catalogue.ts';
import { build } from '../../scenario/build.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { translator } from '../../store/words.ts';
import { Devices } from './devices.ts';
import { parse, type Entry } from './entries.ts';
import { rank } from './rank.ts';
import { registersOf, type Place } from './registers.ts';
import { search, type Sources } from './search.ts';
import { placesOf, stepEntry } from './steps.ts';

const t = translator(en);
const chosen: unknown[] = [];
const command = (id: string, title: string): Entry => ({
  id,
  kind: 'command',
  title,
  run: () => void chosen.push(id),
});
const commands = [
  command('step-next', 'Next step'),
  command('step-back', 'Previous step'),
  command('phase-next', 'Next phase'),
  command('theme', '主题：自动、浅色、深色'),
];
const story = { head: 52, chapters: [{ id: 'phase.size', first: 40 }] };

/** Names as the specification has them. */
const plainly = { term: (name: string) => name, both: (name: string) => name };

function sourcesOf(scenario: Scenario): Sources {
  const machine = new Machine(build(scenario, catalogue).board);
  const devices = new Devices(
    machine,
    () => '',
    (fn) => void chosen.push(fn),
  );
  const e1000 = machine.board.parts.findIndex(({ model }) => model === 'e1000');
  const registers =
    e1000 < 0 ? [] : registersOf(machine, e1000, 4096, plainly, (place: Place) => void chosen.push(place));
  return {
    lists: {
      command: commands,
      machine: [],
      register: registers,
      step: placesOf(
        story,
        t,
        () => 'Size BAR0',
        (row) => void chosen.push(row),
      ),
      help: [],
    },
    devices,
    stepOf: (text) => stepEntry(text, story, t, (row) => void chosen.push(row)),
    recent: ['phase-next'],
  };
}

const small = sourcesOf(firstVisit.scenario);
beforeAll(() => small.devices.advance(() => true));
const first = (typed: string): Entry | undefined => search(typed, small).groups[0]?.hits[0]?.entry;

test('a sign in front asks for a kind, as a Chinese keyboard types it too', () => {
  expect(parse('@e1000')).toEqual({ kind: 'device', text: 'e1000' });
  expect(parse('＃bar')).toEqual({ kind: 'register', text: 'bar' });
  expect(parse(' next ')).toEqual({ kind: undefined, text: 'next' });
});

test('without a text: what was used last, then every command', () => {
  const { groups, total } = search('', small);
  expect(groups.map(({ kind, first: at }) => [kind, at])).toEqual([
    ['recent', 0],
    ['command', 1],
  ]);
  expect(total).toBe(commands.length);
});

test('letters that match are marked, in every script', () => {
  expect(rank('step', commands, 9).hits.map(({ entry }) => entry.id)).toEqual(['step-next', 'step-back']);
  expect(rank('next', commands, 9).hits[0]?.title).toEqual([
    { text: 'Next', hit: true },
    { text: ' step', hit: false },
  ]);
  expect(rank('浅色', commands, 9).hits[0]?.entry.id).toBe('theme');
});

test('devices, registers with value and size, fields, steps', () => {
  expect(first('@e1000')?.title).toContain('00:03.0 e1000');
  expect(first('@8086:100e')?.title).toContain('00:03.0');
  expect(first('#bar0')).toMatchObject({
    title: expect.stringContaining('BAR0'),
    note: '10 = 00000000 · 128 KiB',
  });
  first('#bus master')?.run();
  expect(chosen.at(-1)).toMatchObject({ offset: 4, hi: 2, lo: 2 });
  first(':12')?.run();
  expect(chosen.at(-1)).toBe(12);
  expect(first(':53')?.reason).toBe('The story has 52 steps.');
  first(':end')?.run();
  expect(chosen.at(-1)).toBe(52);
  first(':size')?.run();
  expect(chosen.at(-1)).toBe(41);
});

test('everything at once: the kind of the best match first', () => {
  const { groups } = search('bar0', small);
  expect(groups[0]?.kind).toMatch(/register|step/);
  expect(search('e1000', small).groups[0]?.kind).toBe('device');
});

test('65,529 functions: read in turns, at most 50 are listed', () => {
  const large = sourcesOf(fullBoard.scenario);
  let looks = 0;
  large.devices.advance(() => ++looks < 3);
  expect(large.devices.whole).toBe(false);
  large.devices.advance(() => true);
  for (const typed of ['@e', '@e1', '@nvme', '@03:00.0', '@8086', 'bus 3', '@zzz'])
    expect(search(typed, large).shown).toBeLessThanOrEqual(50);
});
