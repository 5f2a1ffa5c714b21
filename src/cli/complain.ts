/** Problems on standard error, as sentences. */
import process from 'node:process';
import type { Message, Problem } from '../base/problem.ts';
import { speak } from '../content/words/catalogue.ts';
import { en } from '../content/words/en/index.ts';
import { plain } from '../content/words/pieces.ts';

/** A message in English. */
export const sentence = (message: Message): string => plain(speak(en, message.id, message.with));

/** Characters count in the arguments joined by blanks, from 1. */
export function complain({ message, place }: Problem): void {
  const { from, to = from } = place ?? {};
  const where = from === undefined ? '' : ` (characters ${String(from + 1)}–${String(to)})`;
  process.stderr.write(`cf8: ${sentence(message)}${where}\n`);
}
