/** A session as text that outlives the page. What comes back is untrusted: every part is checked, and bounded. */
import * as v from 'valibot';
import { longestScript, type Entry } from './command.ts';
import type { Scenario } from '../scenario/scenario.ts';

const word = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));
const address = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const port = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff));
const narrow = v.picklist([1, 2, 4] as const);
const wide = v.picklist([1, 2, 4, 8] as const);
const text = v.pipe(v.string(), v.maxLength(2000));

const command = v.variant('do', [
  v.object({ do: v.literal('in'), port, bytes: narrow }),
  v.object({ do: v.literal('out'), port, bytes: narrow, value: word }),
  v.object({ do: v.literal('load'), address, bytes: wide }),
  v.object({ do: v.literal('store'), address, bytes: wide, value: word, high: v.exactOptional(word) }),
  v.object({
    do: v.literal('config'),
    bdf: port,
    offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xff)),
    bytes: narrow,
    value: v.exactOptional(word),
    mask: v.exactOptional(word),
  }),
  v.object({ do: v.literal('reset') }),
  v.object({
    do: v.literal('start'),
    program: text,
    target: v.exactOptional(port),
    text: v.exactOptional(v.pipe(v.string(), v.maxLength(longestScript))),
  }),
  v.object({ do: v.literal('step'), count: word }),
  v.object({ do: v.literal('clock'), ns: address }),
  v.object({ do: v.literal('plug'), part: text }),
  v.object({ do: v.literal('unplug'), part: text }),
  v.object({ do: v.literal('error'), part: text, error: text, advisory: v.exactOptional(v.literal(true)) }),
]);

const entry = v.object({
  text,
  commands: v.pipe(v.array(command), v.maxLength(100_000)),
  phase: v.exactOptional(text),
});

const part = v.object({
  model: text,
  id: v.exactOptional(text),
  bus: v.exactOptional(text),
  addr: v.exactOptional(text),
  properties: v.exactOptional(v.record(text, text)),
  plugged: v.exactOptional(v.literal(false)),
  fill: v.exactOptional(v.literal(true)),
});

const dumped = v.object({
  domain: port,
  bdf: port,
  config: v.pipe(v.string(), v.maxLength(8192), v.regex(/^([0-9a-f]{2})*$/)),
  sizes: v.exactOptional(
    v.record(
      v.string(),
      v.pipe(
        address,
        v.check((n) => Number.isInteger(Math.log2(n))),
      ),
    ),
  ),
  name: v.exactOptional(text),
});

const byte = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xff));

const override = v.object({
  part: text,
  offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xfff)),
  reset: v.exactOptional(byte),
  mask: v.exactOptional(byte),
});

const scenario = v.object({
  title: text,
  machine: v.picklist(['pc', 'q35', 'dump'] as const),
  ram: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0x100_0000)),
  authentic: v.picklist(['qemu', 'spec'] as const),
  parts: v.pipe(v.array(part), v.maxLength(70_000)),
  functions: v.exactOptional(v.pipe(v.array(dumped), v.maxLength(70_000))),
  overrides: v.exactOptional(v.pipe(v.array(override), v.maxLength(70_000))),
});

const story = v.object({
  id: word,
  fork: word,
  entries: v.pipe(v.array(entry), v.maxLength(100_000)),
});

const bookmark = v.object({
  row: word,
  story: word,
  name: v.pipe(v.string(), v.maxLength(200)),
});

const stored = v.object({
  v: v.literal(1),
  scenario,
  entries: v.pipe(v.array(entry), v.maxLength(100_000)),
  branches: v.pipe(v.array(story), v.maxLength(10_000)),
  /** The story that was being told. */
  story: word,
  cursor: word,
  /** How the story came out (`toldBy`). */
  told: v.exactOptional(word),
  bookmarks: v.exactOptional(v.pipe(v.array(bookmark), v.maxLength(1000))),
  /** Names of stories that have one, by id. */
  names: v.exactOptional(
    v.record(v.pipe(v.string(), v.regex(/^\d{1,10}$/)), v.pipe(v.string(), v.maxLength(200))),
  ),
});

/** A branch as kept: where it leaves and what was done in it. Its rows come from doing it again. */
export interface StoredBranch {
  readonly id: number;
  readonly fork: number;
  readonly entries: readonly Entry[];
}

/** A moment that a person wants to find again: the state after row `row` of a story. */
export interface Bookmark {
  readonly row: number;
  readonly story: number;
  readonly name: string;
}

/** Names that a person gave to stories, by id. */
export type StoryNames = Readonly<Record<string, string>>;

export interface Stored {
  readonly scenario: Scenario;
  readonly entries: readonly Entry[];
  readonly branches: readonly StoredBranch[];
  readonly story: number;
  readonly cursor: number;
  readonly bookmarks?: readonly Bookmark[];
  readonly names?: StoryNames;
  /** How the story came out when it was kept; missing when nobody looked. */
  readonly told?: number;
}

/** What was stored, or undefined when it is not that (any more). */
export function read(json: string): Stored | undefined {
  try {
    const result = v.safeParse(stored, JSON.parse(json));
    return result.success ? once(result.output) : undefined;
  } catch {
    return undefined;
  }
}

/** Branches tell over again what the story told until they left it: equal entries become one. */
function once(session: Stored): Stored {
  const { entries, branches } = session;
  if (branches.length === 0) return session;
  const known = new Map<string, Entry>();
  const only = (given: Entry): Entry => {
    const text = JSON.stringify(given);
    const there = known.get(text);
    if (!there) known.set(text, given);
    return there ?? given;
  };
  return {
    ...session,
    entries: entries.map(only),
    branches: branches.map((branch) => ({ ...branch, entries: branch.entries.map(only) })),
  };
}

/** Checks one piece of a session alone: what a link brings is taken piece by piece. */
const checker =
  <S extends v.GenericSchema>(schema: S) =>
  (given: unknown): v.InferOutput<S> | undefined => {
    const result = v.safeParse(schema, given);
    return result.success ? result.output : undefined;
  };

export const asEntry = checker(entry);
export const asBranch = checker(story);
export const asPart = checker(part);
export const asFunction = checker(dumped);
export const asScenario = checker(scenario);
export const asBookmarks = checker(stored.entries.bookmarks);
export const asNames = checker(stored.entries.names);
