/** A person's own program: console lines that act, carried out one after the other. */
import { fail, ok, say, type Result } from '../base/problem.ts';
import type { Machine } from '../engine/machine.ts';
import type { Program } from '../programs/program.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { MachineCommand } from './command.ts';
import { actingVerbs } from './console/acting-verbs.ts';
import { readWith } from './console/read.ts';
import type { Verb } from './console/verb.ts';

/** What a script runs on. */
export interface ScriptHost {
  /** As it is when a line's turn comes: who has a capability, where a register is. */
  readonly machine: Machine;
  carryOut(command: MachineCommand): void;
}

export interface ScriptLine {
  /** From 1. */
  readonly line: number;
  /** As it stands there. */
  readonly raw: string;
  /** Without what is said beside it. */
  readonly text: string;
}

/** The lines that do something. */
export const linesOf = (script: string): readonly ScriptLine[] =>
  script.split(/\r?\n/).flatMap((raw, i) => {
    const text = raw.replace(/#.*/, '').trim();
    return text === '' ? [] : [{ line: i + 1, raw, text }];
  });

/** No line that acts asks what the machine was built from. */
export const nothing: Scenario = { title: '', machine: 'pc', ram: 0, authentic: 'qemu', parts: [] };

/** A line's commands, if it does nothing but act. `verbs` are those that are known. */
export function readAct(
  { raw, text }: ScriptLine,
  machine: Machine,
  verbs: readonly Verb[] = actingVerbs,
): Result<readonly MachineCommand[]> {
  const read = readWith(verbs, raw, { scenario: nothing, machine, cursor: 0, head: 0 });
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
