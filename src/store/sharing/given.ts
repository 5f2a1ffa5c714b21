/** What a scenario brings along, and what a person did beyond it. */
import { scenarios } from '../../content/scenarios/index.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Entry } from '../../session/command.ts';
import { presetOf, sameUntil } from '../../session/link/same.ts';

/** How many entries the scenario's own story has at the beginning of these. */
export const givenIn = (scenario: Scenario, entries: readonly Entry[]): number =>
  sameUntil(entries, presetOf(scenario, scenarios)?.entries ?? []);
