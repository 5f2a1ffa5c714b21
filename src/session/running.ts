/** A program that runs on the session's machine, sentence by sentence; stopped anywhere it can be brought back there. */
import type { Machine } from '../engine/machine.ts';
import { Op, type Row } from '../engine/trace.ts';
import { depthReached, surface } from '../programs/depth.ts';
import type { Cpu, Environment, Step } from '../programs/program.ts';
import { firstHit, stopsAt, watching, type Breakpoint } from './breakpoints.ts';
import { access, perform, type Command, type Entry, type MachineCommand } from './command.ts';
import { stepsIn } from './log.ts';
import type { ScriptHost } from './script.ts';
import { Sentences } from './sentences.ts';
import { starter, type Start } from './software.ts';

/** Answers from the rows of a former run until they are used up, then from the machine: how a program gets back to where it was. */
class Feed implements Cpu, ScriptHost {
  readonly machine: Machine;
  private readonly rows: Iterator<Row, undefined>;
  private isLive = false;

  constructor(machine: Machine, rows: Iterator<Row, undefined>) {
    this.machine = machine;
    this.rows = rows;
  }

  goLive(): void {
    this.isLive = true;
  }

  in(port: number, bytes: number): number {
    return this.isLive ? this.machine.in(port, bytes) : this.next();
  }

  out(port: number, value: number, bytes: number): void {
    if (this.isLive) this.machine.out(port, value, bytes);
    else this.next();
  }

  load(address: number, bytes: number): number {
    return this.isLive ? this.machine.load(address, bytes) : this.next();
  }

  store(address: number, value: number, bytes: number, high = 0): void {
    if (this.isLive) this.machine.store(address, value, bytes, high);
    else this.next();
  }

  /** What a script does besides accesses is done again by nobody: the machine stands where it led to. */
  carryOut(command: MachineCommand): void {
    if (this.isLive) perform(this.machine, command);
    else access(this, command);
  }

  private next(): number {
    return this.rows.next().value?.value ?? 0;
  }
}

/** What a program did in its first sentences, if it has come so far before. */
interface Former {
  /** Row at which each of the sentences began to be carried out. */
  readonly began: readonly number[];
  readonly rows: Iterator<Row, undefined>;
}

const never: Former = { began: [], rows: [].values() };

class Running {
  readonly program: string;
  /** It has come to its end. */
  ended = false;
  /** What it is about to do, and how deep in its routines. */
  private announced: Step | undefined;
  depth = 0;
  private readonly cpu: Feed;
  private readonly steps: Iterator<Step, unknown, void>;

  constructor(machine: Machine, start: Start, environment: Environment, { began, rows } = never) {
    this.program = start.program;
    this.cpu = new Feed(machine, rows);
    const isScript = start.program === 'script';
    this.steps = starter()(this.cpu, start, environment);
    this.step();
    const now = machine.image.tape.position;
    for (const row of began) {
      // a script looks at the machine, which is to be what it was
      if (isScript) machine.seek(row);
      this.step();
    }
    if (isScript) machine.wind(now);
    this.cpu.goLive();
  }

  /** The sentence that comes next; undefined at the end. */
  get next(): Step | undefined {
    return this.announced;
  }

  /** Carries the announced sentence out and announces the one after it. */
  step(): void {
    surface();
    const { done, value } = this.steps.next();
    this.depth = depthReached();
    this.ended = done === true;
    this.announced = done === true ? undefined : value;
  }
}

/** Asked now and then by a long run: whether to go on at once. A run that is not to go on is continued by `Player.goOn`. */
export type More = () => boolean;

const always: More = () => true;

/** Sentences between two questions. */
const between = 16;

/** What is left of a run. */
interface Left {
  readonly count: number;
  readonly until: readonly Breakpoint[];
}

/** An entry, and the row at which it begins. */
interface Played {
  readonly entry: Entry;
  readonly first: number;
}

/** Carries commands out: on the machine, or by the program that runs on it. */
export class Player {
  readonly machine: Machine;
  /** Of every program so far, in order; the last one is announced and not carried out, unless the program has ended. */
  readonly sentences = new Sentences();
  /** For each sentence, the entry that announced it. */
  private readonly announcedBy: number[] = [];
  private readonly environment: Environment;
  private running: Running | undefined;
  private entries: Played[] = [];
  private left: Left | undefined;

  constructor(machine: Machine, environment: Environment) {
    this.machine = machine;
    this.environment = environment;
  }

  /** The program that could go on now. */
  get program(): string | undefined {
    this.restore();
    return this.running?.ended === false ? this.running.program : undefined;
  }

  /** Whether a run stands still in the middle: `goOn` continues it, `stop` makes what it has done all of it. */
  get isUnfinished(): boolean {
    return this.left !== undefined;
  }

  /**
   * Plays an entry; gives it back as it was carried out: a program may end before its steps are used up. A run that is its
   * last command may be left unfinished, when `more` says so.
   */
  play(entry: Entry, more: More = always): Entry {
    if (stepsIn(entry) !== undefined) this.restore();
    const played = { entry, first: this.machine.trace.length };
    this.entries.push(played);
    const last = entry.commands.length - 1;
    const commands = entry.commands.map((command, i) => this.carryOut(command, i === last ? more : always));
    const changed = commands.some((command, i) => command !== entry.commands[i]);
    if (!changed) return entry;
    return this.replaceLast({ ...entry, commands });
  }

