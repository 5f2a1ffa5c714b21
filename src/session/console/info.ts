/** QEMU's `info`: what its monitor would print of this machine. */
import { nearest } from '../../base/nearest.ts';
import { fail, ok, say, type Result } from '../../base/problem.ts';
import type { Machine } from '../../engine/machine.ts';
import type { Action } from './verbs.ts';
import type { Word } from './words.ts';

export const infoTopics = ['pci', 'mtree'] as const;

export function info(m: Machine, words: readonly Word[], end: number): Result<readonly Action[]> {
  void m;
  const [word] = words;
  const expected = infoTopics.join(', ');
  if (!word) return fail(say('problem.expected', { expected, given: '' }), { from: end, to: end });
  const topic = infoTopics.find((t) => t === word.text);
  if (!topic) {
    const known = nearest(word.text, infoTopics);
    const place = { from: word.from, to: word.to };
    return fail(say('problem.unknown', { what: 'info', given: word.text, nearest: known }), place, `info ${known}`);
  }
  return ok([{ kind: 'print', text: topic }]);
}
