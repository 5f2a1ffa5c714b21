/** Changing the machine itself: parts put in and taken out. What stood before stays one press away. */
import { createStore } from 'zustand/vanilla';
import type { Message, Problem } from '../base/problem.ts';
import { modelsFor } from '../scenario/load.ts';
import { withBehind, withoutPart, withPart } from '../scenario/change.ts';
import { hotPlugRefusal } from '../scenario/hot-plug.ts';
import type { PartSpec, Scenario } from '../scenario/scenario.ts';
import { plugRefusal, tryPart } from '../scenario/try-part.ts';
import type { Stored } from '../session/stored.ts';
import { isRefused } from './lock.ts';
import { act, open, present, redo, sessionStore, undo } from './session-store.ts';
import { select } from './ui-store.ts';

const state = sessionStore.getState;

/** The last change, and what stood before it. */
export interface Change {
  readonly what: 'added' | 'taken-out' | 'hardware' | 'mended';
  /** It has been taken back. */
  readonly undone: boolean;
  /** The part's name on the board. */
  readonly part: string;
  /** What the change made: with another scenario open it is history. */
  readonly scenario: Scenario;
  readonly former: Stored;
  /** Entries of the story when it was made: with more than that, something was done since. */
  readonly entries: number;
}

export interface BoardState {
  /** The one that was made, taken back or made again last. */
  readonly change: Change | undefined;
  /** Made one after the other; from `done` on they have been taken back. */
  readonly changes: readonly Change[];
  readonly done: number;
  /** The machine that they came to: with another one open they are history. */
  readonly made: Scenario | undefined;
}

export const boardStore = createStore<BoardState>(() => ({
  change: undefined,
  changes: [],
  done: 0,
  made: undefined,
}));

/** So many changes can be taken back. */
const most = 100;

export const forgetChange = (): void => boardStore.setState({ change: undefined });

/** The same story on another machine; one press takes it back. */
export async function become(next: Scenario, what: Change['what'], part: string): Promise<void> {
  if (isRefused()) return;
  const former = present();
  await open({ ...former, scenario: next });
  const change = { what, undone: false, part, scenario: next, former, entries: state().log.length };
  const { changes, done, made } = boardStore.getState();
  const kept = made === former.scenario ? changes.slice(0, done).slice(-most) : [];
  boardStore.setState({ change, changes: [...kept, change], done: kept.length + 1, made: next });
}

/** Puts a part in: `now`, as a step of the story where the cursor stands, or as if it had been there from power-on. */
export async function addPart(part: PartSpec, how: 'now' | 'power-on'): Promise<void> {
  const next = withPart(state().scenario, how === 'now' ? { ...part, plugged: false } : part);
  await become(next, 'added', part.id ?? part.model);
  const { lines, machine } = state();
  const fn = lines.lastIndexOf(next.parts.length - 1);
  const name = machine.board.parts[fn]?.path ?? '';
  if (how === 'now') {
    const { writeDevice } = await import('../formats/qemu-command-line-write.ts');
    await act(`device_add ${writeDevice(part)}`, [{ do: 'plug', part: name }]);
  }
  select({ fn });
}

/** Plugs a part in, as `device_add` does; the problem when the board or QEMU would refuse it. */
export async function plugIn(part: PartSpec): Promise<Problem | undefined> {
  const { scenario, machine } = state();
  const tried = tryPart(scenario, await modelsFor(withPart(scenario, part)), part);
  const message = tried.problems[0] ?? plugRefusal(scenario, tried, machine);
  if (message) return { message };
  await addPart(part, 'now');
  return undefined;
}

/** The same story without a function and what is behind it. */
export async function takeOut(fn: number): Promise<void> {
  const { scenario, machine, problems, kinds, lines } = state();
  const { board } = machine;
  const name = board.parts[fn]?.path ?? '';
  select({});
  await become(withoutPart(scenario, { board, problems, kinds, lines }, fn), 'taken-out', name);
}

/** Pulls a function out, as `device_del` does; the problem when QEMU would refuse it. */
export async function pullOut(fn: number): Promise<Problem | undefined> {
  const message = unplugRefusal(fn);
  if (message) return { message };
  await unplug(fn);
  return undefined;
}

/** Pulls a function, and what is behind it, out of the running machine: a step of the story. */
export function unplug(fn: number): Promise<void> {
  const { machine } = state();
  const parts = withBehind(machine.board, fn).filter((each) => machine.isPresent(each));
  const name = (each: number): string => machine.board.parts[each]?.path ?? '';
  return act(
    `device_del ${name(fn)}`,
    parts.map((each) => ({ do: 'unplug', part: name(each) })),
  );
}

/** Why a function cannot be pulled out while the machine runs. */
export function unplugRefusal(fn: number): Message | undefined {
  const { scenario, machine } = state();
  return hotPlugRefusal(scenario, machine.board, fn);
}

/** Takes the last change back; once more, and it is made again. Nothing that was done in between is lost. */
export async function giveBack(): Promise<void> {
  const { change, done } = boardStore.getState();
  if (change && !isRefused()) await turn(change.undone ? done : done - 1, change);
}

async function turn(at: number, change: Change): Promise<void> {
  const former = present();
  select({});
  await open(change.former);
  const undone = !change.undone;
  const made = change.former.scenario;
  const turned = { ...change, undone, scenario: made, former, entries: state().log.length };
  boardStore.setState(({ changes }) => ({
    change: turned,
    changes: changes.map((each, i) => (i === at ? turned : each)),
    done: undone ? at : at + 1,
    made,
  }));
}

/** The change that undo, or redo, is about: nothing was done, or taken back, since. */
function due(what: 'undo' | 'redo'): { readonly at: number; readonly change: Change } | undefined {
  const { scenario, log, undone } = state();
  const { changes, done, made } = boardStore.getState();
  const at = what === 'undo' ? done - 1 : done;
  const change = changes[at];
  const isLast = change?.entries === log.length && (what === 'undo' || undone.length === 0);
  return change && isLast && made === scenario ? { at, change } : undefined;
}

export const canUndo = (): boolean => state().log.length > 0 || due('undo') !== undefined;
export const canRedo = (): boolean => state().undone.length > 0 || due('redo') !== undefined;

/** Takes back what was done last: a change of the machine, or an entry of the story. */
export async function undoLast(): Promise<void> {
  const last = due('undo');
  await (last ? turn(last.at, last.change) : undo());
}

export async function redoNext(): Promise<void> {
  const next = due('redo');
  await (next ? turn(next.at, next.change) : redo());
}

/** The bus that a person means who has chosen a function: the one behind a bridge, else the one that it sits on. */
export function busOf(fn: number | undefined): string | undefined {
  const { board } = state().machine;
  const part = fn === undefined ? undefined : board.parts[fn];
  return part && board.wires[part.below ?? part.wire]?.name;
}

/** The same story under the other rules: QEMU's, or the specifications'. */
export function changeRules(): void {
  if (isRefused()) return;
  const now = present();
  const authentic = now.scenario.authentic === 'qemu' ? 'spec' : 'qemu';
  void open({ ...now, scenario: { ...now.scenario, authentic } });
}
