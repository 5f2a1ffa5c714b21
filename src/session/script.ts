/** A person's own program: console lines that act, carried out one after the other. */
import { fail, ok, say, type Problem, type Result } from '../base/problem.ts';
import { Machine } from '../engine/machine.ts';
import type { Program } from '../programs/program.ts';
import { build } from '../scenario/build.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { MachineCommand } from './command.ts';
import { readLine } from './console/language.ts';

/** What a script runs on. */
export interface ScriptHost {
  /** As it is when a line's turn comes: who has a capability, where a register is. */
  readonly machine: Machine;
  carryOut(command: MachineCommand): void;
}

interface ScriptLine {
  /** From 1. */
  readonly line: number;
  /** As it stands there. */
  readonly raw: string;
  /** Without what is said beside it. */
  readonly text: string;
}

/** The lines that do something. */
const linesOf = (script: string): readonly ScriptLine[] =>
  script.split(/\r?\n/).flatMap((raw, i) => {
    const text = raw.replace(/#.*/, '').trim();
    return text === '' ? [] : [{ line: i + 1, raw, text }];
  });

/** The lines that do something, by number. */
export const scriptLines = (script: string): readonly number[] => linesOf(script).map(({ line }) => line);

/** No line that acts asks what the machine was built from. */
const scenario: Scenario = { title: '', machine: 'pc', ram: 0, authentic: 'qemu', parts: [] };

function readAct({ raw, text }: ScriptLine, machine: Machine): Result<readonly MachineCommand[]> {
  const read = readLine(raw, { scenario, machine, cursor: 0, head: 0 });
  if (!read.ok) return read;
  const commands: MachineCommand[] = [];
  for (const action of read.value) {
    if (action.kind !== 'act') {
      const from = raw.indexOf(text);
      return fail(say('problem.script-only', { given: text }), { from, to: from + text.length });
    }
    for (const command of action.commands)
      if (command.do !== 'start' && command.do !== 'step') commands.push(command);
  }
  return ok(commands);
}

/** The program. It ends at a line that turns out to be impossible; the sentence after it says why. */
export function* script(host: ScriptHost, text: string): Program {
  for (const each of linesOf(text)) {
    yield { say: say('script.line', { line: each.line, text: each.text }) };
    const commands = readAct(each, host.machine);
    if (!commands.ok) {
      yield { say: commands.problem.message };
      return;
    }
    for (const command of commands.value) host.carryOut(command);
  }
}

/** Whether it is the machine that says no: by the time that the line's turn comes it may say yes. */
const dependsOnMachine = ({ message }: Problem): boolean =>
  message.id === 'problem.nothing-chosen' ||
  message.id === 'problem.no-capability' ||
  message.id === 'problem.needs-ecam' ||
  (message.id === 'problem.unknown' && message.with.what === 'part');

let nobody: Machine | undefined;

/** What is wrong with a script whatever it runs on. Each problem's place has its line. */
export function checkScript(text: string): readonly Problem[] {
  nobody ??= new Machine(build(scenario).board);
  const machine = nobody;
  return linesOf(text).flatMap((each) => {
    const read = readAct(each, machine);
    if (read.ok || dependsOnMachine(read.problem)) return [];
    return [{ ...read.problem, place: { ...read.problem.place, line: each.line } }];
  });
}
