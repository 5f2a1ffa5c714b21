/** The link of what is open. */
import { findings, redacted } from '../../session/link/redact.ts';
import { writeLink } from '../../session/link/link.ts';
import type { Stored } from '../../session/stored.ts';
import { bookmarksOf } from '../bookmarks.ts';
import { present, sessionStore } from '../session-store.ts';
import { uiStore } from '../ui-store.ts';
import { wordsStore } from '../words.ts';
import { around } from './around.ts';
import { givenIn } from './given.ts';
import { selectionText, viewText } from './sights.ts';

export const wholes = ['scenario', 'moment', 'session'] as const;

export interface Choice {
  readonly what: (typeof wholes)[number];
  /** What a person did themselves, beyond the scenario's own story. */
  readonly accesses: boolean;
  readonly sights: boolean;
  readonly language: boolean;
  readonly redact: boolean;
}

/** The functions of what is open, as built. */
const built = () => sessionStore.getState().machine.board.parts;

/** What there is to share. */
export function offer(): {
  readonly own: number;
  readonly branches: number;
  readonly findings: ReturnType<typeof findings>;
} {
  const stored = present();
  return {
    own: stored.entries.length - givenIn(stored.scenario, stored.entries),
    branches: stored.branches.length,
    findings: findings(stored.scenario, built()),
  };
}

/** The session as chosen: what a link carries, and a file. */
export function chosen({ what, accesses, redact }: Choice): Stored {
  const stored = present();
  const scenario = redact ? redacted(stored.scenario, built()) : stored.scenario;
  if (what === 'session') return { ...stored, scenario };
  const entries = accesses
    ? stored.entries
    : stored.entries.slice(0, givenIn(stored.scenario, stored.entries));
  const marks = bookmarksOf(sessionStore.getState()).map((mark) => ({ ...mark, story: 1 }));
  const bookmarks = marks.length > 0 ? { bookmarks: marks } : {};
  return { scenario, entries, branches: [], story: 1, cursor: stored.cursor, ...bookmarks };
}

/** The address of the page without what follows "#". */
export const address = (): string => location.href.replace(/#.*/, '');

/** The whole link. */
export async function linkOf(choice: Choice): Promise<string> {
  const { scenario, cursor, ...story } = chosen(choice);
  const { beat, beats } = sessionStore.getState();
  const isWhole = choice.what === 'scenario';
  const selection = choice.sights ? selectionText(uiStore.getState().selection) : undefined;
  const fragment = await writeLink(
    {
      scenario,
      ...(isWhole ? {} : { story, moment: { row: cursor, ...(beat < beats.length ? { beat } : {}) } }),
      ...(selection === undefined ? {} : { selection }),
      ...(choice.sights ? { view: viewText() } : {}),
      ...(choice.language ? { language: wordsStore.getState().language } : {}),
    },
    around,
  );
  return `${address()}#${fragment}`;
}
