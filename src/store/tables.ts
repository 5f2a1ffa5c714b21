/** What the first picture does without, and whoever looks around it needs: the tables of capabilities. */
import { whenMissing } from '../pci/caps/index.ts';
import { near } from './near.ts';
import { sessionStore } from './session-store.ts';

let loading: Promise<void> | undefined;

/** Loads them, and has everything described anew. */
const load = (): Promise<void> =>
  (loading ??= import('../pci/caps/all.ts').then(() =>
    sessionStore.setState(({ generation }) => ({ generation: generation + 1 })),
  ));

/** Loads them when somebody is near, or when a capability is shown. */
export function loadTables(): void {
  void near.then(load);
  whenMissing(() => void load());
}
