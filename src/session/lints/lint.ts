/** What a lint says: something that the machine allows and that an engineer would point out. */
import type { Message } from '../../base/problem.ts';

export type Severity = 'warning' | 'info';

/** What it is about: a register of a function, a range of addresses, a row of the trace. */
export interface Where {
  readonly fn?: number;
  /** Byte offset of the register in config space. */
  readonly offset?: number;
  readonly bytes?: number;
  readonly space?: 'io' | 'memory';
  readonly from?: number;
  /** Last address, included. */
  readonly to?: number;
  readonly row?: number;
}

/** A console line that mends it. */
export interface Fix {
  /** What the line does. */
  readonly say: Message;
  readonly line: string;
  /** The row before which it belongs: what is done cannot be mended afterwards. */
  readonly before?: number;
}

export interface Lint {
  readonly id: LintId;
  readonly severity: Severity;
  readonly where: Where;
  readonly what: Message;
  readonly why: Message;
  /** Looks for a way out while the machine stands where the lint was found; undefined when there is none. */
  fix(): Fix | undefined;
}

/** How many of one lint are told: nobody reads more, and a full board can have one for each of its functions. */
export const most = 100;

export const lintIds = [
  'bar-overlap',
  'bar-in-window',
  'bar-in-ram',
  'windows-overlap',
  'bar-outside',
  'window-outside',
  'bar-at-zero',
  'bus-order',
  'bus-outside',
  'bus-overlap',
  'message-not-master',
  'master-below',
  'capability-list',
  'all-ones',
  'bar-last-wide',
  'row-sizing',
  'row-narrow',
  'row-unclaimed',
  'row-unaligned',
] as const;
export type LintId = (typeof lintIds)[number];

export const noFix = (): undefined => undefined;
