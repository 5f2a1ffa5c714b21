/** What is listed for what was typed: groups of the best, over everything or over what the sign in front asks for. */
import type { Devices } from './devices.ts';
import { kinds, parse, type Entry, type Kind } from './entries.ts';
import { rank, type Hit, type Ranked } from './rank.ts';

/** Everything that can be found, by kind. */
export interface Sources {
  readonly lists: Readonly<Record<Exclude<Kind, 'device'>, readonly Entry[]>>;
  readonly devices: Devices;
  /** The step that a number names. */
  readonly stepOf: (text: string) => Entry | undefined;
  /** Ids of commands, the last used first. */
  readonly recent: readonly string[];
}

export interface Group {
  readonly kind: Kind | 'recent';
  readonly hits: readonly Hit[];
  /** How many stand in the groups before it. */
  readonly first: number;
}

export interface Found {
  readonly groups: readonly Group[];
  readonly shown: number;
  readonly total: number;
}

/** So many are listed at most; of commands all, so that what cannot run is not hidden. */
const most = 50;
/** The list shows no more without scrolling. */
const inSight = 16;
/** Of each kind when all are asked for. */
const few: Readonly<Record<Kind, number>> = {
  command: 8,
  machine: 3,
  device: 6,
  register: 6,
  step: 3,
  help: 4,
};

function ranked(kind: Kind, text: string, sources: Sources, limit: number): Ranked {
  if (kind === 'device') {
    const { entries, total } = sources.devices.candidates(text);
    const best = rank(text, entries, limit);
    return { hits: best.hits, total: best.total < entries.length ? best.total : total };
  }
  const list = sources.lists[kind];
  const used = (entry: Entry): number => (sources.recent.includes(entry.id) ? 0.1 : 0);
  const best = rank(text, list, limit, used);
  const step = kind === 'step' ? sources.stepOf(text) : undefined;
  if (step === undefined) return best;
  const hit = {
    entry: step,
    score: 1,
    title: [{ text: step.title, hit: true }],
    note: [{ text: step.note ?? '', hit: false }],
  };
  return { hits: [hit, ...best.hits].slice(0, limit), total: best.total + 1 };
}

function found(groups: readonly Omit<Group, 'first'>[], total: number): Found {
  const there: Group[] = [];
  let shown = 0;
  for (const { kind, hits } of groups) {
    if (hits.length > 0) there.push({ kind, hits, first: shown });
    shown += hits.length;
  }
  return { groups: there, shown, total };
}

/** Commands as they stand, those used last in front of them. */
function commandsOf({ lists, recent }: Sources): Found {
  const used = recent.flatMap((id) => lists.command.filter((entry) => entry.id === id));
  const rest = lists.command.filter((entry) => !used.includes(entry));
  return found(
    [
      { kind: 'recent', hits: rank('', used, most).hits },
      { kind: 'command', hits: rank('', rest, rest.length).hits },
    ],
    lists.command.length,
  );
}

/** Those that are in sight. */
export const beginning = (groups: readonly Group[]): readonly Group[] =>
  groups
    .filter(({ first }) => first < inSight)
    .map((group) => ({ ...group, hits: group.hits.slice(0, inSight - group.first) }));

export function search(typed: string, sources: Sources): Found {
  const { kind, text } = parse(typed);
  if (text === '' && (kind === undefined || kind === 'command')) return commandsOf(sources);
  if (kind !== undefined) {
    const limit = kind === 'command' ? sources.lists.command.length : most;
    const { hits, total } = ranked(kind, text, sources, limit);
    return found([{ kind, hits }], total);
  }
  const all = kinds.map((each) => ({ kind: each, ...ranked(each, text, sources, few[each]) }));
  // who types a command's name wants it done, not explained
  const best = ({ kind: of, hits }: Ranked & { kind: Kind }): number =>
    (hits[0]?.score ?? 0) - (of === 'help' ? 0.1 : 0);
  return found(
    all.toSorted((a, b) => best(b) - best(a)),
    all.reduce((n, { total }) => n + total, 0),
  );
}
