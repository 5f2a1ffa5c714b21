/** Opening a link: what it brings takes the page over, and what was there before is kept until somebody lets go of it. */
import { say, type Problem } from '../../base/problem.ts';
import { firstVisit } from '../../content/scenarios/first-visit.ts';
import { leftover } from '../../session/link/fields.ts';
import { readLink, type Read } from '../../session/link/link.ts';
import { same } from '../../session/link/same.ts';
import type { Stored } from '../../session/stored.ts';
import { write } from '../../session/write-stored.ts';
import { clearConsole } from '../console-store.ts';
import { forget, recall, remember } from '../persist.ts';
import { open, present, seek, sessionStore, start, type Connect } from '../session-store.ts';
import { select, uiStore } from '../ui-store.ts';
import { languageOf, speakIn } from '../words.ts';
import { around } from './around.ts';
import { look } from './sights.ts';

const key = 'session.before';

/** Puts a session away, unless it is the one that comes. */
function keep(before: Stored | undefined, coming: Stored): void {
  if (before === undefined || before.entries.length === 0) return;
  const { cursor: was, told, ...old } = before;
  const { cursor: will, ...next } = coming;
  void [was, told, will];
  const plain = { scenario: firstVisit.scenario, entries: firstVisit.entries, branches: [], story: 1 };
  if (!same(old, next) && !same(old, plain)) remember(key, write(before));
}

const isKept = (): boolean => recall(key) !== undefined;

/** Says what somebody should know, if there is anything. */
function tell(opened: boolean, problems: readonly Problem[]): void {
  const linked = { opened, problems, isKept: isKept() };
  uiStore.setState({ linked: problems.length > 0 || linked.isKept ? linked : undefined });
}

/** Shows what was read. */
async function show(read: Read, opening: (stored: Stored) => Promise<void>): Promise<readonly Problem[]> {
  const { stored, beat, language } = read;
  if (!stored) return [...read.problems, ...look(read)];
  clearConsole();
  select({});
  await opening(stored);
  const problems = [...read.problems];
  const { head } = sessionStore.getState();
  if (stored.cursor > head && stored.cursor !== 0xffff_ffff)
    problems.push({ message: say('link.past-end', { row: stored.cursor, head }) });
  if (beat !== undefined) seek(stored.cursor, beat);
  problems.push(...look(read));
  if (language !== undefined && languageOf([language]) === language) await speakIn(languageOf([language]));
  else if (language !== undefined)
    problems.push({ message: say('link.bad-field', { field: 'lang', given: language.slice(0, 40) }) });
  return problems;
}

/** The address no longer says what the page shows: what it shows goes on from here. */
function consume(): void {
  const rest = leftover(location.hash);
  history.replaceState(
    history.state,
    '',
    `${location.pathname}${location.search}${rest === '' ? '' : `#v=1&${rest}`}`,
  );
}

async function arriveBy(read: Read, before: Stored | undefined, opening: (stored: Stored) => Promise<void>) {
  if (read.stored) keep(before, read.stored);
  const problems = await show(read, opening);
  tell(read.stored !== undefined, problems);
}

/** What was read of a link or a file takes the page over. */
export const arrive = (read: Read): Promise<void> => arriveBy(read, present(), open);

/** Opens the link in the address of a page that runs. */
export async function openAddress(): Promise<void> {
  const read = await readLink(location.hash, around);
  consume();
  await arrive(read);
}

/** Starts a page whose address is a link. `last`: what it was on the last visit; without a machine in the link it is that again. */
export async function startByLink(connect: Connect, last: Stored | undefined): Promise<void> {
  const fragment = location.hash;
  const read = await readLink(fragment, around);
  consume();
  if (read.stored) {
    await arriveBy(read, last, (stored) => start(connect, stored));
    return;
  }
  await start(connect, last ?? firstVisit);
  const problems = [...read.problems, ...look(read)];
  tell(false, problems);
}

/** A page that was left while a session was put away says so again. */
export function remind(): void {
  tell(true, []);
}

/** Back to what was open before the link; what is open now is put away in its place. */
export async function goBack(): Promise<void> {
  const { read } = await import('../../session/stored.ts');
  const before = read(recall(key) ?? '');
  if (!before) return;
  const now = present();
  clearConsole();
  select({});
  await open(before);
  remember(key, write(now));
  tell(true, []);
}

/** Closes the notice, and lets go of what was put away. */
export function letGo(): void {
  forget(key);
  uiStore.setState({ linked: undefined });
}
