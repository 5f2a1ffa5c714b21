/** From a scenario to a board. What QEMU would refuse becomes a Problem, and the part is left out; nothing throws. */
import { BoardBuilder, type Board } from '../engine/board.ts';
import { fail, ok, say, type Problem, type Result } from '../base/problem.ts';
import { nearest } from '../base/nearest.ts';
import { findModel, machines, models } from '../models/index.ts';
import type { Context, Kind, Model, PropertySpec } from '../models/model.ts';
import { dumpBoard } from './dump-board.ts';
import type { PartSpec, Scenario } from './scenario.ts';

export interface Built {
  readonly board: Board;
  /** One per part that could not be plugged in, or property that was not understood; `place.line` is the part's index. */
  readonly problems: readonly Problem[];
  /** Kind of each part, for names and icons. */
  readonly kinds: readonly Kind[];
}

/** Properties that every function has. */
const common: readonly PropertySpec[] = [
  { name: 'multifunction', kind: 'flag', initial: 'off' },
  { name: 'romfile', kind: 'text', initial: 'default' },
  { name: 'rombar', kind: 'number', initial: '1' },
];

/** Properties that concern what is behind the function, not the bus: taken, without effect. */
const backends = new Set([
  'netdev',
  'drive',
  'chardev',
  'mac',
  'serial',
  'bootindex',
  'iommu_platform',
  'disable-legacy',
  'disable-modern',
]);

const truth = (text: string): boolean => ['on', 'yes', 'true', '1'].includes(text.toLowerCase());

/** `0x…` or decimal, as QEMU reads numbers; NaN when it is neither. */
const numeric = (text: string): number => (/^(0x[0-9a-f]+|\d+)$/i.test(text) ? Number(text) : Number.NaN);

export function build(scenario: Scenario): Built {
  if (scenario.machine === 'dump') return dumpBoard(scenario);
  const machine = machines.find((m) => m.id === scenario.machine);
  if (!machine) throw new Error(`cf8 bug: no machine ${scenario.machine}`);
  const ram = scenario.ram * 0x100000;
  const builder = new BoardBuilder(machine.rootBus, machine.express);
  const kinds: Kind[] = [];
  for (const { model, kind, devfn, shape } of machine.builtIn(ram)) {
    builder.plug({ path: model, model, shape, wire: 0, devfn, builtIn: true });
    kinds.push(kind);
  }
  const problems: Problem[] = [];
  let nics = 0;
  scenario.parts.forEach((spec, line) => {
    const result = plug(builder, spec, nics);
    for (const problem of result.notes) problems.push({ ...problem, place: { line } });
    if (result.kind === undefined) return;
    kinds.push(result.kind);
    if (result.kind === 'network') nics++;
  });
  return { board: builder.done(machine.platform(ram), ram, scenario.authentic), problems, kinds };
}

interface Plugged {
  readonly kind: Kind | undefined;
  readonly notes: readonly Problem[];
}

const refuse = (result: Result<unknown>): Plugged => ({
  kind: undefined,
  notes: result.ok ? [] : [result.problem],
});

function plug(builder: BoardBuilder, spec: PartSpec, nic: number): Plugged {
  const model = findModel(spec.model);
  if (!model) {
    const known = nearest(
      spec.model,
      models.map((m) => m.id),
    );
    return refuse(fail(say('problem.unknown', { what: 'model', given: spec.model, nearest: known })));
  }
  const wire = spec.bus === undefined ? 0 : builder.wires.findIndex((w) => w.name === spec.bus);
  if (wire < 0) {
    const known = nearest(
      spec.bus ?? '',
      builder.wires.map((w) => w.name),
    );
    return refuse(fail(say('problem.unknown', { what: 'bus', given: spec.bus ?? '', nearest: known })));
  }
  const slot = place(builder, spec, wire);
  if (!slot.ok) return refuse(slot);
  const wireInfo = builder.wires[wire];
  const express = wireInfo?.express ?? false;
  if (model.bus === 'express' && !express) {
    return refuse(fail(say('problem.express-only', { model: model.id, bus: wireInfo?.name ?? '' })));
  }
  const notes: Problem[] = [];
  const context = contextOf(model, spec, { express, root: wire === 0, nic }, notes);
  const devfn = slot.value;
  const path =
    spec.id ??
    `${spec.model}@${wire === 0 ? '' : `${wireInfo?.name ?? ''}:`}${(devfn >> 3).toString(16)}.${String(devfn & 7)}`;
  builder.plug({ path, model: model.id, shape: model.shape(context), wire, devfn, busName: spec.id ?? path });
  return { kind: model.kind, notes };
}

