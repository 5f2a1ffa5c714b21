/** The console's language: every verb that there is. */
import type { Result } from '../../base/problem.ts';
import { findIn, readWith } from './read.ts';
import type { Action, Context, Verb } from './verb.ts';
import { verbs } from './verbs.ts';

export const findVerb = (name: string): Verb | undefined => findIn(verbs, name);

/** Reads a line of the console. */
export const readLine = (line: string, context: Context): Result<readonly Action[]> =>
  readWith(verbs, line, context);
