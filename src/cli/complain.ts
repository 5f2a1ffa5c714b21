/** Problems on standard error, until the words of the terminal are wired in: the message id and what it is about. */
import process from 'node:process';
import type { Problem } from '../base/problem.ts';

export function complain({ message, place }: Problem): void {
  const slots = Object.entries(message.with).map(([name, value]) => `${name}=${String(value)}`);
  const where =
    place?.from === undefined ? '' : ` (characters ${String(place.from)}–${String(place.to ?? place.from)})`;
  process.stderr.write(`cf8: ${message.id}: ${slots.join(' ')}${where}\n`);
}