  /** The next slice of the run that is unfinished; gives its entry as it has been carried out so far. */
  goOn(more: More): Entry | undefined {
    const { left } = this;
    const played = this.entries.at(-1);
    if (!left || !played) return undefined;
    this.left = undefined;
    const count = this.run(left.count, left.until, more);
    const { entry } = played;
    const commands = entry.commands.map((command, i): Command => {
      const isRun = i === entry.commands.length - 1 && command.do === 'step';
      return isRun ? { ...command, count: command.count + count } : command;
    });
    return this.replaceLast({ ...entry, commands });
  }

  /** Ends the run where it is. */
  stop(): void {
    this.left = undefined;
  }

  private replaceLast(entry: Entry): Entry {
    const first = this.entries.at(-1)?.first ?? 0;
    this.entries[this.entries.length - 1] = { entry, first };
    return entry;
  }

  /** Forgets all but `entries`; the machine has been wound back to their end. */
  forget(entries: readonly Played[]): void {
    this.entries = [...entries];
    this.running = undefined;
    this.left = undefined;
    const kept = this.announcedBy.findLastIndex((entry) => entry < entries.length) + 1;
    const last = entries.at(-1);
    const announced = last && announcedIn(last.entry);
    let own = this.announcedBy.slice(0, kept).filter((entry) => entry === entries.length - 1).length;
    let length = kept;
    // an entry cut short announced fewer
    while (announced !== undefined && own > announced) {
      own--;
      length--;
    }
    this.sentences.cut(length);
    this.announcedBy.length = length;
  }

  /** The first row at or after `row` between two sentences of the entry `index`: where a person may touch. */
  pause(index: number, row: number): { readonly row: number; readonly steps: number } {
    const rows = this.announcedBy.flatMap((by, i) => (by === index ? [this.sentences.rowOf(i)] : []));
    const end = this.entries[index + 1]?.first ?? this.machine.trace.length;
    const stop = rows.find((at) => at >= row) ?? end;
    const before = rows.filter((at) => at <= stop).length;
    const starts = this.entries[index]?.entry.commands.some((c) => c.do === 'start') === true;
    return { row: stop, steps: starts ? before - 1 : before };
  }

  private carryOut(command: Command, more: More): Command {
    if (command.do === 'start') {
      this.running = new Running(this.machine, command, this.environment);
      this.announce();
      return command;
    }
    if (command.do !== 'step') {
      perform(this.machine, command);
      return command;
    }
    return { do: 'step', count: this.run(command.count, command.until ?? [], more) };
  }

  /** So many sentences, or until a breakpoint is met; gives how many it were. */
  private run(count: number, until: readonly Breakpoint[], more: More): number {
    const { running, machine } = this;
    const points = watching(until);
    let done = 0;
    while (running?.ended === false && done < count) {
      if (done % between === between - 1 && !more()) {
        this.left = { count: count - done, until };
        break;
      }
      const from = machine.trace.length;
      running.step();
      done++;
      this.announce();
      if (until.length === 0) continue;
      const { next, depth } = running;
      if (firstHit(machine, points, from) >= 0 || (next && stopsAt(until, next.say, depth))) break;
    }
    return done;
  }

  private announce(): void {
    const next = this.running?.next;
    if (!this.running || !next) return;
    const { program, depth } = this.running;
    this.sentences.add(this.machine.trace.length, program, next, depth);
    this.announcedBy.push(this.entries.length - 1);
  }

  /** Brings the program back to where it stands, by running it again on what it had read. */
  private restore(): void {
    if (this.running) return;
    const from = this.entries.findLastIndex(({ entry }) => entry.commands.some((c) => c.do === 'start'));
    const start = this.entries[from]?.entry.commands.find((c) => c.do === 'start');
    if (!start) return;
    const former = { began: this.beganSince(from), rows: this.rowsSince(from) };
    this.running = new Running(this.machine, start, this.environment, former);
  }

  /** Where the sentences since an entry began: at their row, or where a person let the program go on. */
  private beganSince(from: number): number[] {
    const began: number[] = [];
    let announced = this.announcedBy.findLastIndex((entry) => entry < from) + 1;
    for (let i = from; i < this.entries.length; i++) {
      const { entry, first } = this.entries[i] ?? { first: 0 };
      const steps = entry && stepsIn(entry);
      if (steps === undefined) continue;
      if (i === from) announced++;
      for (let n = 0; n < steps; n++) {
        const row = announced > 0 ? this.sentences.rowOf(announced - 1) : first;
        began.push(Math.max(row, first));
        announced++;
      }
    }
    return began;
  }

  private *rowsSince(from: number): Generator<Row, undefined> {
    const { trace } = this.machine;
    for (let i = from; i < this.entries.length; i++) {
      const { entry, first } = this.entries[i] ?? { first: 0 };
      if (!entry || stepsIn(entry) === undefined) continue;
      const end = this.entries[i + 1]?.first ?? trace.length;
      for (let row = first; row < end; row++) {
        const one = trace.row(row);
        if (one.op !== Op.event && !trace.isConsequence(row)) yield one;
      }
    }
    return undefined;
  }
}

/** How many sentences an entry announced at most: one when a program begins, one after each that is carried out. */
function announcedIn(entry: Entry): number | undefined {
  const steps = stepsIn(entry);
  return steps === undefined ? undefined : steps + entry.commands.filter((c) => c.do === 'start').length;
}
