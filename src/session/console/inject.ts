/** PCI Express errors on demand, as QEMU's monitor injects them. */
import { nearest } from '../../base/nearest.ts';
import { fail, ok, say, type Result } from '../../base/problem.ts';
import type { Machine } from '../../engine/machine.ts';
import { expressErrors } from '../../models/caps/error-names.ts';
import { functionText } from '../names.ts';
import type { Verb } from './verb.ts';
import type { Word } from './words.ts';

/** A part by its name on the board, or by its BDF. */
export function partOf(m: Machine, word: Word | undefined, to: number): Result<number> {
  const text = word?.text ?? '';
  const place = { from: word?.from ?? to, to: word?.to ?? to };
  const there = m.board.parts.flatMap((_, fn) => (m.isPresent(fn) ? [fn] : []));
  const found = there.find((fn) => m.board.parts[fn]?.path === text || functionText(m, fn) === text);
  if (found !== undefined) return ok(found);
  const names = there.map((fn) => m.board.parts[fn]?.path ?? '');
  return fail(say('problem.unknown', { what: 'part', given: text, nearest: nearest(text, names) }), place);
}

export const injectVerb: Verb = {
  name: 'pcie_aer_inject_error',
  usage: '[-a] PART | SLOT  ERROR',
  example: 'pcie_aer_inject_error 00:03.0 UNSUP',
  about: say('help.error', { names: expressErrors.map((e) => e.name).join(' ') }),
  run: ({ words, to, text }, { machine }) => {
    const advisory = words.some((word) => word.text === '-a');
    const [who, what] = words.filter((word) => word.text !== '-a');
    const fn = partOf(machine, who, to);
    if (!fn.ok) return fn;
    const given = what?.text ?? '';
    const error = expressErrors.find((e) => e.name === given.toUpperCase())?.name;
    const place = { from: what?.from ?? to, to: what?.to ?? to };
    if (error === undefined) {
      const known = nearest(
        given.toUpperCase(),
        expressErrors.map((e) => e.name),
      );
      return fail(say('problem.unknown', { what: 'error', given, nearest: known }), place);
    }
    const part = machine.board.parts[fn.value]?.path ?? '';
    const flag = advisory ? ({ advisory: true } as const) : {};
    return ok([{ kind: 'act', text, commands: [{ do: 'error', part, error, ...flag }] }]);
  },
};
