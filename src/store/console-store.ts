/** The console: what was typed, what it printed, and the one way to run a line. What happened is in the session's log. */
import { createStore } from 'zustand/vanilla';
import type { Message, Problem } from '../base/problem.ts';
import type { Action, Context } from '../session/console/verb.ts';
import { plugIn, pullOut } from './board-store.ts';
import { knownIds, loadIds } from './pci-ids.ts';
import { act, redo, seek, sessionStore, settle, undo } from './session-store.ts';

/** Something that the console shows besides the log's entries; it stands after entry `after - 1` of the log. */
export interface Note {
  readonly id: number;
  readonly after: number;
  readonly line: string;
  readonly output:
    | { readonly kind: 'print'; readonly text: string }
    | { readonly kind: 'say'; readonly message: Message }
    | { readonly kind: 'help'; readonly verb?: string };
}

export interface ConsoleState {
  readonly notes: readonly Note[];
  /** Lines that ran, oldest first. */
  readonly history: readonly string[];
  /** What is wrong with the line in the input, until it is changed. */
  readonly problem: Problem | undefined;
}

const most = 500;

export const consoleStore = createStore<ConsoleState>(() => ({ notes: [], history: [], problem: undefined }));

let ids = 0;

export function consoleContext(): Context {
  const { scenario, machine, cursor, head } = sessionStore.getState();
  return { scenario, machine, cursor, head, ids: knownIds() };
}

export const forgetProblem = (): void => {
  if (consoleStore.getState().problem) consoleStore.setState({ problem: undefined });
};

/** The verbs, for whom a line is about to be written. */
export const loadLanguage = () => import('../session/console/language.ts');

/** Runs a line; a Problem leaves everything as it was. Resolves when what it did has happened. */
export async function runLine(line: string): Promise<Problem | undefined> {
  const { readLine } = await loadLanguage();
  if (/\blspci\b/.test(line)) await loadIds();
  settle(); // what a line sees is the state after the row, not the middle of its animation
  const result = readLine(line, consoleContext());
  if (!result.ok) {
    consoleStore.setState({ problem: result.problem });
    return result.problem;
  }
  consoleStore.setState(({ history }) => ({
    problem: undefined,
    history: line.trim() === '' || history.at(-1) === line ? history : [...history, line].slice(-most),
  }));
  for (const action of result.value) {
    const problem = await carryOut(action, line);
    if (problem) {
      consoleStore.setState({ problem });
      return problem;
    }
  }
  return undefined;
}

async function carryOut(action: Action, line: string): Promise<Problem | undefined> {
  switch (action.kind) {
    case 'act':
      await act(action.text, action.commands);
      return undefined;
    case 'add':
      return plugIn(action.part);
    case 'remove':
      return pullOut(action.fn);
    case 'undo':
      await undo();
      return undefined;
    case 'redo':
      await redo();
      return undefined;
    case 'seek':
      seek(action.row);
      return undefined;
    case 'print':
    case 'say':
    case 'help':
      consoleStore.setState(({ notes }) => ({
        notes: [
          ...notes,
          { id: ++ids, after: sessionStore.getState().log.length, line, output: action },
        ].slice(-most),
      }));
      return undefined;
  }
}

/** Forgets what was printed; a new machine starts with a clean console. */
export const clearConsole = (): void => consoleStore.setState({ notes: [], problem: undefined });