/** The devfn asked for, or the lowest free slot. */
function place(builder: BoardBuilder, spec: PartSpec, wire: number): Result<number> {
  const taken = new Map(builder.parts.filter((p) => p.wire === wire).map((p) => [p.devfn, p.path]));
  const bridge = builder.parts.find((p) => p.below === wire);
  const slots = bridge?.shape.below?.oneDevice ? 1 : 32;
  const bus = builder.wires[wire]?.name ?? '';
  if (spec.addr !== undefined) {
    const match = /^(?:0x)?([0-9a-f]{1,2})(?:\.([0-7]))?$/i.exec(spec.addr);
    const device = match?.[1] === undefined ? 32 : Number.parseInt(match[1], 16);
    if (!match || device > 31) {
      return fail(say('problem.expected', { expected: 'addr=DEVICE[.FUNCTION]', given: spec.addr }));
    }
    const devfn = device * 8 + Number(match[2] ?? 0);
    if (device >= slots) return fail(say('problem.one-slot', { bus, given: spec.addr }));
    const other = taken.get(devfn);
    if (other !== undefined) return fail(say('problem.slot-taken', { bus, given: spec.addr, other }));
    return ok(devfn);
  }
  // slot 0 of a pci-bridge with a standard hot-plug controller is its own (qemu: hw/pci/pci.c, pci_bus_devfn_reserved)
  for (let device = bridge?.shape.below && !bridge.shape.below.express ? 1 : 0; device < slots; device++) {
    if (![0, 1, 2, 3, 4, 5, 6, 7].some((f) => taken.has(device * 8 + f))) return ok(device * 8);
  }
  return fail(say('problem.bus-full', { bus }));
}

function contextOf(
  model: Model,
  spec: PartSpec,
  where: { express: boolean; root: boolean; nic: number },
  notes: Problem[],
): Context {
  const specs = [...common, ...model.properties];
  const given = spec.properties ?? {};
  for (const [name, value] of Object.entries(given)) {
    const property = specs.find((p) => p.name === name);
    if (!property) {
      if (backends.has(name)) continue;
      const known = nearest(
        name,
        specs.map((p) => p.name),
      );
      notes.push({ message: say('problem.unknown', { what: 'property', given: name, nearest: known }) });
    } else if (property.kind === 'number' && Number.isNaN(numeric(value))) {
      notes.push({ message: say('problem.expected', { expected: `${name}=NUMBER`, given: value }) });
    } else if (property.kind === 'choice' && !property.choices?.includes(value)) {
      notes.push({
        message: say('problem.expected', {
          expected: `${name}=${property.choices?.join('|') ?? ''}`,
          given: value,
        }),
      });
    }
  }
  const text = (name: string): string => given[name] ?? specs.find((p) => p.name === name)?.initial ?? '';
  const number = (name: string): number => {
    const value = numeric(text(name));
    return Number.isNaN(value) ? numeric(specs.find((p) => p.name === name)?.initial ?? '0') : value;
  };
  return {
    ...where,
    multifunction: truth(text('multifunction')),
    flag: (name) => truth(text(name)),
    number,
    text,
  };
}
