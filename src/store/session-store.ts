/**
 * The session as the page sees it: a machine that follows the worker's, a cursor in its story, and the one way to act.
 * The machine is mutable and is wound under the cursor's feet: read it with `generation`, which counts every change.
 */
import { createStore } from 'zustand/vanilla';
import type { MessageId } from '../base/problem.ts';
import { firstVisit } from '../content/scenarios/first-visit.ts';
import type { Breakpoint } from '../session/breakpoints.ts';
import type { Command } from '../session/command.ts';
import { chapterAt, Chapters } from './chapters.ts';
import { branchesOf, splice, type Frame } from '../session/frame.ts';
import type { Stored } from '../session/stored.ts';
import type { Branch } from '../session/session.ts';
import type { FromWorker, ToWorker } from '../session/wall/protocol.ts';
import { isRefused } from './lock.ts';
import { momentAt } from './moment.ts';
import {
  empty,
  emptyInTurns,
  storedOf,
  type Connect,
  type Opening,
  type SessionState,
} from './session-state.ts';
import { isTimeToShow, paceShowing } from './showing.ts';
import { inTurns } from './turns.ts';

export type { Connect, Opening, SessionState } from './session-state.ts';

export const sessionStore = createStore<SessionState>(() => empty(firstVisit.scenario));
const { getState: state, setState: set } = sessionStore;

const yours = 'phase.yours' satisfies MessageId;

let client: ReturnType<Connect> | undefined;
let connectAgain: Connect | undefined;
/** What the next frame is for. */
let arriving: { readonly cursor: number | 'head'; readonly beat: 'first' | 'last' } = {
  cursor: 'head',
  beat: 'last',
};
/** Those who wait until so many of the messages are answered. */
let waiting: { readonly upTo: number; readonly resolve: () => void }[] = [];
/** Messages that this worker was sent and has to answer, and how many of them it has begun to. */
let asked = 0;
let taken = 0;
/** Where one stood when the last of them was sent. */
let stood = 0;
const chapters = new Chapters();
/** What has been taken in of a story that still grows, and is not shown yet. */
let held: Pick<SessionState, 'log' | 'chapters'> | undefined;
/** Whether a program runs, shown or not. */
let isRunning = false;
/** As the last frame told of them. */
let allBranches: readonly Branch[] = [];

/** Connects the store to a worker (or what stands in for one). */
export function start(connect: Connect, opening: Opening): Promise<void> {
  connectAgain = connect;
  client?.close();
  client = connect(hear);
  asked = 0;
  taken = 0;
  return open(opening);
}

/** Counts openings: what comes of a former one is stale. */
let openings = 0;

/** Opens a scenario; whatever was open is gone from the screen (autosave and branches are the caller's affair). */
export async function open(opened: Opening): Promise<void> {
  const { scenario, entries, branches, story, cursor, bookmarks = [], names = {} } = opened;
  stopTimers();
  const opening = ++openings;
  set({ status: 'opening', playing: false });
  const fresh = await emptyInTurns(scenario, () => opening === openings);
  if (fresh === undefined) return;
  arriving = { cursor: cursor ?? 'head', beat: 'last' };
  held = undefined;
  allBranches = [];
  isRunning = false;
  const { generation, speed } = state();
  set({ ...fresh, generation: generation + 1, speed, bookmarks, names });
  return request({
    kind: 'open',
    opening,
    scenario,
    entries,
    branches: branches ?? [],
    story: story ?? 1,
  });
}

/** Asks the worker; resolves when it has answered. */
function request(message: ToWorker): Promise<void> {
  asked++;
  stood = state().cursor;
  client?.send(message);
  return arrival();
}

/** Where to act: at the cursor. Who acts again before the answer is here, and has not gone elsewhere, does so after it. */
function place(): number | undefined {
  const { cursor } = state();
  return taken < asked && cursor === stood ? undefined : cursor;
}

/** The session as it stands: what opening again brings back. */
export const present = (): Stored => storedOf(state());

/** After a crash: a new worker, everything that had happened done again. */
export function recover(): void {
  if (connectAgain) void start(connectAgain, present());
}

/** Does something where the cursor stands; before the end of the story that starts a branch. A run that goes on is ended first. */
export async function act(text: string, commands: readonly Command[]): Promise<void> {
  if (isRefused()) return;
  if (isRunning) await stopRun();
  const { cursor } = state();
  settle();
  arriving = { cursor: 'head', beat: 'first' };
  // what a person does after a story with chapters is a chapter of its own
  const chapter = chapterAt(state().chapters, cursor);
  const phase = chapter === undefined || chapter.id === yours ? {} : { phase: yours };
  return request({ kind: 'act', entry: { text, commands, ...phase }, row: place() });
}

