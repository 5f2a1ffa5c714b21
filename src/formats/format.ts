/** What every format of other people's text offers: to recognise itself, and to be read. */
import type { Problem, Result } from '../base/problem.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** What became of a line: all of it read, read but known better from elsewhere or only half understood, or passed over. */
export type LineStatus = 'used' | 'partly' | 'ignored';

export interface Imported {
  readonly scenario: Scenario;
  /** What could not be read, with its place; the rest was read all the same. */
  readonly problems: readonly Problem[];
  /** Nothing wrong, said for honesty: what was understood and left out. */
  readonly notes: readonly Problem[];
  /** One status per line of the text, in order. */
  readonly lines: readonly LineStatus[];
}

export interface Importer {
  readonly id: string;
  /** Does this text look like mine? Cheap: a regular expression or two. */
  readonly sniff: (text: string) => boolean;
  /** `undefined`: not mine. A problem: mine, but nothing could be made of it. */
  readonly parse: (text: string) => Result<Imported> | undefined;
}
