/** A session as a link, and back. What a link brings may be anything: what can be opened is, what cannot is listed. */
import { say, type Problem } from '../../base/problem.ts';
import { asFunction, asPart, asScenario, type Stored } from '../stored.ts';
import { Reader, Writer } from './bytes.ts';
import { readFields, version, writeFields } from './fields.ts';
import { named, type NameOf } from './pack-dump.ts';
import { isPreset, readScenario, writeScenario, type Preset } from './pack-scenario.ts';
import { readStory, writeStory } from './pack-story.ts';
import { fromPayload, isPayload, mostBytes, mostCharacters, toPayload, type Deflate } from './payload.ts';
import { good, presetOf, same } from './same.ts';

export type { Preset } from './pack-scenario.ts';

/** What the rooms right of here know. */
export interface Surroundings extends Deflate {
  readonly presets: readonly Preset[];
  /** The list of ids, for a dump: names that are in it are not written. */
  readonly names: () => Promise<NameOf>;
}

/** Bounds, checked before anything is allocated. A link's texts are flat: there is nothing to nest. */
export const bounds = { commands: 100_000, parts: 70_000, bytes: mostBytes } as const;

/** Where one looks: texts that the screen made and understands. */
export interface Sights {
  readonly selection?: string;
  readonly view?: string;
  readonly language?: string;
}

export interface Moment {
  readonly row: number;
  /** Missing: the state after the row. */
  readonly beat?: number;
}

export interface Shared extends Sights {
  readonly scenario: Stored['scenario'];
  /** Missing: as the preset tells it, or nothing. */
  readonly story?: Omit<Stored, 'scenario' | 'cursor'>;
  readonly moment?: Moment;
}

/** The link, without "#". */
export async function writeLink(shared: Shared, around: Surroundings): Promise<string> {
  const { scenario, story, moment } = shared;
  const preset = presetOf(scenario, around.presets);
  const s = new Writer();
  const isPlain = preset !== undefined && isPreset(scenario, preset);
  if (!isPlain) writeScenario(s, scenario, preset, await namesFor(scenario.functions, around));
  const o = new Writer();
  const untold = { entries: isPlain ? preset.entries : [], branches: [], story: 1 };
  const isTold = story !== undefined && !same(story, untold);
  if (isTold) writeStory(o, story, preset);
  return writeFields({
    v: String(version),
    ...(moment ? { t: momentText(moment) } : {}),
    ...(shared.selection === undefined ? {} : { sel: shared.selection }),
    ...(shared.view === undefined ? {} : { view: shared.view }),
    ...(shared.language === undefined ? {} : { lang: shared.language }),
    s: isPlain ? preset.id : await toPayload(s.done(), around),
    ...(isTold ? { o: await toPayload(o.done(), around) } : {}),
  });
}

const momentText = ({ row, beat }: Moment): string =>
  beat === undefined ? String(row) : `${String(row)}.${String(beat)}`;

const nameless: NameOf = () => undefined;
const namesFor = async (
  functions: readonly unknown[] | undefined,
  { names }: Surroundings,
): Promise<NameOf> => (functions === undefined || functions.length === 0 ? nameless : names());

/** What a link brought. */
export interface Read extends Sights {
  /** Missing: there is no machine in it, or none that could be read. */
  readonly stored?: Stored;
  /** Beat of the row that `stored.cursor` is after. */
  readonly beat?: number;
  readonly problems: readonly Problem[];
}

/** Where a link without a moment stands: at the end, wherever that is. */
const theEnd = 0xffff_ffff;

export async function readLink(fragment: string, around: Surroundings): Promise<Read> {
  const { length } = fragment;
  if (length > 2 * mostCharacters)
    return { problems: [{ message: say('link.too-long', { characters: length }) }] };
  const { fields, problems: odd } = readFields(fragment);
  const problems: Problem[] = [...odd];
  const machine = await readMachine(fields.get('s'), around, problems);
  const moment = readMoment(fields.get('t'), problems);
  const [selection, view, language] = ['sel', 'view', 'lang'].map((key) => fields.get(key)?.slice(0, 200));
  const sights: Sights = {
    ...(selection === undefined ? {} : { selection }),
    ...(view === undefined ? {} : { view }),
    ...(language === undefined ? {} : { language }),
  };
  if (!machine) return { ...sights, problems };
  const { scenario, preset } = machine;
  const untold = {
    story: 1,
    entries: preset && isPreset(scenario, preset) ? preset.entries : [],
    branches: [],
  };
  const o = fields.get('o');
  const told = o === undefined ? untold : await readTold(o, preset, around, problems);
  const paused = o === undefined && preset && untold.entries === preset.entries ? preset.cursor : theEnd;
  const stored = { scenario, ...told, cursor: moment?.row ?? paused };
  return {
    ...sights,
    stored: turnedTo(stored, fields.get('b'), problems),
    ...(moment?.beat === undefined ? {} : { beat: moment.beat }),
    problems,
  };
}