/**
 * Starts a program where the cursor stands; before the end of the story that starts a branch. It has done nothing yet. `of`:
 * the function that it is about, the text of a person's own.
 */
export function startProgram(
  program: string,
  of: { readonly target?: number; readonly text?: string } = {},
): Promise<void> {
  return actIn(program, [{ do: 'start', program, ...of }]);
}

/**
 * The running program carries out so many sentences, or fewer if it meets a breakpoint; `Infinity`: all that are left.
 * Resolves at the end of the run. A long one shows its `progress` meanwhile, and `stopRun` ends it.
 */
export function stepProgram(count: number, until: readonly Breakpoint[] = []): Promise<void> {
  const most = Math.min(count, 0xffff_ffff);
  const text = Number.isFinite(count) ? `step ${String(count)}` : 'run';
  return actIn(text, [{ do: 'step', count: most, ...(until.length === 0 ? {} : { until }) }]);
}

/** Ends the run that `progress` tells of, after the sentence that it is at. Resolves when all that it did is here. */
export function stopRun(): Promise<void> {
  if (!isRunning) return Promise.resolve();
  client?.send({ kind: 'stop' });
  return arrival();
}

/** What a program does brings its own chapters along. */
async function actIn(text: string, commands: readonly Command[]): Promise<void> {
  if (isRefused()) return;
  if (isRunning) await stopRun();
  settle();
  arriving = { cursor: 'head', beat: 'last' };
  return request({ kind: 'act', entry: { text, commands }, row: place() });
}

export function undo(): Promise<void> {
  if (state().log.length === 0) return Promise.resolve();
  return ask({ kind: 'undo' });
}

export function redo(): Promise<void> {
  if (state().undone.length === 0) return Promise.resolve();
  return ask({ kind: 'redo' });
}

/** Goes over to another branch; the present story becomes one. */
export function switchTo(story: number): Promise<void> {
  return ask({ kind: 'switch', story });
}

/** Makes the worker die; for tests of what happens then. */
export function crash(): void {
  client?.send({ kind: 'crash' });
}

async function ask(message: ToWorker): Promise<void> {
  if (isRefused()) return;
  if (isRunning) await stopRun();
  settle();
  arriving = { cursor: 'head', beat: 'last' };
  return request(message);
}

const arrival = (): Promise<void> => new Promise((resolve) => waiting.push({ upTo: asked, resolve }));

function hear(message: FromWorker): void {
  if (message.kind === 'crashed') {
    stopTimers();
    release(Infinity);
    isRunning = false;
    set({ status: 'crashed', crash: message.error, playing: false, progress: undefined });
    return;
  }
  const { opening, frame, taken: answered } = message;
  if (opening !== openings) return;
  const isWanted = (): boolean => opening === openings && state().status !== 'crashed';
  inTurns(takeIn(frame), isWanted, () => {
    taken = answered;
    tell(frame);
    client?.send({ kind: 'ready', opening });
  });
}

/** The machine stays where one looks at it, if that is still there. */
function* takeIn(frame: Frame): Generator<void, void> {
  const { machine, overview, sentences } = state();
  overview.cut(frame.row);
  sentences.cut(frame.said.from);
  yield* splice(machine, frame);
  yield* sentences.taking(frame.said);
}

/** A frame has been taken in: now and then what has come is shown, and at last all. */
function tell(frame: Frame): void {
  const { machine, sentences, program: running, dropped } = state();
  const { log } = held ?? state();
  const head = machine.trace.length;
  const entries = [...log.slice(0, frame.logFrom), ...frame.log];
  const { more, program } = frame;
  held = {
    log: entries,
    chapters: chapters.after(entries, sentences, frame.said.from),
  };
  allBranches = branchesOf(frame, allBranches, log);
  isRunning = more === 'run' || (more === 'piece' && isRunning);
  if (more !== undefined && !isTimeToShow()) return;
  paceShowing();
  const rows = head - (entries.at(-1)?.first ?? 0);
  set({
    ...(more === 'piece' && !isRunning ? {} : { status: 'ready' }),
    head,
    ...held,
    program,
    progress: isRunning ? { rows, program: program ?? running ?? '' } : undefined,
    story: frame.story,
    branches: allBranches.filter(({ id }) => !dropped.some((gone) => gone.id === id)),
    undone: frame.undone,
  });
  held = undefined;
  const cursor = arriving.cursor === 'head' ? head : Math.min(arriving.cursor, head);
  show(cursor, more === undefined ? arriving.beat : 'last');
  release(more === undefined ? taken : taken - 1);
}

