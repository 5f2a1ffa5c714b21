import { expect, test } from 'vitest';
import { firstVisit } from '../../content/scenarios/first-visit.ts';
import { explain } from '../../engine/explain.ts';
import { beatsOf } from '../../session/beats.ts';
import { Session } from '../../session/session.ts';
import { momentOf } from './moment.ts';

const { machine } = new Session(firstVisit.scenario, firstVisit.entries);
const rows = Array.from({ length: machine.trace.length }, (_, i) => {
  const explanation = explain(machine, i);
  return { explanation, beats: beatsOf(machine, explanation) };
});

test('a BAR is pending until its beat, then it has moved in', () => {
  const row = rows.find((r) => r.beats.some((b) => b.kind === 'map'));
  const { explanation, beats } = row ?? { explanation: undefined, beats: [] };
  const at = beats.findIndex((b) => b.kind === 'map') + 1;
  const before = momentOf(machine, explanation, beats, at - 1);
  const now = momentOf(machine, explanation, beats, at);
  expect(before.pending.size).toBeGreaterThan(0);
  expect(before.moved.size).toBe(0);
  for (const key of now.moved.keys()) expect(before.pending.has(key)).toBe(true);
  expect([...now.moved.values()]).toEqual(['in']);
});

test('what is programmed without decoding is outlined', () => {
  const row = rows.find((r) => r.beats.some((b) => b.kind === 'outline'));
  const { explanation, beats } = row ?? { explanation: undefined, beats: [] };
  expect([...momentOf(machine, explanation, beats, beats.length).moved.values()]).toEqual(['outline']);
});

test('the access of a memory row is marked in memory, that of CONFIG_DATA among the ports', () => {
  const spaces = rows.map(({ explanation, beats }) => momentOf(machine, explanation, beats, 1).access);
  expect(spaces[0]).toEqual({ space: 'io', address: 0xcf8 });
  expect(spaces.at(-1)?.space).toBe('memory');
});

test('power-on has no moment', () => {
  expect(momentOf(machine, undefined, [], 0).access).toBeUndefined();
});
