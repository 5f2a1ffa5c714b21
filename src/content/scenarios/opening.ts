/** Something to open: a machine, what was done to it, and where in that story to stand. */
import type { Entry } from '../../session/command.ts';
import type { Scenario } from '../../scenario/scenario.ts';

export interface Opening {
  /** Stable: links name it. */
  readonly id: string;
  readonly scenario: Scenario;
  readonly entries: readonly Entry[];
  /** Row to stand after. */
  readonly cursor: number;
}
