/** A session as a file of its own, `.cf8.json`, and back: as forgiving as a link. */
import { say, type Problem } from '../../base/problem.ts';
import {
  asBookmarks,
  asBranch,
  asEntry,
  asFunction,
  asNames,
  asPart,
  asScenario,
  type Stored,
} from '../stored.ts';
import { write } from '../write-stored.ts';
import { bounds } from './bounds.ts';
import type { Read } from './link.ts';
import { parsed } from './pack-command.ts';
import { good } from './same.ts';

export const writeFile = (stored: Stored): string => `${write(stored)}\n`;

/** Whether a text is meant as one. */
export const isFile = (text: string): boolean => /^\s*\{\s*"v"\s*:\s*\d/.test(text);

/** Brackets that are open at once, at most. */
function depthOf(json: string): number {
  let [depth, most] = [0, 0];
  let isText = false;
  for (let i = 0; i < json.length; i++) {
    const letter = json.charAt(i);
    if (letter === '\\') i++;
    else if (letter === '"') isText = !isText;
    else if (!isText && (letter === '{' || letter === '[')) most = Math.max(most, ++depth);
    else if (!isText && (letter === '}' || letter === ']')) depth--;
  }
  return most;
}

/** As deep as a session is, and some more for what is to come. */
const mostDepth = 20;

type Bag = Readonly<Record<string, unknown>>;
const isBag = (x: unknown): x is Bag => typeof x === 'object' && x !== null && !Array.isArray(x);
const listOf = (x: unknown): readonly unknown[] => (Array.isArray(x) ? x : []);

/** What can be read of it. Never fails. */
export function readFile(text: string): Read {
  const none = (part: 'link.no-machine' | 'link.too-large'): Read => ({
    problems: [{ message: part === 'link.no-machine' ? say(part, {}) : say(part, { part: 'machine' }) }],
  });
  if (text.length > bounds.bytes || depthOf(text) > mostDepth) return none('link.too-large');
  const given = parsed(text);
  if (!isBag(given) || !isBag(given['scenario'])) return none('link.no-machine');
  const problems: Problem[] = [];
  const version = Number(given['v']);
  if (version > 1) problems.push({ message: say('link.newer', { version }) });
  const count = (id: 'link.bad-parts' | 'link.bad-entries', before: number, after: number): void => {
    if (after < before) problems.push({ message: say(id, { count: before - after }) });
  };
  const { parts: someParts, functions: someFunctions, ...rest } = given['scenario'];
  const parts = good(listOf(someParts), asPart);
  const functions = someFunctions === undefined ? undefined : good(listOf(someFunctions), asFunction);
  const scenario = asScenario({ ...rest, parts, ...(functions ? { functions } : {}) });
  if (!scenario) return none('link.no-machine');
  const said = listOf(someParts).length + listOf(someFunctions).length;
  count('link.bad-parts', said, parts.length + (functions?.length ?? 0));
  const entries = good(listOf(given['entries']).slice(0, bounds.commands), asEntry);
  count('link.bad-entries', listOf(given['entries']).length, entries.length);
  const branches = good(listOf(given['branches']).slice(0, 100), asBranch);
  count('link.bad-entries', listOf(given['branches']).length, branches.length);
  const [bookmarks, names] = [asBookmarks(given['bookmarks']), asNames(given['names'])];
  return {
    stored: {
      scenario,
      entries,
      branches,
      story: wordOf(given['story'], 1),
      cursor: wordOf(given['cursor'], 0xffff_ffff),
      ...(bookmarks ? { bookmarks } : {}),
      ...(names ? { names } : {}),
    },
    problems,
  };
}

const wordOf = (x: unknown, otherwise: number): number =>
  typeof x === 'number' && Number.isInteger(x) && x >= 0 && x <= 0xffff_ffff ? x : otherwise;
