/** A story told again comes out the same, and a change anywhere in it is noticed. */
import { expect, test } from 'vitest';
import type { Scenario } from '../scenario/scenario.ts';
import type { Command } from './command.ts';
import { Session } from './session.ts';
import { toldBy } from './told.ts';

const scenario: Scenario = { title: '', machine: 'pc', ram: 16, authentic: 'qemu', parts: [] };

const story = (rows: number): Session => {
  const look = (_: unknown, i: number): Command =>
    i % 2 === 0
      ? { do: 'out', port: 0xcf8, bytes: 4, value: 0x8000_0000 + (i & 0xfc) }
      : { do: 'in', port: 0xcfc, bytes: 4 };
  const session = new Session(scenario);
  session.act({ text: '', commands: Array.from({ length: rows }, look) });
  return session;
};

test('the same story comes out the same; another value, another answer or another length do not', () => {
  const told = (change: (s: Session) => void): number => {
    const session = story(40);
    change(session);
    return toldBy(session.machine.trace);
  };
  const unchanged = told(() => {});
  expect(told(() => {})).toBe(unchanged);
  expect(told((s) => (s.machine.trace.value[20] = 7))).not.toBe(unchanged);
  expect(told((s) => (s.machine.trace.outcome[3] = 2))).not.toBe(unchanged);
  expect(toldBy(story(41).machine.trace)).not.toBe(unchanged);
});

test('of a long story some rows are looked at, the last among them', () => {
  const { trace } = story(50_000).machine;
  const before = toldBy(trace);
  trace.value[trace.length - 1] = 1;
  const last = toldBy(trace);
  expect(last).not.toBe(before);
  trace.value.fill(3, 25_000, 25_013);
  expect(toldBy(trace)).not.toBe(last);
});
