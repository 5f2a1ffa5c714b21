/** Who made a value: a person's entry, or the sentence of a program. */
import { beforeEach, expect, test } from 'vitest';
import type { Scenario } from '../scenario/scenario.ts';
import { act, seek, sessionStore, setPace, start, startProgram, stepProgram } from './session-store.ts';
import { whyOf } from './why.ts';
import { connect } from './testing.ts';

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [{ model: 'e1000', addr: '3' }],
};

const state = sessionStore.getState;
const why = () => {
  const fn = state().machine.board.parts.findIndex(({ model }) => model === 'e1000');
  return whyOf(state(), { fn, offset: 0x10, bytes: 4 });
};

beforeEach(async () => {
  setPace(0, 0);
  await start(connect, { scenario, entries: [] });
});

test('the line that a person typed, and whether it is the present step', async () => {
  expect(why()).toMatchObject({ kind: 'reset', row: -1, maker: undefined });
  const text = 'setpci -s 00:03.0 10.l=febc0000';
  const value = 0xfebc_0000;
  await act(text, [{ do: 'config', bdf: 0x18, offset: 0x10, bytes: 4, value }]);
  const row = state().head - 1;
  expect(why()).toMatchObject({ kind: 'write', row, isNow: true, maker: { by: 'person', text } });
  await act('inb 80', [{ do: 'in', port: 0x80, bytes: 1 }]);
  expect(why()).toMatchObject({ row, isNow: false, maker: { text } });
  await act('reset', [{ do: 'reset' }]);
  expect(why()).toMatchObject({ kind: 'reset-event', maker: { text: 'reset' } });
  seek(row);
  expect(why()).toMatchObject({ kind: 'reset' });
});

test('what a program said before it wrote', async () => {
  await startProgram('seabios');
  await stepProgram(Infinity);
  const { kind, row, maker } = why();
  expect(kind).toBe('write');
  expect(maker).toMatchObject({ by: 'program', program: 'seabios' });
  const said = [...state().sentences].findLast((sentence) => sentence.row <= row);
  expect(maker).toMatchObject({ say: said?.say });
});
