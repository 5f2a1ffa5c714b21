/** What no scenario's id can say: machine and story of a link as payloads. Loaded when a link has one, or needs one. */
import { say, type Problem } from '../../base/problem.ts';
import { asFunction, asPart, asScenario, type Stored } from '../stored.ts';
import { bounds } from './bounds.ts';
import { Reader, Writer } from './bytes.ts';
import type { Machine, Surroundings } from './link.ts';
import { named, type NameOf } from './pack-dump.ts';
import { readScenario, writeScenario, type Preset } from './pack-scenario.ts';
import { readStory, writeStory } from './pack-story.ts';
import { fromPayload, toPayload } from './payload.ts';
import { good } from './same.ts';

type Story = Omit<Stored, 'scenario' | 'cursor'>;

export async function packMachine(
  scenario: Stored['scenario'],
  preset: Preset | undefined,
  around: Surroundings,
): Promise<string> {
  const w = new Writer();
  writeScenario(w, scenario, preset, await namesFor(scenario.functions, around));
  return toPayload(w.done(), around);
}

export function packStory(story: Story, preset: Preset | undefined, around: Surroundings): Promise<string> {
  const w = new Writer();
  writeStory(w, story, preset);
  return toPayload(w.done(), around);
}

const nameless: NameOf = () => undefined;
const namesFor = async (
  functions: readonly unknown[] | undefined,
  { names }: Surroundings,
): Promise<NameOf> => (functions === undefined || functions.length === 0 ? nameless : names());

export async function unpackMachine(
  s: string,
  around: Surroundings,
  problems: Problem[],
): Promise<Machine | undefined> {
  const { presets } = around;
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

export async function unpackStory(
  o: string,
  preset: Preset | undefined,
  around: Surroundings,
  problems: Problem[],
): Promise<Story> {
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
