/** Parts put in and taken out, with the worker's side in the same process. */
import { beforeEach, expect, test } from 'vitest';
import { firstVisit } from '../content/scenarios/first-visit.ts';
import {
  addPart,
  boardStore,
  busOf,
  giveBack,
  redoNext,
  takeOut,
  undoLast,
  unplug,
  unplugRefusal,
} from './board-store.ts';
import { runLine } from './console-store.ts';
import { idle, present, sessionStore, setPace, start, undo } from './session-store.ts';
import { uiStore } from './ui-store.ts';
import { connect } from './testing.ts';

const state = sessionStore.getState;
const names = (): string[] =>
  state().machine.board.parts.flatMap((part, fn) => (state().machine.isPresent(fn) ? [part.path] : []));
const fnOf = (name: string): number => state().machine.board.parts.findIndex((p) => p.path === name);

beforeEach(async () => {
  setPace(0, 0);
  await start(connect, firstVisit);
  await idle();
});

test('from power-on: the same story, at the same step, with the part chosen', async () => {
  const { head, cursor } = state();
  await addPart({ model: 'edu', id: 'more', bus: 'pci.1' }, 'power-on');
  expect(state()).toMatchObject({ head, cursor });
  expect(names()).toContain('more');
  expect(uiStore.getState().selection.fn).toBe(fnOf('more'));
});

test('now: a step where the cursor stands, which undo takes back', async () => {
  const { cursor } = state();
  await addPart({ model: 'edu', id: 'more', bus: 'pci.1' }, 'now');
  expect(state()).toMatchObject({ cursor: cursor + 1, head: cursor + 1 });
  expect(state().log.at(-1)?.entry.text).toBe('device_add edu,id=more,bus=pci.1');
  expect(names()).toContain('more');
  await undo();
  expect(names()).not.toContain('more');
});

test('a change is taken back and made again; what was done in between is kept', async () => {
  const before = present();
  await addPart({ model: 'edu', id: 'more' }, 'now');
  const after = present();
  await giveBack();
  expect(present()).toEqual(before);
  expect(boardStore.getState().change).toMatchObject({ undone: true, scenario: before.scenario });
  await giveBack();
  expect(present()).toEqual(after);
});

test('a bridge is taken out, or pulled out, with what is behind it', async () => {
  const { head } = state();
  const bridge = fnOf('pci.1');
  await unplug(bridge);
  expect(names().filter((name) => name.includes('pci.1'))).toEqual([]);
  await undo();
  await takeOut(bridge);
  expect(state().machine.board.parts.some((p) => p.path.includes('pci.1'))).toBe(false);
  expect(boardStore.getState().change).toMatchObject({ what: 'taken-out', part: 'pci.1' });
  expect(state().head).toBeGreaterThan(0);
  expect(state().head).toBeLessThanOrEqual(head);
});

test('who can be pulled out, and which bus is meant', () => {
  expect(unplugRefusal(0)?.id).toBe('problem.model-not-hot');
  expect(unplugRefusal(fnOf('e1000@3.0'))).toBeUndefined();
  expect(busOf(fnOf('pci.1'))).toBe('pci.1');
  expect(busOf(fnOf('e1000@3.0'))).toBe('pci.0');
  expect(busOf(undefined)).toBeUndefined();
});

test('the console plugs in and pulls out, and says what is refused', async () => {
  expect(await runLine('device_add edu,id=toy,bus=pci.1')).toBeUndefined();
  expect(names()).toContain('toy');
  expect(await runLine('device_del toy')).toBeUndefined();
  expect(names()).not.toContain('toy');
  expect((await runLine('device_add VGA'))?.message.id).toBe('problem.model-not-hot');
  expect((await runLine('device_add edu,bus=nowhere'))?.message.id).toBe('problem.unknown');
  expect((await runLine('device_del 00:00.0'))?.message.id).toBe('problem.model-not-hot');
});

test('undo takes back changes of the machine in the order in which they were made, and redo makes them again', async () => {
  const before = present();
  await takeOut(fnOf('e1000@3.0'));
  await addPart({ model: 'edu', id: 'toy' }, 'power-on');
  await runLine('lspci -s 00:00.0 -x');
  const { log } = state();
  const acted = log.length > before.entries.length;
  if (acted) await undoLast();
  expect(names()).toContain('toy');
  await undoLast();
  expect(names()).not.toContain('toy');
  await undoLast();
  expect(present()).toEqual(before);
  expect(boardStore.getState().done).toBe(0);
  await redoNext();
  expect(names()).not.toContain('e1000@3.0');
  await redoNext();
  expect(names()).toContain('toy');
});
