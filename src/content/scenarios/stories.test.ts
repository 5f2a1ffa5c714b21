/** Every story is played through: it builds without a problem, and its moments say what they should. */
import { expect, test } from 'vitest';
import { explain } from '../../engine/explain.ts';
import { Outcome } from '../../engine/trace.ts';
import { catalogue } from '../../models/catalogue.ts';
import { build } from '../../scenario/build.ts';
import { beatsOf, sentenceOf } from '../../session/beats.ts';
import { Session } from '../../session/session.ts';
import { speak } from '../words/catalogue.ts';
import { en } from '../words/en/index.ts';
import { plain } from '../words/pieces.ts';
import { scenarios } from './index.ts';

const sessionOf = ({ scenario, entries }: (typeof scenarios)[number]): Session =>
  new Session(scenario, entries, [], 1, catalogue);

const opening = (id: string): (typeof scenarios)[number] => {
  const found = scenarios.find((s) => s.id === id);
  if (!found) throw new Error(id);
  return found;
};

const play = (id: string): string[] => {
  const { machine: m } = sessionOf(opening(id));
  return Array.from({ length: m.trace.length }, (_, i) => {
    m.seek(i + 1);
    const e = explain(m, i);
    const message = sentenceOf(m, e, beatsOf(m, e));
    return plain(speak(en, message.id, message.with));
  });
};

test.each(scenarios.map((s) => [s.id, s] as const))('%s builds and stands inside its story', (_, s) => {
  expect(build(s.scenario, catalogue).problems).toEqual([]);
  const { machine } = sessionOf(s);
  expect(machine.trace.length).toBe(s.entries.length);
  expect(s.cursor).toBeLessThan(machine.trace.length);
  expect(s.entries[0]?.phase).toBeDefined();
});

test('the first visit sizes BAR0, maps it, and the card answers there', () => {
  const said = play('first-visit');
  expect(said).toContain('CPU reads CFC. 00:03.0 answers 0x100e8086: Vendor ID, Device ID.');
  expect(said).toContain('CPU reads CFC. 00:03.0 answers 0xfffe0000: BAR0 decodes 128 KiB.');
  expect(said).toContain('00:03.0 BAR0 decodes 0xfebc0000 to 0xfebdffff: 128 KiB in the address map.');
  expect(said.at(-1)).toBe('00:03.0 BAR0 claims and answers 0x80080783.');
  const { machine } = sessionOf(opening('first-visit'));
  for (let i = 0; i < machine.trace.length; i++)
    expect(machine.trace.row(i).outcome).not.toBe(Outcome.unclaimed);
});

test('three bridges deep, the cycle is passed on twice and converted once', () => {
  const { machine: m } = sessionOf(opening('nested-bridges'));
  const kinds = beatsOf(m, explain(m, m.trace.length - 1)).map((b) => b.kind);
  expect(kinds).toEqual(['ask', 'decide', 'forward', 'forward', 'convert', 'claim', 'return']);
});

test('nobody answers at 00:05.0, and the host bridge notes the master abort', () => {
  const said = play('nobody');
  expect(said[1]).toBe('Nobody claimed 00:05.0, so the CPU reads 0xffffffff.');
  const { machine: m } = sessionOf(opening('nobody'));
  expect(m.trace.row(3).value & 0x2000_0000).not.toBe(0);
});

test('on q35 the NVMe controller answers only once the window above it is open', () => {
  const said = play('q35-ports');
  expect(said.at(-1)).toContain('claims and answers');
  expect(said.at(-6)).toContain('Nobody claims 0xfe800008');
});
