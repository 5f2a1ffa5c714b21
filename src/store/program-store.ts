/**
 * A program being watched: on and back by sentences, breakpoints, whether its pane is shown.
 * What lies behind the head is film: going there asks the worker nothing. Only past the head the program works on.
 */
import { createStore } from 'zustand/vanilla';
import type { MessageId } from '../base/problem.ts';
import { firstHit, firstStop, stopsAt, type Breakpoint } from '../session/breakpoints.ts';
import { carriedOut, endOf, sentenceAt, type Picked } from './sentences.ts';
import { seek, sessionStore, startProgram, step, stepProgram, type SessionState } from './session-store.ts';
import { setConsoleOpen } from './ui-store.ts';

export interface Point {
  readonly id: number;
  readonly on: boolean;
  readonly at: Breakpoint;
}

export interface ProgramState {
  readonly points: readonly Point[];
  /** Whether the pane is shown; until a person decides, it is while a program could go on. */
  readonly shown: boolean | undefined;
  /** Whether it shows a person's own program, to be written and run; until they decide, while that is what runs. */
  readonly script: boolean | undefined;
  readonly picked: Picked | undefined;
  /** What ended the last run; it counts while the cursor stays. */
  readonly stopped: { readonly cursor: number; readonly point: Point } | undefined;
}

export const programStore = createStore<ProgramState>(() => ({
  points: [],
  shown: undefined,
  script: undefined,
  picked: undefined,
  stopped: undefined,
}));
const { getState: own, setState: set } = programStore;
const told = sessionStore.getState;

export const isShown = ({ shown }: ProgramState, { program }: SessionState): boolean =>
  shown ?? program !== undefined;

/** Shows or hides the pane. */
export function showProgram(shown: boolean): void {
  if (shown) setConsoleOpen(true);
  set({ shown });
}

export const isScript = ({ script }: ProgramState, { program }: SessionState): boolean =>
  script ?? program === 'script';

/** Shows the person's own program. */
export function showScript(): void {
  set({ script: true });
  showProgram(true);
}

// ── breakpoints ──────────────────────────────────────────────────────────────

let ids = 0;

export const addPoint = (at: Breakpoint): void =>
  set(({ points }) => ({ points: [...points, { id: ++ids, on: true, at }] }));

export const removePoint = (id: number): void =>
  set(({ points }) => ({ points: points.filter((point) => point.id !== id) }));

export const switchPoint = (id: number, on: boolean): void =>
  set(({ points }) => ({ points: points.map((point) => (point.id === id ? { ...point, on } : point)) }));

/** Sets the breakpoint on a sentence, or takes it away. */
export function toggleSentence(id: MessageId): void {
  const there = own().points.find(({ at }) => at.on === 'sentence' && at.id === id);
  if (there) removePoint(there.id);
  else addPoint({ on: 'sentence', id });
}

// ── going ────────────────────────────────────────────────────────────────────

/** Stands after sentence `index`, at its last access. */
function stand(cursor: number, index: number): void {
  set({ picked: { cursor, index } });
  seek(cursor);
}

/** Starts a program where the cursor stands, and shows it. */
export function begin(program: string, of?: Parameters<typeof startProgram>[1]): Promise<void> {
  set({ picked: undefined, stopped: undefined, script: program === 'script' });
  showProgram(true);
  return startProgram(program, of);
}

/** The start of the program that one stands in, or of the last one. */
export function started({ log, cursor } = told()) {
  const starts = log.flatMap(({ entry, first }) =>
    entry.commands.flatMap((command) => {
      if (command.do !== 'start') return [];
      const { program, do: _, ...of } = command;
      return [{ row: first, program, of }];
    }),
  );
  return starts.findLast(({ row }) => row <= cursor) ?? starts.at(-1);
}

export const canRestart = (): boolean => started() !== undefined;

/** The same program again, from where it began. What it did is kept as a branch. */
export async function restart(): Promise<void> {
  const start = started();
  if (!start) return;
  rewind(start.row);
  await begin(start.program, start.of);
}

/** Back to where a program begins. */
export function rewind(row: number): void {
  set({ picked: undefined, stopped: undefined });
  seek(row);
}

const here = (): number => sentenceAt(told(), own().picked);

/** Whether there is a sentence after the one that the cursor is in. */
export const canGoOn = (): boolean =>
  told().program !== undefined || here() + 1 < carriedOut(told()) || told().cursor < endOf(told(), here());

export const canGoBack = (): boolean => here() >= 0;

/** The last press that the worker has yet to answer. */
let before: Promise<void> | undefined;

/** One press after the other: what one means depends on where the one before it led. */
function inTurn(go: () => Promise<void> | void): Promise<void> {
  const done = before ? before.then(go) : go();
  if (!done) return Promise.resolve();
  const last = done.finally(() => {
    if (before === last) before = undefined;
  });
  before = last;
  return last;
}

