/** A text with what a problem offers put into the place that it is about. */
import type { Problem } from '../../base/problem.ts';

export function fixedText(text: string, { fix, place: { line = 1, from = 0, to } = {} }: Problem): string {
  if (fix === undefined) return text;
  return text
    .split('\n')
    .map((row, i) => (i === line - 1 ? row.slice(0, from) + fix + row.slice(to ?? row.length) : row))
    .join('\n');
}
