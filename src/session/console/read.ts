/** Reads a line: commands become actions, or a Problem under the words that it is about. */
import { nearest } from '../../base/nearest.ts';
import { fail, ok, say, type Result } from '../../base/problem.ts';
import type { Action, Context, Verb } from './verb.ts';
import { wordsOf } from './words.ts';

export const findIn = (verbs: readonly Verb[], name: string): Verb | undefined =>
  verbs.find((v) => v.name === name.toLowerCase());

/** Commands of a line with where each starts: `;` separates, `#` begins a remark. */
function commandsOf(line: string): { text: string; from: number }[] {
  const end = line.indexOf('#');
  let from = 0;
  return (end < 0 ? line : line.slice(0, end)).split(';').map((text) => {
    const start = from;
    from += text.length + 1;
    const lead = text.length - text.trimStart().length;
    return { text: text.trim(), from: start + lead };
  });
}

/**
 * Reads a line of these verbs. Every command is read against the machine as it is before the line, so `a; b` fails as a whole or runs
 * as a whole.
 */
export function readWith(verbs: readonly Verb[], line: string, context: Context): Result<readonly Action[]> {
  const actions: Action[] = [];
  for (const { text, from } of commandsOf(line)) {
    const [head, ...words] = wordsOf(text, from);
    if (!head) continue;
    const verb = findIn(verbs, head.text);
    if (!verb) {
      const known = nearest(
        head.text,
        verbs.map((v) => v.name),
      );
      return fail(
        say('problem.unknown', { what: 'command', given: head.text, nearest: known }),
        { from: head.from, to: head.to },
        known === '' ? undefined : known,
      );
    }
    const result = verb.run({ text, words, from, to: from + text.length }, context);
    if (!result.ok) return result;
    actions.push(...result.value);
  }
  return ok(actions);
}
