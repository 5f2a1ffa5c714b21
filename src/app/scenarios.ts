/** The machines that the scenario menu offers. */
import { scenarios } from '../content/scenarios/index.ts';
import { open } from '../store/session-store.ts';
import type { Translate } from '../store/words.ts';
import type { MenuEntry } from '../views/parts/Menu.tsx';

export const scenarioEntries = (t: Translate): readonly MenuEntry[] =>
  scenarios.map((opening) => ({
    id: `scenario.${opening.id}`,
    title: t('name.scenario', opening.scenario),
    run: () => void open(opening),
  }));
