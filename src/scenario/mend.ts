/** A way out of what a board said of a part: the same machine with one thing changed, tried before it is offered. */
import { say, type Message, type Problem } from '../base/problem.ts';
import type { Model } from '../models/model.ts';
import { build, type Built } from './build.ts';
import type { PartSpec, Scenario } from './scenario.ts';

/** What is changed, and the machine that comes of it. */
export interface Mend {
  readonly say: Message;
  /** The part as it is then; undefined when it is left out, or when it is not about a part. */
  readonly part: PartSpec | undefined;
  readonly scenario: Scenario;
}

/** Boards that are built to find one. */
const mostTries = 24;
/** Buses that are tried, the outermost first. */
const mostBuses = 8;

const withoutProperty = (part: PartSpec, name: string): PartSpec => {
  const { [name]: gone, ...properties } = part.properties ?? {};
  return gone === undefined ? part : { ...part, properties };
};

const without = (part: PartSpec, key: 'addr' | 'bus'): PartSpec => {
  const { [key]: gone, ...rest } = part;
  return gone === undefined ? part : rest;
};

/** Something that can be tried: another part in the place of this one, or another list. */
type Try = Omit<Mend, 'scenario'> & { readonly parts: readonly PartSpec[] };

/** The first change after which the board says less, and no longer this. */
export function mendOf(scenario: Scenario, models: readonly Model[], problem: Problem): Mend | undefined {
  const { message, place } = problem;
  if (isOverride(message)) return withoutOverride(scenario, message.with);
  const line = place?.line ?? -1;
  const part = scenario.parts[line];
  if (!part) return undefined;
  const before = build(scenario, models);
  let tries = 0;
  for (const { parts, ...mend } of triesFor(scenario, models, before, line, message)) {
    if (tries++ >= mostTries) return undefined;
    const next = { ...scenario, parts };
    if (build(next, models).problems.length < before.problems.length) return { ...mend, scenario: next };
  }
  return undefined;
}

