/** What a person fills in, and the part that it makes. */
import type { Model, PropertySpec } from '../../models/model.ts';
import { build } from '../../scenario/build.ts';
import { withPart } from '../../scenario/change.ts';
import type { PartSpec, Scenario } from '../../scenario/scenario.ts';

export interface Draft {
  readonly model: Model;
  readonly bus: string;
  /** Undefined: the lowest free. */
  readonly device: number | undefined;
  readonly fn: number;
  readonly id: string;
  /** Properties as typed; those that are missing have their defaults. */
  readonly values: Readonly<Record<string, string>>;
}

/** The part of a draft: what is as it would be anyway is left out. */
export function partOf({ model, bus, device, fn, id, values }: Draft): PartSpec {
  const isDefault = (name: string, value: string): boolean => {
    const spec = model.properties.find((p) => p.name === name);
    if (spec === undefined) return name === 'multifunction' && value === 'off';
    // an emptied field of anything but a text means the default
    return spec.required !== true && (value === spec.initial || (value === '' && spec.kind !== 'text'));
  };
  const given = Object.entries(values).filter(([name, value]) => !isDefault(name, value));
  return {
    model: model.id,
    ...(id === '' ? {} : { id }),
    bus,
    ...(device === undefined ? {} : { addr: `${device.toString(16)}.${String(fn)}` }),
    ...(given.length === 0 ? {} : { properties: Object.fromEntries(given) }),
  };
}

/** A name that no part has: "e1000-1"; QEMU wants a letter first. */
export function freeId(scenario: Scenario, model: string): string {
  const stem = /^[a-z]/i.test(model) ? model.toLowerCase() : `dev-${model}`;
  const taken = new Set(scenario.parts.map((p) => p.id));
  let n = 1;
  while (taken.has(`${stem}-${String(n)}`)) n++;
  return `${stem}-${String(n)}`;
}

/** Something that a required property takes and no other part has there: the lowest number, or a short text with one. */
function suggestion(scenario: Scenario, { kind, name, range, choices }: PropertySpec): string {
  if (kind === 'choice') return choices?.[0] ?? '';
  if (kind === 'flag') return 'off';
  if (kind === 'size') return '1M';
  const taken = new Set(scenario.parts.map((p) => p.properties?.[name]));
  // serial numbers and tags have 20 characters at most
  const spell = (n: number): string => (kind === 'text' ? `cf8-${String(n)}` : String(n));
  const [least, most] = range ?? [1, 0xffff];
  let n = least;
  while (n < most && taken.has(spell(n))) n++;
  return spell(n);
}

/** The values that a new part of this model needs so that nothing but its place can be wrong. */
export function startValues(
  scenario: Scenario,
  models: readonly Model[],
  model: Model,
): Readonly<Record<string, string>> {
  const required = model.properties.filter((p) => p.required);
  const values = Object.fromEntries(required.map((p) => [p.name, suggestion(scenario, p)]));
  const hasTwin = (chassis: string): boolean => {
    const part = { model: model.id, properties: { ...values, chassis } };
    const { problems } = build(withPart(scenario, part), models);
    return problems.some(
      (p) => p.place?.line === scenario.parts.length && p.message.id === 'problem.same-chassis-slot',
    );
  };
  const chassis = model.properties.find((p) => p.name === 'chassis');
  if (chassis === undefined || !hasTwin(chassis.initial)) return values;
  const taken = new Set(scenario.parts.map((p) => Number(p.properties?.['chassis'] ?? '0')));
  let n = 1;
  while (n < 255 && taken.has(n)) n++;
  return { ...values, chassis: String(n) };
}
