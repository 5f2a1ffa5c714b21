/** A machine as bytes: what a preset says, and what differs from it. */
import type { PartSpec, Scenario } from '../../scenario/scenario.ts';
import type { Entry } from '../command.ts';
import { fingerprintOf, type Reader, type Writer } from './bytes.ts';
import { parsed } from './pack-command.ts';
import { readFunctions, writeFunctions, type NameOf, type RawFunction } from './pack-dump.ts';
import { sameUntil } from './same.ts';

/** A scenario that a link can name. Once it is published it may not change: links tell what differs from it. */
export interface Preset {
  readonly id: string;
  readonly scenario: Scenario;
  readonly entries: readonly Entry[];
  /** Row to stand after. */
  readonly cursor: number;
}

/** Bits of a scenario's first byte: what follows. */
const own = { title: 1, machine: 2, ram: 4, authentic: 8, functions: 16, rest: 32 } as const;
const machines = ['pc', 'q35', 'dump'] as const;
const rules = ['qemu', 'spec'] as const;

const nothing: Scenario = { title: '', machine: 'pc', ram: 256, authentic: 'qemu', parts: [] };

export function writeScenario(
  w: Writer,
  scenario: Scenario,
  preset: Preset | undefined,
  nameOf: NameOf,
): void {
  const base = preset?.scenario ?? nothing;
  const { title, machine, ram, authentic, parts, functions, ...rest } = scenario;
  const hasRest = Object.keys(rest).length > 0;
  w.text(preset?.id ?? '');
  if (preset) w.number(fingerprintOf(base));
  w.byte(
    (title === base.title ? 0 : own.title) |
      (machine === base.machine ? 0 : own.machine) |
      (ram === base.ram ? 0 : own.ram) |
      (authentic === base.authentic ? 0 : own.authentic) |
      (functions === undefined ? 0 : own.functions) |
      (hasRest ? own.rest : 0),
  );
  if (title !== base.title) w.text(title);
  if (machine !== base.machine) w.byte(machines.indexOf(machine));
  if (ram !== base.ram) w.number(ram);
  if (authentic !== base.authentic) w.byte(rules.indexOf(authentic));
  if (hasRest) w.text(JSON.stringify(rest));
  const kept = sameUntil(parts, base.parts);
  w.number(kept);
  w.number(parts.length - kept);
  for (const part of parts.slice(kept)) writePart(w, part);
  if (functions) writeFunctions(w, functions, nameOf);
}

/** Bits of a part's first byte. */
const its = { id: 1, bus: 2, addr: 4, properties: 8, absent: 16, fill: 32, rest: 64 } as const;

function writePart(w: Writer, part: PartSpec): void {
  const { model, id, bus, addr, properties, plugged, fill, ...rest } = part;
  const hasRest = Object.keys(rest).length > 0;
  w.byte(
    (id === undefined ? 0 : its.id) |
      (bus === undefined ? 0 : its.bus) |
      (addr === undefined ? 0 : its.addr) |
      (properties === undefined ? 0 : its.properties) |
      (plugged === undefined ? 0 : its.absent) |
      (fill === undefined ? 0 : its.fill) |
      (hasRest ? its.rest : 0),
  );
  w.text(model);
  for (const text of [id, bus, addr]) if (text !== undefined) w.text(text);
  if (properties) {
    const all = Object.entries(properties);
    w.number(all.length);
    for (const [key, value] of all) {
      w.text(key);
      w.text(value);
    }
  }
  if (hasRest) w.text(JSON.stringify(rest));
}

function readPart(r: Reader): Record<string, unknown> {
  const head = r.byte();
  const part: Record<string, unknown> = { model: r.text() };
  if (head & its.id) part['id'] = r.text();
  if (head & its.bus) part['bus'] = r.text();
  if (head & its.addr) part['addr'] = r.text();
  if (head & its.properties) {
    const properties: [string, string][] = [];
    for (let n = r.count(1000); n > 0 && !r.isBroken(); n--) properties.push([r.text(), r.text()]);
    part['properties'] = Object.fromEntries(properties);
  }
  if (head & its.absent) part['plugged'] = false;
  if (head & its.fill) part['fill'] = true;
  const rest = head & its.rest ? parsed(r.text()) : undefined;
  return typeof rest === 'object' && rest !== null ? { ...rest, ...part } : part;
}

/** What is read of a scenario: to be checked. */
export interface RawScenario {
  readonly scenario: Readonly<Record<string, unknown>> & {
    readonly parts: readonly unknown[];
  };
  /** They belong to the scenario, once they have their names. */
  readonly functions?: readonly RawFunction[];
  readonly preset?: Preset;
  /** The preset that it is made from and that is not known here. */
  readonly unknown?: string;
  /** The preset is not what it was when this was written. */
  readonly changed?: true;
}

/** Undefined: not even the machine could be read. */
export function readScenario(
  r: Reader,
  presets: readonly Preset[],
  most: { readonly parts: number; readonly bytes: number },
): RawScenario | undefined {
  const id = r.text();
  const preset = presets.find((p) => p.id === id);
  const base = preset?.scenario ?? nothing;
  const changed = id !== '' && r.number() !== fingerprintOf(base) && preset !== undefined;
  const head = r.byte();
  const title = head & own.title ? r.text() : base.title;
  const machine = head & own.machine ? machines[r.byte()] : base.machine;
  const ram = head & own.ram ? r.number() : base.ram;
  const authentic = head & own.authentic ? rules[r.byte()] : base.authentic;
  const rest = head & own.rest ? parsed(r.text()) : undefined;
  if (r.isBroken()) return undefined;
  const kept = r.number();
  const parts: unknown[] = base.parts.slice(0, kept);
  const count = r.count(most.parts - parts.length);
  for (let i = 0; i < count && !r.isBroken(); i++) {
    const part = readPart(r);
    if (!r.isBroken()) parts.push(part);
  }
  const functions = head & own.functions ? readFunctions(r, most.bytes) : undefined;
  return {
    scenario: {
      ...(typeof rest === 'object' && rest !== null ? rest : {}),
      title,
      machine,
      ram,
      authentic,
      parts,
    },
    ...(functions ? { functions } : {}),
    ...(preset ? { preset } : {}),
    ...(id !== '' && !preset ? { unknown: id } : {}),
    ...(changed ? { changed } : {}),
  };
}
