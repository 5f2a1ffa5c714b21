/** What a person can open, in the order of the menu. */
import type { Entry } from '../../session/command.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { firstVisit } from './first-visit.ts';

export interface Opening {
  readonly id: string;
  readonly scenario: Scenario;
  readonly entries: readonly Entry[];
  /** Row to stand after. */
  readonly cursor: number;
}

export const scenarios: readonly Opening[] = [firstVisit];
