/** A session as a link, and back. What a link brings may be anything: what can be opened is, what cannot is listed. */
import { say, type Problem } from '../../base/problem.ts';
import type { Stored } from '../stored.ts';
import { bounds } from './bounds.ts';
import { isPayload, readFields, version, writeFields } from './fields.ts';
import type { NameOf } from './pack-dump.ts';
import type { Preset } from './pack-scenario.ts';
import type { Deflate } from './payload.ts';
import { isPreset, presetOf, same } from './same.ts';

export type { Preset } from './pack-scenario.ts';

/** What the rooms right of here know. */
export interface Surroundings extends Deflate {
  readonly presets: readonly Preset[];
  /** The list of ids, for a dump: names that are in it are not written. */
  readonly names: () => Promise<NameOf>;
}

/** Most links name a scenario and a moment of its own story: they need no payloads. */
const packed = () => import('./packed.ts');

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
  const isPlain = preset !== undefined && isPreset(scenario, preset);
  const untold = { entries: isPlain ? preset.entries : [], branches: [], story: 1 };
  const isTold = story !== undefined && !same(story, untold);
  return writeFields({
    v: String(version),
    ...(moment ? { t: momentText(moment) } : {}),
    ...(shared.selection === undefined ? {} : { sel: shared.selection }),
    ...(shared.view === undefined ? {} : { view: shared.view }),
    ...(shared.language === undefined ? {} : { lang: shared.language }),
    s: isPlain ? preset.id : await (await packed()).packMachine(scenario, preset, around),
    ...(isTold ? { o: await (await packed()).packStory(story, preset, around) } : {}),
  });
}

const momentText = ({ row, beat }: Moment): string =>
  beat === undefined ? String(row) : `${String(row)}.${String(beat)}`;

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
  if (length > 2 * bounds.characters)
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
  const told = o === undefined ? untold : await (await packed()).unpackStory(o, preset, around, problems);
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

/** The machine of a link, and the preset that it was made from. */
export interface Machine {
  readonly scenario: Stored['scenario'];
  readonly preset: Preset | undefined;
}

async function readMachine(
  s: string | undefined,
  around: Surroundings,
  problems: Problem[],
): Promise<Machine | undefined> {
  if (s === undefined) return undefined;
  if (isPayload(s)) return (await packed()).unpackMachine(s, around, problems);
  const preset = around.presets.find(({ id }) => id === s);
  if (!preset) problems.push({ message: say('link.unknown-preset', { id: s.slice(0, 40) }) });
  return preset && { scenario: preset.scenario, preset };
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
