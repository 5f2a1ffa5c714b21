/** Who runs on a session's machine: nobody before all-software.ts is loaded, which the first paint does not wait for. */
import { assert } from '../base/assert.ts';
import type { Cpu, Environment, Step } from '../programs/program.ts';
import type { Command, Entry } from './command.ts';
import type { ScriptHost } from './script.ts';

export type Start = Extract<Command, { do: 'start' }>;

/** Begins what `start` asks for; a program that does not exist does nothing. */
type Starter = (
  cpu: Cpu & ScriptHost,
  start: Start,
  environment: Environment,
) => Iterator<Step, unknown, void>;

let known: Starter | undefined;

/** Makes software known. */
export function addSoftware(starter: Starter): void {
  known = starter;
}

export const starter = (): Starter => {
  assert(known !== undefined, 'software is loaded before it is started');
  return known;
};

/** Loads what these entries start. */
export async function softwareFor(entries: Iterable<Entry>): Promise<void> {
  for (const { commands } of entries)
    if (commands.some((command) => command.do === 'start')) return void (await import('./all-software.ts'));
}
