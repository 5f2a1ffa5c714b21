/** The fold: a scenario and a list of entries become a machine with a history. Undo, redo and branches are edits of the list. */
import { at } from '../base/assert.ts';
import { atOnce } from '../base/at-once.ts';
import { Machine } from '../engine/machine.ts';
import { build } from '../scenario/build.ts';
import { common } from '../models/index.ts';
import type { Model } from '../models/model.ts';
import { environmentOf } from '../scenario/environment.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { StoredBranch } from './stored.ts';
import { entryAt, stepsIn, type Logged } from './log.ts';
import { Player, type More } from './running.ts';
import type { Sentences } from './sentences.ts';
import { commandOf, type Command, type Entry } from './command.ts';

/** A future that was left: acting in the past keeps it. */
export interface Branch extends StoredBranch {
  readonly rows: number;
  /** `trace.op` of its rows after the fork, for drawing. */
  readonly ops: Uint8Array;
}

export class Session {
  readonly scenario: Scenario;
  readonly machine: Machine;
  private readonly player: Player;
  log: Logged[] = [];
  branches: Branch[] = [];
  /** Entries taken back, the next to redo last. */
  undone: Entry[] = [];
  /** Rows that have not changed since the last frame was cut. */
  stable = 0;
  /** Sentences that have not. */
  stableSentences = 0;
  /** Which of the stories is being told; ids count up. */
  story = 1;
  private stories = 1;

  constructor(
    scenario: Scenario,
    entries: readonly Entry[] = [],
    branches: readonly StoredBranch[] = [],
    story = 1,
    models: readonly Model[] = common,
  ) {
    this.scenario = scenario;
    const { board } = build(scenario, models);
    this.machine = new Machine(board);
    this.player = new Player(this.machine, environmentOf(scenario));
    this.story = story;
    this.stories = story;
    atOnce(this.restore(entries, branches));
  }

  /** Does a stored story again, and its branches beside it, in slices: gives way when `slice` has come to its end. */
  *restore(
    entries: readonly Entry[],
    branches: readonly StoredBranch[],
    slice: Slice = endless,
  ): Generator<void, void> {
    yield* this.tell(entries, slice);
    this.stories = Math.max(this.story, ...branches.map((b) => b.id));
    const told: Branch[] = [];
    for (const branch of branches) {
      const machine = new Machine(this.machine.board);
      const player = new Player(machine, environmentOf(this.scenario));
      for (const entry of branch.entries) {
        player.play(entry, slice());
        while (player.isUnfinished) {
          yield;
          player.goOn(slice());
        }
      }
      const { length, op } = machine.trace;
      const fork = Math.min(branch.fork, length);
      told.push({ ...branch, fork, rows: length, ops: op.slice(fork, length) });
      yield;
    }
    this.branches = told;
  }

  /** What the programs have said so far. */
  get sentences(): Sentences {
    return this.player.sentences;
  }

  /** The program that could go on now. */
  get program(): string | undefined {
    return this.player.program;
  }

  get entries(): readonly Entry[] {
    return this.log.map((l) => l.entry);
  }

  /** Whether a program's run was left in the middle: `goOn` continues it, `stop` ends it where it is. */
  get isUnfinished(): boolean {
    return this.player.isUnfinished;
  }

  /**
   * Does something at row `row`; before the end of the story that starts a branch and keeps the old future. A long run is left
   * unfinished when `more` says so.
   */
  act(entry: Entry, row = this.machine.trace.length, more?: More): void {
    this.undone = [];
    const at = this.wholeRow(row);
    if (at < this.machine.trace.length) this.fork(at);
    this.append(entry, more);
  }

  /** Continues an unfinished run; the log counts what it has carried out so far. */
  goOn(more: More): void {
    const entry = this.player.goOn(more);
    const last = this.log.at(-1);
    if (entry && last) this.log[this.log.length - 1] = { ...last, entry };
  }

  /** Ends an unfinished run at the sentence that it has come to. */
  stop(): void {
    this.player.stop();
  }

  /** Takes the last entry back; false when there is none. */
  undo(): boolean {
    const last = this.log.pop();
    if (!last) return false;
    this.undone.push(last.entry);
    this.cut(last.first);
    return true;
  }

  redo(more?: More): boolean {
    const entry = this.undone.pop();
    if (!entry) return false;
    this.append(entry, more);
    return true;
  }

