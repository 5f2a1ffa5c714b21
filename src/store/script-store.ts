/** A person's own program: its text, where one stands in it, and running it. */
import { createStore } from 'zustand/vanilla';
import type { Message, Problem } from '../base/problem.ts';
import { longestScript } from '../session/command.ts';
import { checkScript, scriptLines } from '../session/script-check.ts';
import { recall, remember } from './persist.ts';
import {
  addPoint,
  begin,
  nextSentence,
  programStore,
  removePoint,
  rewind,
  runOn,
  started,
  type Point,
  type ProgramState,
} from './program-store.ts';
import { beginsAt, endOf, sentenceAt } from './sentences.ts';
import { sessionStore, type SessionState } from './session-store.ts';

export interface ScriptState {
  readonly text: string;
  /** What is wrong with it, whatever it runs on; each with its line. */
  readonly problems: readonly Problem[];
}

const stateOf = (text: string): ScriptState => ({ text, problems: checkScript(text) });

export const scriptStore = createStore<ScriptState>(() => stateOf(recall('script') ?? ''));

export function setScript(text: string): void {
  if (text === scriptStore.getState().text) return;
  remember('script', text);
  scriptStore.setState(stateOf(text));
}

/** Why it cannot be run. */
export function refusalOf({
  text,
  problems,
}: ScriptState): 'empty' | 'long' | { readonly line: number } | undefined {
  if (text.length > longestScript) return 'long';
  const line = problems[0]?.place?.line;
  if (line !== undefined) return { line };
  return scriptLines(text).length === 0 ? 'empty' : undefined;
}

// ── where one stands ─────────────────────────────────────────────────────────

export interface ScriptPlace {
  /** The line that was carried out last, and the one that comes next. */
  readonly now?: number;
  readonly next?: number;
  /** The line that could not be carried out, and why. */
  readonly failed?: { readonly line: number; readonly message: Message };
  /** Something of it is still to come, or to be seen again. */
  readonly isLeft: boolean;
}

/** Undefined where this text does not run. */
export function placeOf(
  text: string,
  session: SessionState,
  { picked }: ProgramState,
): ScriptPlace | undefined {
  const start = started(session);
  const { sentences, cursor } = session;
  if (start?.program !== 'script' || start.of.text !== text || start.row > cursor) return undefined;
  const last = sentenceAt(session, picked);
  const isFresh = beginsAt(session, last + 1) && sentences.at(last + 1)?.row === cursor;
  const hasNext = isFresh || !beginsAt(session, last + 1);
  const now = isFresh ? undefined : sentences.at(last)?.say;
  const next = hasNext ? sentences.at(last + 1)?.say : undefined;
  // what says something else than a line says why the line before it failed
  const why = [now, next].findIndex((say) => say !== undefined && say.id !== 'script.line');
  const before = sentences.at(last + why - 1)?.say;
  const message = [now, next][why];
  return {
    ...(now?.id === 'script.line' ? { now: now.with.line } : {}),
    ...(next?.id === 'script.line' ? { next: next.with.line } : {}),
    ...(message && before?.id === 'script.line' ? { failed: { line: before.with.line, message } } : {}),
    isLeft: next !== undefined || (now !== undefined && cursor < endOf(session, last)),
  };
}

const here = (): ScriptPlace | undefined =>
  placeOf(scriptStore.getState().text, sessionStore.getState(), programStore.getState());

// ── going ────────────────────────────────────────────────────────────────────

/** Begins where the cursor stands, unless it has begun; false when it cannot be run. */
async function ensureBegun(): Promise<'begun' | 'going' | undefined> {
  const own = scriptStore.getState();
  if (refusalOf(own) !== undefined) return undefined;
  if (here()?.isLeft === true) return 'going';
  await begin('script', { text: own.text });
  return 'begun';
}

/** To the end, or to a breakpoint; from where it stands, or from its beginning. */
export async function runScript(): Promise<void> {
  const how = await ensureBegun();
  if (how === undefined) return;
  const first = here()?.next;
  const isStop = programStore
    .getState()
    .points.some(({ on, at }) => on && at.on === 'line' && at.line === first);
  if (how === 'begun' && isStop) return;
  await runOn();
}

export async function stepScript(): Promise<void> {
  if ((await ensureBegun()) !== undefined) await nextSentence();
}

/** The start of the person's own program that one stands in, whatever has become of the text since. */
export function scriptStart(session: SessionState): number | undefined {
  const start = started(session);
  return start?.program === 'script' && start.row <= session.cursor ? start.row : undefined;
}

export function resetScript(): void {
  const row = scriptStart(sessionStore.getState());
  if (row !== undefined) rewind(row);
}

// ── breakpoints ──────────────────────────────────────────────────────────────

/** Sets the breakpoint at a line, or takes it away. */
export function toggleLine(line: number): void {
  const there = programStore.getState().points.find(({ at }) => at.on === 'line' && at.line === line);
  if (there) removePoint(there.id);
  else addPoint({ on: 'line', line });
}

/** The text was edited: lines have moved; two that became one have one breakpoint. */
export function moveLines(to: (line: number) => number): void {
  const { points } = programStore.getState();
  const moved = points.map((point) => {
    const line = point.at.on === 'line' ? to(point.at.line) : undefined;
    return line === undefined || (point.at.on === 'line' && line === point.at.line)
      ? point
      : { ...point, at: { on: 'line', line } as const };
  });
  if (moved.every((point, i) => point === points[i])) return;
  const isFirst = ({ at }: Point, i: number): boolean =>
    at.on !== 'line' || moved.findIndex((p) => p.at.on === 'line' && p.at.line === at.line) === i;
  programStore.setState({ points: moved.filter(isFirst) });
}
