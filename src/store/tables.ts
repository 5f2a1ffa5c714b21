/** What the first picture does without, and whoever looks around it needs: the tables of capabilities. */
import { sessionStore } from './session-store.ts';

/** Loads them, and has everything described anew. */
export async function loadTables(): Promise<void> {
  await import('../pci/caps/all.ts');
  sessionStore.setState(({ generation }) => ({ generation: generation + 1 }));
}
