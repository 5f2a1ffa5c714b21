/** Doing a story again on a machine of its own, a little at a time, so that a page can breathe in between. */
import type { Command, Entry } from './command.ts';
import { Player } from './running.ts';
import type { Machine } from '../engine/machine.ts';
import type { Environment } from '../programs/program.ts';

/** Sentences between two breaths. */
const slice = 16;

/** Plays the entries; gives the rows so far at every breath. */
export function* replay(
  machine: Machine,
  environment: Environment,
  entries: Iterable<Entry>,
): Generator<number, void> {
  const player = new Player(machine, environment);
  const play = (command: Command): Entry => player.play({ text: '', commands: [command] });
  for (const { commands } of entries) {
    for (const command of commands) {
      if (command.do === 'step' && (command.until ?? []).length === 0) {
        for (let left = command.count; left > 0 && player.program !== undefined; left -= slice) {
          play({ do: 'step', count: Math.min(slice, left) });
          yield machine.trace.length;
        }
      } else play(command);
    }
    yield machine.trace.length;
  }
}

/** A program from its start to its end. */
export const wholeProgram = (program: string): Entry => ({
  text: program,
  commands: [
    { do: 'start', program },
    { do: 'step', count: 0xffff_ffff },
  ],
});
