/** Branches by name; one that is taken away can come back while the page is there. */
import type { Branch } from '../session/session.ts';
import { compareNext } from './compare-store.ts';
import { sessionStore } from './session-store.ts';
import { tellRemoved } from './timeline-store.ts';
import { offerComparison } from './ui-store.ts';

const { getState: told, setState: set } = sessionStore;

/** Gives a story a name; an empty one takes it away. */
export function nameStory(id: number, name: string): void {
  const { [String(id)]: _, ...others } = told().names;
  const given = name.trim().slice(0, 200);
  set({ names: given === '' ? others : { ...others, [String(id)]: given } });
}

export function dropBranch(branch: Branch): void {
  const { machine, names } = told();
  set(({ branches, dropped }) => ({
    branches: branches.filter((b) => b !== branch),
    dropped: [...dropped, branch],
  }));
  tellRemoved({
    what: 'branch',
    name: names[String(branch.id)] ?? String(branch.id),
    restore: () => {
      if (told().machine !== machine) return;
      set(({ branches, dropped }) => ({
        branches: [...branches, branch].toSorted((a, b) => a.id - b.id),
        dropped: dropped.filter((b) => b !== branch),
      }));
    },
  });
}

/** Opens the comparison of a branch's end with the end of the story being told. */
export function compareBranch({ id }: Branch): void {
  compareNext(`branch:${id}`, `row:${told().head}`);
  offerComparison([]);
}
