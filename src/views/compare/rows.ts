/** What the filter leaves of a comparison. No DOM, no words. */
import type { FieldDifference, FunctionDifference } from '../../session/compare.ts';

export interface Row {
  readonly of: FunctionDifference;
  /** The same for the same function, whatever else is listed. */
  readonly key: string;
  readonly fields: readonly FieldDifference[];
  /** Fields that the filter leaves out. */
  readonly hidden: number;
}

/** Functions with something to tell. `all`: status and link too. */
export function rowsOf(differences: readonly FunctionDifference[], all: boolean): Row[] {
  return differences.flatMap((of) => {
    const fields = all ? of.fields : of.fields.filter(({ passing }) => !passing);
    if (of.kind === 'same') return [];
    if (of.kind === 'changed' && fields.length === 0 && of.places.length === 0) return [];
    const key = `${String(of.left)}.${String(of.right)}`;
    return [{ of, key, fields, hidden: of.fields.length - fields.length }];
  });
}

/** How many fields the filter leaves out, in all functions. */
export const hiddenIn = (differences: readonly FunctionDifference[]): number =>
  differences.reduce((sum, { fields }) => sum + fields.filter(({ passing }) => passing).length, 0);
