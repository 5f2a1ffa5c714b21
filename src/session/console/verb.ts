/** What a verb of the console is, what it is given, and what it comes to. */
import { fail, ok, say, type Message, type Result } from '../../base/problem.ts';
import type { Machine } from '../../engine/machine.ts';
import type { PciIds } from '../../pci/ids.ts';
import type { PartSpec, Scenario } from '../../scenario/scenario.ts';
import type { Command } from '../command.ts';
import type { Word } from './words.ts';

/** What a line comes to: something to do, something to look at, or a move in the story. */
export type Action =
  | { readonly kind: 'act'; readonly text: string; readonly commands: readonly Command[] }
  /** Text as a command would print it; looking causes no bus cycle. */
  | { readonly kind: 'print'; readonly text: string }
  | { readonly kind: 'say'; readonly message: Message }
  | { readonly kind: 'help'; readonly verb?: string }
  | { readonly kind: 'seek'; readonly row: number }
  /** A part into the running machine; out of it. */
  | { readonly kind: 'add'; readonly part: PartSpec }
  | { readonly kind: 'remove'; readonly fn: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** What a line may look at. */
export interface Context {
  readonly scenario: Scenario;
  readonly machine: Machine;
  readonly cursor: number;
  readonly head: number;
  /** The whole list of PCI ids, once it is there. */
  readonly ids?: PciIds | undefined;
}

export interface Given {
  /** The whole command, verb first. */
  readonly text: string;
  /** What follows the verb. */
  readonly words: readonly Word[];
  /** Where the command starts in the line, and ends. */
  readonly from: number;
  readonly to: number;
}

export interface Verb {
  readonly name: string;
  /** The grammar of what follows: data, not a sentence. */
  readonly usage: string;
  readonly example: string;
  /** One sentence of help. */
  readonly about: Message;
  run(given: Given, context: Context): Result<readonly Action[]>;
}

/** Refuses words that nothing wants. */
export function none(given: Given, actions: readonly Action[]): Result<readonly Action[]> {
  const [extra] = given.words;
  if (!extra) return ok(actions);
  return fail(say('problem.extra', { given: extra.text }), { from: extra.from, to: extra.to });
}