function release(answered: number): void {
  const done = waiting.filter(({ upTo }) => upTo <= answered);
  waiting = waiting.filter(({ upTo }) => upTo > answered);
  for (const { resolve } of done) resolve();
}

// ── the cursor ───────────────────────────────────────────────────────────────

function show(cursor: number, which: 'first' | 'last' | number): void {
  const { machine, scenario, generation } = state();
  const moment = momentAt(machine, scenario, cursor, which === 'first' && pace() === 0 ? 'last' : which);
  set({ cursor, ...moment, generation: generation + 1 });
  if (which === 'first' && moment.beat < moment.beats.length) schedule();
}

/** Who goes elsewhere sooner than this, the page having nothing else to do, scrubs. */
const restMs = 120;
let resting: ReturnType<typeof setTimeout> | undefined;

function rest(): void {
  resting = undefined;
  if (state().scrubbing) set({ scrubbing: false });
}

/** Rows that one can go to: of another story not all may have come yet. */
const reached = (): number => Math.min(state().head, state().machine.trace.length);

/** Goes to the state after row `cursor`; with `beat`, to that moment of the row. */
export function seek(cursor: number, beat?: number): void {
  stopTimers();
  const scrubbing = resting !== undefined;
  clearTimeout(resting);
  // from when what is shown now has been shown
  resting = setTimeout(() => {
    resting = setTimeout(rest, restMs);
  });
  set({ playing: false, fresh: false, scrubbing });
  const goal = Math.max(0, Math.min(Math.trunc(cursor), reached()));
  // while a program runs: one looks at what one went to, not at where it is
  if (isRunning) arriving = { cursor: goal, beat: 'last' };
  show(goal, beat ?? 'last');
}

/** `count` rows on or back. One row forward plays its beats; a press while they play finishes them at once. */
export function step(count: number): void {
  const { cursor } = state();
  const head = reached();
  stopTimers();
  set({ playing: false, fresh: false });
  show(Math.max(0, Math.min(cursor + count, head)), count === 1 && cursor < head ? 'first' : 'last');
}

/** One beat on or back, across rows. */
export function stepBeat(direction: 1 | -1): void {
  const { cursor, beat, beats } = state();
  const head = reached();
  stopTimers();
  set({ playing: false, fresh: false });
  const next = beat + direction;
  if (next >= 1 && next <= beats.length) show(cursor, next);
  else if (direction === 1 && cursor < head) show(cursor + 1, 1);
  else if (direction === -1 && cursor > 0) show(cursor - 1, 'last');
}

export function play(): void {
  const { cursor, head } = state();
  if (cursor >= head && head === 0) return;
  set({ playing: true, fresh: false });
  if (cursor >= head) show(0, 'last');
  schedule();
}

export function pause(): void {
  stopTimers();
  set({ playing: false });
  settle();
}

export function setSpeed(speed: number): void {
  set({ speed });
}

/** Jumps to the end of the row that is being animated: the person does something else now. */
export function settle(): void {
  stopTimers();
  set({ fresh: false });
  const { cursor, beat, beats } = state();
  if (beat < beats.length) show(cursor, 'last');
}

// ── playing ──────────────────────────────────────────────────────────────────

/** How motion is wanted: milliseconds per beat at speed 1; 0 shows end states only. The page sets it from its preferences. */
let beatMs = 420;
let dwellMs = 350;
let timer: ReturnType<typeof setTimeout> | undefined;

export function setPace(beat: number, dwell: number): void {
  beatMs = beat;
  dwellMs = dwell;
}

const pace = (): number => (state().speed >= 4 ? 0 : beatMs / state().speed);

function stopTimers(): void {
  if (timer !== undefined) clearTimeout(timer);
  timer = undefined;
}

function schedule(): void {
  stopTimers();
  const { beat, beats, speed } = state();
  const ms = beat < beats.length ? pace() : Number.isFinite(speed) ? dwellMs / speed : 0;
  timer = setTimeout(tick, ms);
}

function tick(): void {
  timer = undefined;
  const { cursor, beat, beats, playing } = state();
  const head = reached();
  if (beat < beats.length) {
    show(cursor, beat + 1);
    if (beat + 1 < beats.length || playing) schedule();
  } else if (playing && cursor < head) {
    show(cursor + 1, 'first');
    schedule();
  } else set({ playing: false });
}

/** Resolves when nothing is on its way from the worker and no row is being animated. */
export async function idle(): Promise<void> {
  while (waiting.length > 0 || timer !== undefined || state().scrubbing || state().status === 'opening') {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