function readMoment(given: string | undefined, problems: Problem[]): Moment | undefined {
  if (given === undefined) return undefined;
  const [, row, beat] = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(given) ?? [];
  if (row === undefined) {
    problems.push({ message: say('link.bad-field', { field: 't', given: given.slice(0, 40) }) });
    return undefined;
  }
  return { row: Number(row), ...(beat === undefined ? {} : { beat: Number(beat) }) };
}

interface Machine {
  readonly scenario: Stored['scenario'];
  readonly preset: Preset | undefined;
}

async function readMachine(
  s: string | undefined,
  around: Surroundings,
  problems: Problem[],
): Promise<Machine | undefined> {
  if (s === undefined) return undefined;
  const { presets } = around;
  if (!isPayload(s)) {
    const preset = presets.find(({ id }) => id === s);
    if (!preset) problems.push({ message: say('link.unknown-preset', { id: s.slice(0, 40) }) });
    return preset && { scenario: preset.scenario, preset };
  }
  const r = await opened(s, 'machine', around, problems);
  const raw = r && readScenario(r, presets, bounds);
  if (raw?.unknown !== undefined)
    problems.push({ message: say('link.unknown-preset', { id: raw.unknown.slice(0, 40) }) });
  const parts = good(raw?.scenario.parts ?? [], asPart);
  const nameOf = await namesFor(
    raw?.functions?.filter((f) => f.before !== undefined),
    around,
  );
  const functions =
    raw?.functions &&
    good(
      raw.functions.map((f) => named(f, nameOf)),
      asFunction,
    );
  const scenario =
    raw?.unknown === undefined && raw
      ? asScenario({ ...raw.scenario, parts, ...(functions ? { functions } : {}) })
      : undefined;
  if (!raw || !scenario) {
    if (raw?.unknown === undefined) problems.push({ message: say('link.no-machine', {}) });
    return undefined;
  }
  const { length } = raw.scenario.parts;
  const bad = length - parts.length + (raw.functions?.length ?? 0) - (functions?.length ?? 0);
  if (bad > 0) problems.push({ message: say('link.bad-parts', { count: bad }) });
  if (raw.changed && raw.preset)
    problems.push({ message: say('link.preset-changed', { id: raw.preset.id }) });
  return { scenario, preset: raw.preset };
}

async function opened(
  payload: string,
  part: 'machine' | 'story',
  around: Surroundings,
  problems: Problem[],
): Promise<Reader | undefined> {
  const { bytes, trouble } = await fromPayload(payload, around);
  if (trouble) problems.push({ message: say(`link.${trouble}`, { part }) });
  return bytes.length === 0 ? undefined : new Reader(bytes);
}

async function readTold(
  o: string,
  preset: Preset | undefined,
  around: Surroundings,
  problems: Problem[],
): Promise<Omit<Stored, 'scenario' | 'cursor'>> {
  const before = problems.length;
  const r = await opened(o, 'story', around, problems);
  if (!r) {
    if (problems.length === before) problems.push({ message: say('link.damaged', { part: 'story' }) });
    return { story: 1, entries: [], branches: [] };
  }
  const { story, bad, changed, newer } = readStory(r, preset, bounds.commands);
  if (r.isBroken() && problems.length === before)
    problems.push({ message: say('link.damaged', { part: 'story' }) });
  if (bad > 0) problems.push({ message: say('link.bad-entries', { count: bad }) });
  if (changed && preset) problems.push({ message: say('link.preset-changed', { id: preset.id }) });
  if (newer) problems.push({ message: say('link.newer-story', {}) });
  return story;
}

/** The session with another of its branches in front. */
function turnedTo(stored: Stored, b: string | undefined, problems: Problem[]): Stored {
  if (b === undefined || b === String(stored.story)) return stored;
  const branch = stored.branches.find(({ id }) => String(id) === b);
  if (!branch) {
    problems.push({ message: say('link.bad-field', { field: 'b', given: b.slice(0, 40) }) });
    return stored;
  }
  const left = { id: stored.story, fork: branch.fork, entries: stored.entries };
  return {
    ...stored,
    entries: branch.entries,
    story: branch.id,
    branches: stored.branches.map((each) => (each === branch ? left : each)),
  };
}
