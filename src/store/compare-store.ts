/** Two machines side by side: which two a person chose, and the machines themselves, made when asked for. */
import { createStore } from 'zustand/vanilla';
import type { Problem } from '../base/problem.ts';
import { Machine } from '../engine/machine.ts';
import { openText } from '../formats/index.ts';
import { modelsFor } from '../scenario/load.ts';
import { build } from '../scenario/build.ts';
import { environmentOf } from '../scenario/environment.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Side } from '../session/compare.ts';
import type { Entry } from '../session/command.ts';
import { replay, wholeProgram } from '../session/replay.ts';
import { softwareFor } from '../session/software.ts';
import { sessionStore } from './session-store.ts';
import { breath } from './turns.ts';

/** Where the cursor stands, after a row, at the end of another branch or of a program run from power-on, a text's machine. */
export type Choice = 'now' | `row:${number}` | `branch:${number}` | `program:${string}` | `text:${number}`;
export type Which = 'left' | 'right';

/** A machine that came as text. */
export interface Dropped {
  readonly id: number;
  readonly name: string;
  readonly scenario: Scenario;
}

export type Made =
  | { readonly state: 'making' }
  /** `row`: where it stands in the open story. `dropped`: it came as text and is not the open machine. */
  | { readonly state: 'made'; readonly side: Side; readonly row?: number; readonly dropped?: Dropped }
  | { readonly state: 'refused'; readonly why: 'too-large' | 'too-long' | 'gone' };

export interface CompareState {
  /** What was open when the two were chosen. */
  readonly scenario: Scenario | undefined;
  readonly choices: Readonly<Record<Which, Choice>>;
  readonly made: Readonly<Record<Which, Made>>;
  readonly texts: readonly Dropped[];
  /** What was wrong with the last text. */
  readonly problem: Problem | 'unknown' | undefined;
}

const making: Made = { state: 'making' };

export const compareStore = createStore<CompareState>(() => ({
  scenario: undefined,
  choices: { left: 'row:0', right: 'now' },
  made: { left: making, right: making },
  texts: [],
  problem: undefined,
}));
const { getState: own, setState: set } = compareStore;
const told = sessionStore.getState;

/** Building a second board takes its time: above this it is not worth the wait. */
const mostFunctions = 3000;
const mostRows = 3_000_000;
/** So long may the page be kept from answering. */
const breathMs = 8;

// ── choosing ─────────────────────────────────────────────────────────────────

let ids = 0;
/** Branches when the comparison was last begun: a new one is what a person wants to see. */
let knownBranches = 0;

/** A text, and the name of the file that it came from; empty when it was pasted. */
export interface Named {
  readonly name: string;
  readonly text: string;
}

/** What the comparison is to begin with when it opens next. */
let next: readonly [Choice, Choice] | undefined;

export function compareNext(left: Choice, right: Choice): void {
  next = [left, right];
}

/** Begins with what was compared last, or, after another machine was opened, with what is likely meant. */
export async function beginCompare(texts: readonly Named[]): Promise<void> {
  const { scenario, cursor, head, branches } = told();
  const isOther = own().scenario !== scenario;
  const isBranched = branches.length > (isOther ? 0 : knownBranches);
  knownBranches = branches.length;
  set({ scenario, problem: undefined });
  const read: Dropped[] = [];
  for (const text of texts) {
    await breath();
    const dropped = take(text);
    if (dropped) read.push(dropped);
  }
  const [first, second] = read;
  if (first) return chooseBoth(textChoice(first), second ? textChoice(second) : 'now');
  const asked = next;
  next = undefined;
  if (asked) return chooseBoth(...asked);
  const branch = branches.at(-1);
  if (branch && isBranched) return chooseBoth(`branch:${branch.id}`, 'now');
  if (!isOther) return chooseBoth(own().choices.left, own().choices.right);
  return chooseBoth('row:0', cursor === 0 ? `row:${head}` : 'now');
}

