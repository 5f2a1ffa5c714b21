/** `lspci` of the console: what the real one would print on this machine. */
import { ok, type Result } from '../../base/problem.ts';
import { lspciText, parseLspci } from '../../formats/lspci-text.ts';
import { namesOf } from '../../formats/lspci/names.ts';
import { listFunctions } from '../listed.ts';
import { shifted } from './shifted.ts';
import type { Action, Context } from './verb.ts';

export function lspci({ machine: m, ids }: Context, text: string, from: number): Result<readonly Action[]> {
  const options = parseLspci(text);
  if (!options.ok) return shifted(options, from);
  const listed = listFunctions(m).map((l) => l.listed);
  return ok([{ kind: 'print', text: lspciText(listed, namesOf(ids), options.value) }]);
}