/** To the end of this sentence, or of the next; past the head the program carries it out. */
export const nextSentence = (): Promise<void> => inTurn(sentenceOn);

async function sentenceOn(): Promise<void> {
  const index = here();
  const end = endOf(told(), index);
  if (index >= 0 && told().cursor < end) return stand(end, index);
  if (index + 1 < carriedOut(told())) return stand(endOf(told(), index + 1), index + 1);
  if (told().program === undefined) return undefined;
  await carryOut(1, []);
  return stand(told().head, carriedOut(told()) - 1);
}

/** Back to where this sentence begins. */
export const previousSentence = (): Promise<void> => inTurn(sentenceBack);

function sentenceBack(): void {
  const index = here();
  if (index >= 0) stand(told().sentences.rowOf(index), index - 1);
}

/** One access on; past the head the program carries its next sentence out, and its first access is shown. */
export const nextAccess = (): Promise<void> => inTurn(accessOn);

async function accessOn(): Promise<void> {
  const { cursor, head, beat, beats, program } = told();
  if (cursor < head || beat < beats.length || program === undefined) return step(1);
  await carryOut(1, []);
  if (told().head === head) return stand(head, carriedOut(told()) - 1);
  seek(head);
  return step(1);
}

/** To the end of the program, or to a breakpoint. */
export const runOn = (): Promise<void> => runUntil(own().points.filter(({ on }) => on));

/** To just before what this waits for, if no breakpoint comes first. */
function runTo(at: Breakpoint): Promise<void> {
  return runUntil([...own().points.filter(({ on }) => on), { id: 0, on: true, at }]);
}

/** How deep the sentence is that comes next: what stepping over and out is measured by. */
export function depthAhead({ sentences }: Pick<SessionState, 'sentences'>, next: number): number | undefined {
  return next < sentences.length ? sentences.depthOf(next) : undefined;
}

const ahead = (): number => depthAhead(told(), here() + 1) ?? 0;

/** Carries out what comes next, with all that it hands over to. */
export const stepOver = (): Promise<void> => runTo({ on: 'depth', most: ahead() });

/** To where the routine that one is in hands back. */
export const stepOut = (): Promise<void> => runTo({ on: 'depth', most: ahead() - 1 });

/** To just before the next sentence with this id, if no breakpoint comes first; before a sentence by its index. */
export function runToSentence(to: MessageId | number): Promise<void> {
  if (typeof to === 'string') return runTo({ on: 'sentence', id: to });
  if (to < told().sentences.length) stand(told().sentences.rowOf(to), to - 1);
  return Promise.resolve();
}

/** To the end of a sentence that has been carried out. */
export const goToSentence = (index: number): void => stand(endOf(told(), index), index);

/** On to where one of these is met, whether it has been recorded or a program has yet to come there; false when nothing does: then one stays. */
export async function runToPoint(...to: readonly Breakpoint[]): Promise<boolean> {
  const once = to.map((at): Point => ({ id: 0, on: true, at }));
  return reach([...own().points.filter(({ on }) => on), ...once]);
}

async function runUntil(points: readonly Point[]): Promise<void> {
  if (await reach(points)) return;
  set({ stopped: undefined });
  stand(told().head, carriedOut(told()) - 1);
}

async function reach(points: readonly Point[]): Promise<boolean> {
  const index = here();
  const isInside = told().cursor < endOf(told(), index);
  if (stopAt(points, told().cursor, isInside ? index + 1 : index + 2)) return true;
  const { head } = told();
  const announced = carriedOut(told());
  if (told().program === undefined) return false;
  await carryOut(
    Infinity,
    points.map(({ at }) => at),
  );
  return stopAt(points, head, announced + 1);
}

function carryOut(count: number, until: readonly Breakpoint[]): Promise<void> {
  if (told().cursor < told().head) seek(told().head);
  return stepProgram(count, until);
}

/** Goes to the first stop among rows from `row` and sentences from `index` on; false when there is none. */
function stopAt(points: readonly Point[], row: number, index: number): boolean {
  const { machine, sentences } = told();
  const ats = points.map(({ at }) => at);
  const hit = firstHit(machine, ats, row);
  const next = firstStop(sentences, ats, index);
  const sentence = next < 0 ? undefined : sentences.at(next);
  if (sentence && (hit < 0 || sentence.row <= hit)) {
    stand(sentence.row, next - 1);
    tell(points.find(({ at }) => stopsAt([at], sentence.say, sentence.depth)));
  } else if (hit >= 0) {
    set({ picked: undefined });
    seek(hit + 1);
    tell(points.find(({ at }) => firstHit(machine, [at], row) === hit));
  } else return false;
  return true;
}

/** A run to here has no breakpoint to name. */
function tell(point: Point | undefined): void {
  set({ stopped: point && point.id > 0 ? { cursor: told().cursor, point } : undefined });
}
