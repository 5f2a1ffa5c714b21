/** The machines that the scenario menu offers. */
import { scenarios } from '../content/scenarios/index.ts';
import { open } from '../store/session-store.ts';
import type { MenuEntry } from '../views/parts/Menu.tsx';

const entries: readonly MenuEntry[] = scenarios.map((opening) => ({
  id: `scenario.${opening.id}`,
  title: opening.scenario.title,
  run: () => void open(opening),
}));

export const scenarioEntries = (): readonly MenuEntry[] => entries;