function* triesFor(
  { parts }: Scenario,
  models: readonly Model[],
  { board, lines }: Built,
  line: number,
  message: Message,
): Generator<Try> {
  const part = parts[line];
  if (!part) return;
  const instead = (at: number, next: PartSpec, told: Message): Try => ({
    say: told,
    part: next,
    parts: parts.map((p, i) => (i === at ? next : p)),
  });
  const set = (name: string, value: string, at = line): Try => {
    const own = parts[at] ?? part;
    const next = { ...own, properties: { ...own.properties, [name]: value } };
    return instead(at, next, say('mend.property', { property: name, value }));
  };
  const drop = (name: string): Try =>
    instead(line, withoutProperty(part, name), say('mend.drop', { property: name }));
  const anySlot = instead(line, without(part, 'addr'), say('mend.slot', {}));
  const onBuses = function* (): Generator<Try> {
    for (const { name } of board.wires.slice(0, mostBuses))
      yield instead(line, { ...without(part, 'addr'), bus: name }, say('mend.bus', { bus: name }));
  };
  switch (message.id) {
    case 'problem.unknown': {
      const { what, given, nearest: known } = message.with;
      if (what === 'model' && known !== '')
        yield instead(line, { ...part, model: known }, say('mend.model', { model: known }));
      if (what === 'bus') {
        if (known !== '') yield instead(line, { ...part, bus: known }, say('mend.bus', { bus: known }));
        yield* onBuses();
      }
      if (what === 'property') {
        const value = part.properties?.[given] ?? '';
        const renamed = { ...withoutProperty(part, given) };
        if (known !== '')
          yield instead(
            line,
            { ...renamed, properties: { ...renamed.properties, [known]: value } },
            say('mend.property', { property: known, value }),
          );
        yield drop(given);
      }
      break;
    }
    case 'problem.expected': {
      const name = /^([\w.-]+)/.exec(message.with.expected)?.[1] ?? '';
      if (name === 'addr') yield anySlot;
      if (part.properties?.[name] !== undefined) yield drop(name);
      break;
    }
    case 'problem.conflict':
      for (const name of [message.with.other, message.with.one].map((text) => text.split('=')[0] ?? ''))
        if (part.properties?.[name] !== undefined) yield drop(name);
      break;
    case 'problem.no-mode':
      for (const name of ['disable-modern', 'disable-legacy'])
        if (part.properties?.[name] !== undefined) yield drop(name);
      break;
    case 'problem.power-of-two':
      yield set(message.with.property, nextPower(message.with.given));
      yield drop(message.with.property);
      break;
    case 'problem.required':
      yield set(message.with.property, valueFor(models, part, message.with.property));
      break;
    case 'problem.same-chassis-slot':
      for (let slot = 1; slot <= mostBuses; slot++) yield set('slot', String(slot));
      for (let chassis = 1; chassis <= mostBuses; chassis++) yield set('chassis', String(chassis));
      break;
    case 'problem.bus-number-taken':
      for (let number = 0xf0; number > 0x80; number -= 0x10) yield set('bus_nr', String(number));
      break;
    case 'problem.id-taken': {
      const { id } = message.with;
      for (let n = 2; n <= mostBuses; n++)
        yield instead(
          line,
          { ...part, id: `${id}-${String(n)}` },
          say('mend.id', { id: `${id}-${String(n)}` }),
        );
      break;
    }
    case 'problem.conventional-only':
      yield instead(line, { ...part, model: 'pxb-pcie' }, say('mend.model', { model: 'pxb-pcie' }));
      break;
    case 'problem.root-only':
      yield* onBuses();
      break;
    case 'problem.single-function': {
      const zero = lines[board.parts.findIndex(({ path }) => path === message.with.other)];
      yield set('multifunction', 'on');
      if (zero !== undefined) yield set('multifunction', 'on', zero);
      yield anySlot;
      break;
    }
    case 'problem.slot-taken':
    case 'problem.one-slot':
      yield anySlot;
      yield* onBuses();
      break;
    case 'problem.bus-full':
    case 'problem.express-only':
    case 'problem.bridges-only':
      yield* onBuses();
      break;
    default:
  }
  const left = parts.filter((_, i) => i !== line);
  yield { say: say('mend.leave-out', { model: part.model }), part: undefined, parts: left };
}

/** What a property that has no default is given: the first of its choices, the least of its range, the nearest part's id. */
function valueFor(models: readonly Model[], part: PartSpec, name: string): string {
  const spec = models.find(({ id }) => id === part.model)?.properties.find((p) => p.name === name);
  return spec?.choices?.[0] ?? String(spec?.range?.[0] ?? 1);
}

/** "3" to "4", "3M" to "4M". */
const nextPower = (text: string): string =>
  text.replace(/^\d+/, (digits) => String(2 ** Math.ceil(Math.log2(Math.max(1, Number(digits))))));

type OverrideMessage = Extract<Message, { id: `problem.override-${string}` }>;

const isOverride = (message: Message): message is OverrideMessage =>
  message.id.startsWith('problem.override-');

/** Bytes of the register that is not to be changed so: the one named, or both halves of a BAR. */
function bytesOf(slots: OverrideMessage['with']): (offset: number) => boolean {
  if ('offset' in slots) return (at) => at === Number.parseInt(slots.offset, 16);
  if (!('bar' in slots)) return () => true;
  const { bar } = slots;
  const first = bar === 'ROM' ? undefined : 0x10 + 4 * Number(bar.slice(3));
  return (at) => (first === undefined ? at >= 0x30 && at < 0x3c : at >= first && at < first + 8);
}

/** The edit that cannot mean anything, taken back. */
function withoutOverride(scenario: Scenario, about: OverrideMessage['with']): Mend | undefined {
  const { part } = about;
  const isMeant = bytesOf(about);
  const { overrides = [], ...rest } = scenario;
  const left = overrides.filter((o) => o.part !== part || !isMeant(o.offset));
  if (left.length === overrides.length) return undefined;
  const next = left.length === 0 ? rest : { ...rest, overrides: left };
  return { say: say('mend.hardware', { part }), part: undefined, scenario: next };
}
