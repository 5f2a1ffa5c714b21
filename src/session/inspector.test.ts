/** Editing registers is bus accesses; the trace says who touched a register; the access says what to look at. */
import { expect, test } from 'vitest';
import { explain } from '../engine/explain.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { lastWriter, nextAccess, previousAccess, sizedBy } from './inspector-accesses.ts';
import {
  accessFor,
  fieldAct,
  placeAct,
  reach,
  readAct,
  sizeAct,
  writeAct,
  type Act,
} from './inspector-acts.ts';
import { targetOf } from './inspector-target.ts';
import { Session } from './session.ts';

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [{ model: 'e1000', addr: '3' }],
};

function open() {
  const session = new Session(scenario);
  const m = session.machine;
  const fn = m.find(0x18);
  const bar = m.shape(fn).bars[0];
  if (bar === undefined) throw new Error('e1000 has a BAR0');
  const run = ({ text, commands }: Act): void => session.act({ text, commands });
  return { m, fn, bar, run };
}

test('sizing leaves the register and Command as they were, and its read-back is found', () => {
  const { m, fn, bar, run } = open();
  run(placeAct(m, fn, bar, 0xfebc_0000));
  run(fieldAct(m, fn, 4, 1, 1, 1));
  expect(sizedBy(m, m.trace.length, fn, bar)).toBe(-1);
  run(sizeAct(m, fn, bar));
  expect(m.word(fn, 4) >>> 0).toBe(0xfebc_0000);
  expect(m.word(fn, 1) & 3).toBe(2);
  const row = sizedBy(m, m.trace.length, fn, bar);
  expect(m.trace.row(row).value).toBe(0xfffe_0000);
});

test('sizing reads as the console would spell it', () => {
  const { m, fn, bar } = open();
  expect(sizeAct(m, fn, bar).text).toBe(
    'setpci -s 00:03.0 04.w=0:3 10.l 10.l=ffffffff 10.l 10.l=00000000 04.w=0:3',
  );
});

test('a field is written with a mask, and its neighbours stay', () => {
  const { m, fn, run } = open();
  run(writeAct(m, fn, 4, 2, 0x0103));
  const act = fieldAct(m, fn, 4, 2, 2, 1);
  expect(act.text).toBe('setpci -s 00:03.0 04.b=04:04');
  run(act);
  expect(m.word(fn, 1) & 0xffff).toBe(0x0107);
});

test('accesses for fields are the smallest aligned ones', () => {
  expect(accessFor(4, 2, 2)).toEqual({ offset: 4, bytes: 1 });
  expect(accessFor(4, 10, 10)).toEqual({ offset: 5, bytes: 1 });
  expect(accessFor(4, 10, 6)).toEqual({ offset: 4, bytes: 2 });
  expect(accessFor(9, 23, 0)).toEqual({ offset: 8, bytes: 4 });
});

test('the accesses to a register are found in both directions, writes apart from reads', () => {
  const { m, fn, run } = open();
  run(writeAct(m, fn, 0x10, 4, 0xfebc_0000)); // rows 0, 1
  run(readAct(m, fn, 0x10, 4)); // rows 2, 3
  run(readAct(m, fn, 0, 2)); // rows 4, 5
  expect(lastWriter(m.trace, 6, fn, 0x12, 1)).toBe(1);
  expect(previousAccess(m.trace, 6, fn, 0x10, 4)).toBe(3);
  expect(previousAccess(m.trace, 3, fn, 0x10, 4)).toBe(1);
  expect(nextAccess(m.trace, 2, fn, 0x10, 4)).toBe(3);
  expect(nextAccess(m.trace, 4, fn, 0x10, 4)).toBe(-1);
});

test('what to look at follows the latch, the access, and stays when the access is about nothing on the bus', () => {
  const { m, fn, run } = open();
  expect(targetOf(m, 0, undefined)).toEqual({ kind: 'nothing' });
  run(readAct(m, fn, 0x10, 4));
  expect(targetOf(m, 1, explain(m, 0))).toMatchObject({ kind: 'function', fn, offset: 0x10 });
  run({ text: '', commands: [{ do: 'load', address: 0x1000, bytes: 4 }] });
  expect(targetOf(m, 3, explain(m, 2))).toMatchObject({ kind: 'function', fn, offset: 0x10 });
  run({ text: '', commands: [{ do: 'config', bdf: 0x28, offset: 8, bytes: 4 }] });
  expect(targetOf(m, 4, explain(m, 3))).toEqual({ kind: 'absent', bdf: 0x28, offset: 8, asked: false });
  expect(targetOf(m, 5, explain(m, 4))).toEqual({ kind: 'absent', bdf: 0x28, offset: 8, asked: true });
});

test('extended space is out of reach where there is no memory-mapped way in', () => {
  const { m, fn } = open();
  expect(reach(m, fn, 0xfc)).toBe('reached');
  expect(reach(m, fn, 0x100)).toBe('ecam');
});
