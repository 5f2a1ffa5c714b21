/** Two machines compared: names and values, what came and went, and the time it takes. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import './all-software.ts';
import '../scenario/rare.ts';
import { Machine } from '../engine/machine.ts';
import { openText } from '../formats/index.ts';
import { catalogue } from '../models/catalogue.ts';
import { build } from '../scenario/build.ts';
import { environmentOf } from '../scenario/environment.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { difference, type FunctionDifference, type Side } from './compare.ts';
import type { Entry } from './command.ts';
import { replay, wholeProgram } from './replay.ts';

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 256,
  authentic: 'qemu',
  parts: [
    { model: 'e1000', addr: '3' },
    { model: 'pci-bridge', id: 'pci.1', addr: '4', properties: { chassis_nr: '1' } },
    { model: 'nvme', bus: 'pci.1', addr: '2', properties: { serial: 'x' } },
    { model: 'edu', id: 'late', addr: '6', plugged: false },
  ],
};

function after(board: Scenario, ...entries: Entry[]): Side {
  const machine = new Machine(build(board, catalogue).board);
  for (const rows of replay(machine, environmentOf(board), entries)) expect(rows).toBeGreaterThanOrEqual(0);
  return { machine, scenario: board };
}

const dump = (name: string): string =>
  gunzipSync(readFileSync(new URL(`../../fixtures/lspci/${name}.txt.gz`, import.meta.url))).toString();

function dumped(text: string): Side {
  const opened = openText(text);
  if (opened.kind !== 'imported') throw new Error(opened.kind);
  const made = opened.imported.scenario;
  return { machine: new Machine(build(made).board), scenario: made };
}

const nameOf = ({ machine }: Side, fn: number): string => machine.board.parts[fn]?.path ?? '';
const differing = (all: readonly FunctionDifference[]): readonly FunctionDifference[] =>
  all.filter(({ kind }) => kind !== 'same');

test('the same twice: nothing differs, every function is there', () => {
  const all = difference(after(scenario), after(scenario));
  expect(differing(all)).toEqual([]);
  expect(all).toHaveLength(7);
});

test('a BAR is told by its name, with both values and both places', () => {
  const [power, firmware] = [after(scenario), after(scenario, wholeProgram('seabios'))];
  const card = difference(power, firmware).find((d) => nameOf(power, d.left) === 'e1000@3.0');
  const bar = card?.fields.find(({ field }) => field?.name === 'Base Address 0');
  expect(bar).toMatchObject({ at: 0x10, bytes: 4, left: 0, passing: false });
  expect(bar?.field?.show?.(bar.right ?? 0)).toMatch(/^fe[0-9a-f]{6}$/);
  expect(card?.fields.map(({ field }) => field?.name)).toContain('Memory Space Enable');
  expect(card?.places.find(({ name }) => name === 'bar0')).toMatchObject({
    left: { state: 'none' },
    right: { state: 'on' },
  });
});

test('a bridge: bus numbers and windows', () => {
  const [one, other] = [after(scenario, wholeProgram('seabios')), after(scenario)];
  const bridge = difference(one, other).find((d) => nameOf(one, d.left) === 'pci.1');
  const names = bridge?.fields.map(({ field }) => field?.name);
  expect(names).toEqual(expect.arrayContaining(['Secondary Bus Number', 'Memory Base']));
  expect(bridge?.places.map(({ name }) => name)).toContain('memory');
});

test('what was plugged in is added, whole; read the other way round it was removed', () => {
  const [before, plugged] = [
    after(scenario),
    after(scenario, { text: '', commands: [{ do: 'plug', part: 'late' }] }),
  ];
  const [added, ...others] = differing(difference(before, plugged));
  expect(others).toEqual([]);
  expect(added).toMatchObject({ kind: 'added', left: -1, fields: [] });
  expect(differing(difference(plugged, before))).toMatchObject([{ kind: 'removed', right: -1 }]);
});

test('status is passing, what software set is not', () => {
  const read: Entry = {
    text: '',
    commands: [
      { do: 'out', port: 0xcf8, bytes: 4, value: 0x8000_1804 },
      { do: 'out', port: 0xcfc, bytes: 2, value: 0x0400 },
    ],
  };
  const [one] = differing(difference(after(scenario), after(scenario, read)));
  expect(one?.fields).toMatchObject([{ field: { name: 'Interrupt Disable' }, passing: false }]);
  const changed = dump('0018-q35-kitchen.lspci').replace(
    /^(00: 86 80 \S\S \S\S \S\S \S\S) \S\S \S\S/m,
    '$1 10 22',
  );
  const [first] = differing(difference(dumped(dump('0018-q35-kitchen.lspci')), dumped(changed)));
  expect(first?.fields.length).toBeGreaterThan(0);
  expect(first?.fields.every(({ passing }) => passing)).toBe(true);
});

test('two dumps: a function more is one function more, and a bus renumbered is still the same bus', () => {
  const text = dump('0018-q35-kitchen.lspci');
  const blocks = text.split('\n\n').filter((b) => b.trim() !== '');
  const gone = blocks.findLastIndex((b) => /^0[1-9a-f]:/.test(b));
  const fewer = blocks.filter((_, i) => i !== gone).join('\n\n');
  const found = differing(difference(dumped(fewer), dumped(text)));
  expect(found.map(({ kind }) => kind)).toEqual(['added']);
  expect(differing(difference(dumped(text), dumped(text)))).toEqual([]);
});

test('a dump against a machine: slots lead to the same functions', () => {
  const side = dumped(dump('0017-pc-kitchen.lspci'));
  const all = difference(side, after(scenario));
  const host = all.find(({ left }) => nameOf(side, left) === '00:00.0');
  expect(host).toMatchObject({ kind: 'changed', right: 0 });
});

test('fifty functions', () => {
  const parts = Array.from({ length: 24 }, (_, n) => [
    { model: 'pcie-root-port', id: `p${String(n)}`, properties: { chassis: String(n + 1) } },
    { model: 'nvme', bus: `p${String(n)}`, properties: { serial: 'x' } },
  ]).flat();
  const many: Scenario = { ...scenario, machine: 'q35', parts };
  const [a, b] = [after(many), after(many, wholeProgram('seabios'))];
  expect(difference(a, b).length).toBeGreaterThan(50);
});