  /** Goes over to another story; the present one becomes a branch. What both have in common stays as it is. */
  *switching(id: number, slice: Slice = endless): Generator<void, boolean> {
    const branch = this.branches.find((b) => b.id === id);
    if (!branch) return false;
    const left = this.keep(branch.fork);
    this.leaveAt(branch.fork);
    this.branches = this.branches.map((b) => (b.id === id ? left : b));
    this.story = branch.id;
    this.undone = [];
    const { entries } = branch;
    const own = this.log.findIndex(({ entry }, i) => entry !== entries[i]);
    const same = own < 0 ? this.log.length : own;
    const row = this.log[same]?.first ?? this.machine.trace.length;
    this.log.length = same;
    this.cut(row);
    yield* this.tell(entries.slice(same), slice);
    return true;
  }

  switchTo(id: number): boolean {
    return atOnce(this.switching(id));
  }

  private *tell(entries: readonly Entry[], slice: Slice): Generator<void, void> {
    let more = slice();
    for (const entry of entries) {
      this.append(entry, more);
      while (this.isUnfinished) {
        yield;
        more = slice();
        this.goOn(more);
      }
      if (more()) continue;
      yield;
      more = slice();
    }
  }

  private append(entry: Entry, more?: More): void {
    this.stop();
    const first = this.machine.trace.length;
    this.log.push({ entry: this.player.play(entry, more), first });
  }

  /** What a device did by itself stands before the access that made it do so: one cannot stand between them. */
  private wholeRow(row: number): number {
    const { trace } = this.machine;
    let end = row;
    while (end > 0 && end < trace.length && trace.isConsequence(end - 1)) end++;
    const index = entryAt(this.log, end - 1);
    const entry = this.log[index]?.entry;
    return entry && end < trace.length && stepsIn(entry) !== undefined
      ? this.player.pause(index, end).row
      : end;
  }

  /** The story goes another way from `row` on: branches that left it later have only that much in common with it. */
  private leaveAt(row: number): void {
    const { op } = this.machine.trace;
    this.branches = this.branches.map((b) => {
      if (b.fork <= row) return b;
      const ops = new Uint8Array(b.fork - row + b.ops.length);
      ops.set(op.subarray(row, b.fork));
      ops.set(b.ops, b.fork - row);
      return { ...b, fork: row, ops };
    });
  }

  private fork(row: number): void {
    this.leaveAt(row);
    this.branches.push(this.keep(row));
    this.story = ++this.stories;
    const next = this.log.findIndex((l) => l.first >= row);
    const { length } = this.machine.trace;
    const count = next < 0 ? this.log.length : next;
    const end = next < 0 ? length : at(this.log, next).first;
    this.log.length = count;
    // an entry cut in the middle becomes the accesses that it had made by then: every row is a command of its own
    const last = this.log.at(-1);
    if (last && end > row) {
      const commands =
        stepsIn(last.entry) === undefined
          ? this.commandsOf(last.first, row)
          : shortened(last.entry, this.player.pause(count - 1, row).steps);
      this.log[count - 1] = { ...last, entry: { ...last.entry, commands } };
    }
    this.cut(row);
  }

  private commandsOf(first: number, end: number): Command[] {
    const commands: Command[] = [];
    for (let i = first; i < end; i++) {
      const { trace } = this.machine;
      const command = trace.isConsequence(i) ? undefined : commandOf(this.machine, trace.row(i));
      if (command) commands.push(command);
    }
    return commands;
  }

  private keep(fork: number): Branch {
    const { trace } = this.machine;
    return {
      id: this.story,
      fork,
      rows: trace.length,
      entries: this.entries,
      ops: trace.op.slice(fork, trace.length),
    };
  }

  private cut(row: number): void {
    this.machine.cut(row);
    this.player.forget(this.log);
    this.stable = Math.min(this.stable, row);
    this.stableSentences = Math.min(this.stableSentences, this.sentences.length);
  }
}

/** Begins a slice of work: what it gives says whether to go on. */
export type Slice = () => More;
const endless: Slice = () => () => true;

/** A program's entry that stops after `steps` sentences. */
const shortened = ({ commands }: Entry, steps: number): Command[] =>
  commands.map((c) => (c.do === 'step' ? { ...c, count: steps } : c));
