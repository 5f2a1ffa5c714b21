/** The state of the session as the page sees it, and how it begins. */
import type { Message, Problem } from '../base/problem.ts';
import { say } from '../base/problem.ts';
import type { Explanation } from '../engine/explain.ts';
import { Machine } from '../engine/machine.ts';
import type { Kind, Model } from '../models/model.ts';
import { build, type Built } from '../scenario/build.ts';
import { modelsFor } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Beat } from '../session/beats.ts';
import type { Entry } from '../session/command.ts';
import type { Logged } from '../session/log.ts';
import { Sentences } from '../session/sentences.ts';
import type { Branch } from '../session/session.ts';
import type { Bookmark, Stored, StoredBranch, StoryNames } from '../session/stored.ts';
import type { FromWorker, ToWorker } from '../session/wall/protocol.ts';
import type { Chapter } from './chapters.ts';
import { Overview } from './overview.ts';
import { breath } from './turns.ts';

export interface Progress {
  readonly program: string;
  /** Rows that this run has made so far. */
  readonly rows: number;
}

export interface SessionState {
  readonly status: 'opening' | 'ready' | 'crashed';
  /** What the worker said when it died. */
  readonly crash: string | undefined;
  readonly scenario: Scenario;
  /** What could not be built as asked; `place.line` is the part's index in the scenario. */
  readonly problems: readonly Problem[];
  /** Kind of each function on the board, by function index. */
  readonly kinds: readonly Kind[];
  /** Where each function stands in the scenario's list of parts; undefined for what came with the machine. */
  readonly lines: readonly (number | undefined)[];
  /** The follower, wound to the cursor. Mutable: project it anew whenever `generation` changes. */
  readonly machine: Machine;
  /** Of its whole trace, counted. Mutable like it: ask it anew whenever `log` or `head` changes. */
  readonly overview: Overview;
  readonly generation: number;
  /** Rows of the story that have happened, as one looks at it: 0 is power-on. */
  readonly cursor: number;
  /** Rows of the whole story. */
  readonly head: number;
  /** The beat shown of row `cursor - 1`, from 1; `beats.length` is the state after the row. */
  readonly beat: number;
  readonly beats: readonly Beat[];
  /** Of row `cursor - 1`. */
  readonly explanation: Explanation | undefined;
  /** The sentence of this moment: the beat's while it plays, the row's when it is done. */
  readonly sentence: Message;
  readonly log: readonly Logged[];
  /**
   * What programs have said, in order; the last one is announced and not yet carried out while `program` is there. Mutable as
   * the machine is.
   */
  readonly sentences: Sentences;
  readonly chapters: readonly Chapter[];
  /** The program that could go on. */
  readonly program: string | undefined;
  /** While a program runs: how far it has come. The story grows meanwhile; `stopRun` ends it at a sentence. */
  readonly progress: Progress | undefined;
  readonly story: number;
  readonly branches: readonly Branch[];
  /** Branches that were taken away and can come back while the page is there; they are not stored. */
  readonly dropped: readonly Branch[];
  readonly bookmarks: readonly Bookmark[];
  /** Of stories: the one being told, and branches. */
  readonly names: StoryNames;
  /** What redo would do again, as text; the next one last. */
  readonly undone: readonly string[];
  /** Nobody has moved since it was opened: a first-time visitor is told what to press. */
  readonly fresh: boolean;
  readonly playing: boolean;
  /** One goes from place to place faster than everything can be shown. */
  readonly scrubbing: boolean;
  /** 0.25 … 4; `Infinity` shows end states only. */
  readonly speed: number;
}

/** Something to open: a scenario, what was done in it, and where to stand. */
export interface Opening {
  readonly scenario: Scenario;
  readonly entries: readonly Entry[];
  readonly branches?: readonly StoredBranch[];
  readonly story?: number;
  readonly bookmarks?: readonly Bookmark[];
  readonly names?: StoryNames;
  /** Row to stand after; the end when missing. */
  readonly cursor?: number;
}

/** The page's side of the wall; tests give one without a worker. */
export type Connect = (hear: (message: FromWorker) => void) => {
  send(message: ToWorker): void;
  close(): void;
};

/** What is said before anything has been asked. */
export const beginning = (scenario: Scenario): Message =>
  scenario.machine === 'dump'
    ? say('say.dump-open', { functions: scenario.functions?.length ?? 0 })
    : say('say.power-on', { machine: scenario.title });

/** A machine at power-on that nobody has touched. */
export function empty(scenario: Scenario, models?: readonly Model[]): SessionState {
  const built = build(scenario, models);
  return untouched(scenario, built, new Machine(built.board));
}

/** From so many functions on the page answers between one thing and the next. */
const large = 64;

/** The same with the models that it needs. Undefined: not wanted any more. */
export async function emptyInTurns(
  scenario: Scenario,
  isWanted: () => boolean,
): Promise<SessionState | undefined> {
  const models = await modelsFor(scenario);
  if (!isWanted()) return undefined;
  const built = build(scenario, models);
  const isLarge = built.board.parts.length > large;
  if (isLarge) await breath();
  const machine = new Machine(built.board);
  if (isLarge) await breath();
  return isWanted() ? untouched(scenario, built, machine) : undefined;
}

function untouched(scenario: Scenario, built: Built, machine: Machine): SessionState {
  const { problems, kinds, lines } = built;
  return {
    status: 'opening',
    crash: undefined,
    scenario,
    problems,
    kinds,
    lines,
    machine,
    overview: new Overview(machine.trace),
    generation: 0,
    cursor: 0,
    head: 0,
    beat: 0,
    beats: [],
    explanation: undefined,
    sentence: beginning(scenario),
    log: [],
    sentences: new Sentences(),
    chapters: [],
    program: undefined,
    progress: undefined,
    story: 1,
    branches: [],
    dropped: [],
    bookmarks: [],
    names: {},
    undone: [],
    fresh: true,
    playing: false,
    scrubbing: false,
    speed: 1,
  };
}

/** What opening again brings back. Bookmarks and names of stories that are gone are left behind. */
export function storedOf(state: SessionState): Stored {
  const { scenario, log, branches, story, cursor, bookmarks, names } = state;
  const stories = new Set([story, ...branches.map((b) => b.id)]);
  const kept = bookmarks.filter((b) => stories.has(b.story));
  const named = Object.entries(names).filter(([id]) => stories.has(Number(id)));
  return {
    scenario,
    entries: log.map((l) => l.entry),
    branches: branches.map(({ id, fork, entries }) => ({ id, fork, entries })),
    story,
    cursor,
    ...(kept.length === 0 ? {} : { bookmarks: kept }),
    ...(named.length === 0 ? {} : { names: Object.fromEntries(named) }),
  };
}
