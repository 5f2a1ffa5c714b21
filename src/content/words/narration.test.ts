/** What a Chinese reader is told of whole runs: every access, every beat of it and every sentence of a program, with no English left in it. */
import { describe, expect, test } from 'vitest';
import type { Thing } from '../../base/messages.ts';
import type { Message } from '../../base/problem.ts';
import { explain } from '../../engine/explain.ts';
import { Machine } from '../../engine/machine.ts';
import { catalogue as models } from '../../models/catalogue.ts';
import { programs } from '../../programs/index.ts';
import { build } from '../../scenario/build.ts';
import { environmentOf } from '../../scenario/environment.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { verbs } from '../../session/console/verbs.ts';
import { beatsOf, sentenceOf } from '../../session/beats.ts';
import { lintsOf, lintsOfRow } from '../../session/lints/index.ts';
import type { Lint } from '../../session/lints/lint.ts';
import { speak, type Catalogue } from './catalogue.ts';
import { en } from './en/index.ts';
import { plain, type Piece, type Said } from './pieces.ts';
import { zh } from './zh/index.ts';

const boards: readonly Scenario[] = [
  {
    title: '',
    machine: 'pc',
    ram: 256,
    authentic: 'qemu',
    parts: [
      { model: 'VGA', addr: '2' },
      { model: 'e1000', addr: '3' },
      { model: 'pci-bridge', id: 'br', addr: '4', properties: { chassis_nr: '1' } },
      { model: 'edu', bus: 'br' },
    ],
  },
  {
    title: '',
    machine: 'q35',
    ram: 256,
    authentic: 'qemu',
    parts: [
      { model: 'pcie-root-port', id: 'rp', properties: { chassis: '1' } },
      { model: 'nvme', bus: 'rp', properties: { serial: '1' } },
      { model: 'e1000e' },
    ],
  },
];

/** Everything that is told of a program's run on a board. */
function toldOf(scenario: Scenario, name: string): ReadonlyMap<string, Message> {
  const m = new Machine(build(scenario, models).board);
  const found = new Map<string, Message>();
  const tell = (message: Message): void => void found.set(JSON.stringify(message), message);
  const tellLint = (lint: Lint): void => {
    for (const message of [lint.what, lint.why, lint.fix()?.say]) if (message) tell(message);
  };
  const program = programs.find(({ id }) => id === name);
  for (const { say } of program?.run(m, { ...environmentOf(scenario), target: 0x18 }) ?? []) tell(say);
  for (let row = 0; row < m.trace.length; row++) {
    m.seek(row + 1);
    const explanation = explain(m, row);
    const beats = beatsOf(m, explanation);
    for (const { say } of beats) tell(say);
    tell(sentenceOf(m, explanation, beats));
    for (const lint of lintsOfRow(m, explanation)) tellLint(lint);
  }
  for (const lint of lintsOf(m)) tellLint(lint);
  return found;
}

/** What stays in every language, besides what is all capitals: technologies, kinds of cycles, states, programs, keys, commands. */
const stays = new RegExp(
  `^(?:${[
    'Type|Express|PCIe|CardBus|SMBus|Min_Gnt|Max_Lat|D3cold|pc|[KMGT]iB',
    'Linux|SeaBIOS|Markdown|English|hvisor|zone|kvmtool|monitor|lspci|xxxx|setpci|undo',
    'Enter|Escape|Tab|ms|id|virtio|root|undefined',
  ].join('|')})$`,
);
/** As it is typed. */
const typed = new Set(['console.placeholder', 'timeline.find-place', 'timeline.find-about']);