const textChoice = ({ id }: Dropped): Choice => `text:${id}`;

async function chooseBoth(left: Choice, right: Choice): Promise<void> {
  await choose('left', left);
  await choose('right', right);
}

export async function choose(which: Which, choice: Choice): Promise<void> {
  put(which, choice, making);
  const isStale = (): boolean => own().choices[which] !== choice;
  const made = await make(choice, isStale);
  if (!isStale()) put(which, choice, made);
}

function put(which: Which, choice: Choice, made: Made): void {
  set((now) => ({
    choices: { ...now.choices, [which]: choice },
    made: { ...now.made, [which]: made },
  }));
}

export function swap(): void {
  const { choices, made } = own();
  set({
    choices: { left: choices.right, right: choices.left },
    made: { left: made.right, right: made.left },
  });
}

/** Takes somebody's dump or command line; it is compared with what stood at the right. */
export async function addText(given: Named): Promise<void> {
  set({ problem: undefined });
  const dropped = take(given);
  if (dropped) await choose('left', textChoice(dropped));
}

function take({ name, text }: Named): Dropped | undefined {
  const opened = openText(text);
  if (opened.kind !== 'imported') {
    set({ problem: opened.kind === 'broken' ? opened.problem : 'unknown' });
    return undefined;
  }
  const { scenario } = opened.imported;
  const id = ++ids;
  const dropped = { id, name: name === '' ? `${scenario.title} ${String(id)}` : name, scenario };
  set(({ texts }) => ({ texts: [...texts, dropped] }));
  return dropped;
}

// ── making ───────────────────────────────────────────────────────────────────

const refused = (why: 'too-large' | 'too-long' | 'gone'): Made => ({ state: 'refused', why });

export async function make(choice: Choice, isStale: () => boolean): Promise<Made> {
  const { machine, scenario, cursor, head, branches } = told();
  if (machine.board.parts.length > mostFunctions) return refused('too-large');
  const [kind = '', name = ''] = choice.split(':');
  switch (kind) {
    case 'now':
      return { state: 'made', side: { machine: copied(machine), scenario }, row: cursor };
    case 'row': {
      const row = Math.min(Number(name), head);
      return { state: 'made', side: { machine: copied(machine, row), scenario }, row };
    }
    case 'branch': {
      const branch = branches.find(({ id }) => String(id) === name);
      return branch ? await played(scenario, branch.entries, isStale) : refused('gone');
    }
    case 'program':
      return await played(scenario, [wholeProgram(name)], isStale);
    default: {
      const dropped = own().texts.find(({ id }) => String(id) === name);
      return dropped ? await fromText(dropped) : refused('gone');
    }
  }
}

/** The words of a machine, in one of its own; at another row if one is given. The machine is left as it was. */
function copied(machine: Machine, row?: number): Machine {
  const { position } = machine.image.tape;
  if (row !== undefined) machine.seek(row);
  const copy = new Machine(machine.board);
  machine.image.transplant(copy.image);
  copy.forgetRoutes();
  copy.forgetPorts();
  machine.wind(position);
  return copy;
}

async function played(scenario: Scenario, entries: readonly Entry[], isStale: () => boolean): Promise<Made> {
  const machine = new Machine(told().machine.board);
  await softwareFor(entries);
  let until = performance.now() + breathMs;
  for (const rows of replay(machine, environmentOf(scenario), entries)) {
    if (rows > mostRows) return refused('too-long');
    if (performance.now() < until) continue;
    await breath();
    if (isStale()) return making;
    until = performance.now() + breathMs;
  }
  return { state: 'made', side: { machine, scenario } };
}

async function fromText(dropped: Dropped): Promise<Made> {
  const { scenario } = dropped;
  const { board } = build(scenario, await modelsFor(scenario));
  if (board.parts.length > mostFunctions) return refused('too-large');
  return { state: 'made', side: { machine: new Machine(board), scenario }, dropped };
}
