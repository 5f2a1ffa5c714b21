/** Sentences as columns: what goes in comes out, also at the other end of the wall, whatever is taken back. */
import { expect, test } from 'vitest';
import './all-software.ts';
import { say } from '../base/problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { Cutter } from './frame.ts';
import { nothingKnown, Sentences } from './sentences.ts';
import { Session } from './session.ts';

test('an object is made when one looks, and the same one the next time', () => {
  const sentences = new Sentences();
  const message = say('textbook.size', { who: '00:03.0', bar: 2 });
  sentences.add(7, 'textbook', { say: message, phase: 'phase.sizing' }, 3);
  sentences.add(9, 'script', { say: say('script.line', { line: 1, text: '' }) }, 0);
  expect(sentences.at(0)).toEqual({
    row: 7,
    program: 'textbook',
    say: message,
    phase: 'phase.sizing',
    depth: 3,
  });
  expect(sentences.at(0)).toBe(sentences.at(0));
  expect(sentences.last?.say).toEqual(say('script.line', { line: 1, text: '' }));
  expect([sentences.at(-1), sentences.at(2), sentences.idOf(2)]).toEqual([undefined, undefined, undefined]);
  expect([7, 8, 9, 10].map((row) => sentences.firstFrom(row))).toEqual([0, 1, 1, 2]);
});

test('a text comes back letter by letter, also where it looks like a number', () => {
  const sentences = new Sentences();
  const texts = ['00:00.0', 'ff:1f.7', 'FF:1f.7', '0000:00:03.0', '-1', '', 'e1000', 'ff:1f.7'];
  for (const who of texts) sentences.add(0, 'p', { say: say('textbook.size', { who, bar: 0 }) }, 0);
  expect([...sentences].map((sentence) => sentence.say)).toEqual(
    texts.map((who) => say('textbook.size', { who, bar: 0 })),
  );
});

test('slots that are neither numbers nor text come back as they were', () => {
  const odd = say('problem.expected', { what: { thing: 'odd' }, list: [1, 'two', true] } as never);
  const sentences = new Sentences();
  sentences.add(0, 'script', { say: odd }, 0);
  expect(sentences.last?.say).toEqual(odd);
});

test('pieces: the other end has what this one has, also after some have been taken back', () => {
  const here = new Sentences();
  const there = new Sentences();
  const known = nothingKnown();
  const add = (n: number): void =>
    here.add(n, 'p', { say: say('textbook.size', { who: `00:${String(n)}.0`, bar: n }) }, n % 5);
  for (let n = 0; n < 300; n++) add(n);
  for (const to of [100, 100, 200, 300]) there.take(here.piece(there.length, to, known));
  expect([...there]).toEqual([...here]);
  here.cut(40);
  for (let n = 500; n < 700; n++) add(n);
  there.take(here.piece(40, 150, known));
  there.take(here.piece(150, here.length, known));
  expect([...there]).toEqual([...here]);
});

test('half a board of sentences is small on its way', () => {
  const scenario: Scenario = { title: '', machine: 'pc', ram: 16, authentic: 'qemu', parts: [] };
  const s = new Session(scenario);
  s.act({ text: '', commands: [{ do: 'start', program: 'seabios' }] });
  s.act({ text: '', commands: [{ do: 'step', count: 1_000_000 }] });
  const { said } = new Cutter(s).cut();
  const bytes = [said.row, said.shape, said.program, said.phase, said.depth, said.slots];
  expect(bytes.reduce((sum, { byteLength }) => sum + byteLength, 0) / s.sentences.length).toBeLessThan(48);
});