/** English words of pieces: what is in brackets stands beside the Chinese, what is a value is a number or a place. */
function english(pieces: readonly Piece[]): string[] {
  const text = plain(pieces.map((p) => (typeof p === 'object' && 'value' in p ? ' 0 ' : p)));
  const own = text.replaceAll(/（[^（）]*）|“[^”]*”/g, '');
  const words = own.match(/(?<![\w.:])[A-Za-z][\w'-]*[A-Za-z](?!\w)/g) ?? [];
  return words.filter((word) => /[a-z]{2}/.test(word) && !/^[\da-f]+$/.test(word) && !stays.test(word));
}

const left = (all: Iterable<Message>): string[] =>
  [...all].flatMap((message) => {
    const told = speak(zh, message.id, message.with);
    const words = english(told);
    return words.length === 0 ? [] : [`${words.join(' ')}: ${plain(told)}`];
  });

describe.each(boards)('on $machine', (scenario) => {
  test.each(programs.map(({ id }) => id))('%s leaves no English', (name) => {
    const told = toldOf(scenario, name);
    expect(told.size).toBeGreaterThan(5);
    expect(left(told.values())).toEqual([]);
  });
});

test('a register has its English name beside it, in English alone its own', () => {
  const read = (register: string) => ({ who: '00:03.0', register, value: '0x0' });
  const told = (catalogue: Catalogue, register: string): string =>
    plain(speak(catalogue, 'say.config-read', read(register)));
  expect(told(zh, 'Vendor ID')).toBe('CPU 读取 CFC。00:03.0 应答 0x0：厂商 ID（Vendor ID）。');
  expect(told(zh, 'BAR0')).toBe('CPU 读取 CFC。00:03.0 应答 0x0：BAR0。');
  // more than two would make a sentence too long: their English stands in the tip
  const three = 'Interrupt Line, Interrupt Pin, BIST';
  expect(told(zh, three)).toBe('CPU 读取 CFC。00:03.0 应答 0x0：中断线、中断引脚、BIST。');
  expect(speak(zh, 'say.config-read', read(three))).toContainEqual(expect.objectContaining({ names: three }));
  expect(told(en, three)).toContain(three);
});

test('no sentence or word of the page leaves English, whatever its slots', () => {
  const untranslated = Object.entries(zh).flatMap(([id, entry]) => {
    const said = [0, 1, ''].map((sample) => {
      const slots: unknown = new Proxy({}, { get: () => sample });
      try {
        return typeof entry === 'function' ? (entry as (s: unknown) => Said)(slots) : entry;
      } catch {
        return '';
      }
    });
    const words = said.flatMap((each) =>
      english(typeof each === 'string' ? [each] : each instanceof Array ? each : []),
    );
    return words.length === 0 || typed.has(id) ? [] : [`${id}: ${words.join(' ')}`];
  });
  expect(untranslated).toEqual([]);
});

test('what the capitals of a grammar stand for is told beside them', () => {
  const wanted = (expected: string): string => plain(speak(zh, 'problem.expected', { expected, given: '' }));
  expect(wanted('PORT')).toBe('此处应为 PORT（端口），但文本已结束。');
  expect(wanted('-s SLOT, -d ID')).toBe('此处应为 -s SLOT, -d ID（SLOT 插槽、ID 标识），但文本已结束。');
  expect(wanted('on|off')).toBe('此处应为 on|off，但文本已结束。');
  const grammar = new Set(verbs.flatMap(({ usage }) => usage.match(/\b[A-Z]{2,}\b/g) ?? []));
  expect([...grammar].filter((word) => !wanted(word).includes('（'))).toEqual([]);
});

const things: readonly Thing[] = [
  ...(['bus', 'command', 'error', 'info', 'lspci', 'machine', 'model', 'option', 'part', 'program'] as const),
  ...(['property', 'setpci', 'subsystem', 'vga'] as const),
];

test.each(things)('an unknown %s is told of in Chinese: what, why and the way out', (what) => {
  const slots = { what, given: 'x', nearest: '' };
  for (const id of ['problem.unknown', 'problem.unknown-why', 'problem.unknown-fix'] as const) {
    const told = speak(zh, id, slots);
    expect(plain(told)).toMatch(/\p{Script=Han}/u);
    expect(english(told).filter((word) => word !== 'info')).toEqual([]);
  }
});
