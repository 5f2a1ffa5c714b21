/** From a scenario to a board. What QEMU would refuse becomes a Problem, and the part is left out; nothing throws. */
import { assert } from '../base/assert.ts';
import { hex, parseSize } from '../base/hex.ts';
import type { Thing } from '../base/messages.ts';
import { nearest } from '../base/nearest.ts';
import { fail, ok, say, type Message, type Problem, type Result } from '../base/problem.ts';
import { BoardBuilder, type Board, type Part } from '../engine/board.ts';
import { common } from '../models/index.ts';
import { machineModel } from '../models/machines.ts';
import type { BuiltIn, Context, Kind, Model, PropertySpec } from '../models/model.ts';
import type { PartSpec, Scenario } from './scenario.ts';

export interface Built {
  readonly board: Board;
  /** One per part that could not be plugged in, or property that was not understood; `place.line` is the part's index. */
  readonly problems: readonly Problem[];
  /** Kind of each part, for names and icons. */
  readonly kinds: readonly Kind[];
  /** Where each part stands in the scenario's list; undefined for what came with the machine. */
  readonly lines: readonly (number | undefined)[];
}

/** Properties that every function has. */
const everywhere: readonly PropertySpec[] = [
  { name: 'multifunction', kind: 'flag', initial: 'off' },
  { name: 'romfile', kind: 'text', initial: 'default' },
  { name: 'rombar', kind: 'number', initial: '1' },
];

/** Properties that concern what is behind the function, not the bus: taken, without effect. */
const backends = new Set(
  (
    'netdev drive chardev mac bootindex iommu_platform ' +
    'aerl aer_max_queued mdts vsl ioeventfd zoned.zasl zoned.auto_transition'
  ).split(' '),
);

/** What scenarios need that are not built of QEMU's models alone (rare.ts). */
interface Rare {
  dumpBoard(scenario: Scenario): Built;
  applyOverrides(parts: Part[], scenario: Scenario, note: Note): void;
}

let rare: Rare | undefined;

/** Makes it known. */
export const addRare = (more: Rare): void => {
  rare = more;
};

function loaded(): Rare {
  assert(rare, 'dumps and overrides are not loaded');
  return rare;
}

/** `models`: all that the scenario names, if it is to have them (load.ts: modelsFor). */
export function build(scenario: Scenario, models: readonly Model[] = common): Built {
  if (scenario.machine === 'dump') return loaded().dumpBoard(scenario);
  const machine = machineModel(scenario.machine);
  assert(machine, `no machine ${scenario.machine}`);
  const ram = scenario.ram * 0x100000;
  const builder = new BoardBuilder(machine.rootBus, machine.express);
  const kinds: Kind[] = [];
  const lines: (number | undefined)[] = [];
  for (const { model, kind, devfn, shape } of machine.builtIn(ram)) {
    builder.plug({ path: model, model, shape, wire: 0, devfn, builtIn: true });
    kinds.push(kind);
    lines.push(undefined);
  }
  const problems: Problem[] = [];
  const before: Plugged[] = [];
  scenario.parts.forEach((spec, line) => {
    const note = (message: Message): void => void problems.push({ message, place: { line } });
    const own = builder.parts.length;
    const plugged = plug(builder, models, spec, before, note);
    if (!plugged) return;
    before.push(plugged);
    for (let fn = kinds.length; fn < builder.parts.length; fn++) {
      // a virtual function is of its kind; else it is the bridge that an expander hides
      const isOwn = fn === own || spec.fill === true;
      kinds.push(isOwn || builder.parts[fn]?.physical !== undefined ? plugged.kind : 'bridge');
      lines.push(isOwn ? line : undefined);
    }
  });
  if (scenario.overrides) {
    loaded().applyOverrides(builder.parts, scenario, (message) => void problems.push({ message }));
  }
  return { board: builder.done(machine.platform(ram), ram, scenario.authentic), problems, kinds, lines };
}

type Plugged = Context['before'][number];

/** What a person reads under the part. */
type Note = (message: Message) => void;

/** Plugs one part in; undefined when it cannot be, which has been noted then. */
function plug(
  builder: BoardBuilder,
  models: readonly Model[],
  spec: PartSpec,
  before: readonly Plugged[],
  note: Note,
): Plugged | undefined {
  const refuse = (message: Message): undefined => {
    note(message);
  };
  const model = models.find((m) => m.id === spec.model);
  if (!model)
    return refuse(
      unknown(
        'model',
        spec.model,
        models.map((m) => m.id),
      ),
    );
  if (spec.id !== undefined && (builder.isTaken(spec.id) || before.some(({ id }) => id === spec.id)))
    return refuse(say('problem.id-taken', { id: spec.id }));
  if (model.bus === 'none') {
    const { given } = readProperties(model, spec, note);
    const context = contextOf(model, given, { express: false, root: false, before });
    return { model: model.id, id: spec.id, kind: model.kind, context };
  }
  // QEMU looks at the newest root first, and takes it
  const wire = builder.wires.findLastIndex((w) =>
    spec.bus === undefined ? w.bridge < 0 : w.name === spec.bus,
  );
  const bus = builder.wires[wire];
  if (!bus)
    return refuse(
      unknown(
        'bus',
        spec.bus ?? '',
        builder.wires.map((w) => w.name),
      ),
    );
  if (model.bus === 'express' && !bus.express)
    return refuse(say('problem.express-only', { model: model.id, bus: bus.name }));
  if (bus.root && model.kind !== 'bridge' && model.kind !== 'port')
    return refuse(say('problem.bridges-only', { model: model.id, bus: bus.name }));
  const { given, missing } = readProperties(model, spec, note);
  if (missing) return undefined;
  const where = { express: bus.express, root: bus.bridge < 0, before };
  if (spec.fill)
    return fill(builder, model, spec, wire, contextOf(model, { ...given, multifunction: 'on' }, where));
  const context = contextOf(model, given, where);
  const slot = place(builder, spec, wire, context.multifunction);
  if (!slot.ok) return refuse(slot.problem.message);
  const refusal = model.check?.(context);
  if (refusal) return refuse(refusal);
  const devfn = slot.value;
  const path = spec.id ?? placeName(builder, model.id, wire, devfn);
  const shape = model.shape(context);
  const absent = spec.plugged === false;
  const behind = model.behind?.(context);
  const busName = behind ? 'pxb-internal' : path;
  const physical = builder.plug({ path, model: model.id, shape, wire, devfn, busName, absent });
  plugVirtual(builder, physical, model.virtual?.(context));
  if (behind) plugBehind(builder, physical, behind);
  return { model: model.id, id: spec.id, kind: model.kind, context };
}

/** Plugs a part into every free place of a bus; one shape serves them all. A single-function card keeps its slot to itself. */
function fill(builder: BoardBuilder, model: Model, spec: PartSpec, wire: number, context: Context): Plugged {
  const shape = model.shape(context);
  const absent = spec.plugged === false;
  const taken = builder.on(wire);
  const slots = slotsOf(builder, wire);
  for (let devfn = 0; devfn < slots * 8; devfn++) {
    if (taken.has(devfn) || sharing(taken, devfn, true)) continue;
    builder.plug({
      path: placeName(builder, model.id, wire, devfn),
      model: model.id,
      shape,
      wire,
      devfn,
      absent,
    });
  }
  return { model: model.id, id: undefined, kind: model.kind, context };
}

/** What a function without an id is called: "e1000@3.0", "e1000@pci.1:3.0". */
const placeName = ({ wires }: BoardBuilder, model: string, wire: number, devfn: number): string =>
  `${model}@${wire === 0 ? '' : `${wires[wire]?.name ?? ''}:`}${slotText(devfn)}`;

/** Puts what is soldered to an expander's root there; the bus that one can use is behind it, and has the expander's name. */
function plugBehind(builder: BoardBuilder, expander: number, { model, devfn, shape }: BuiltIn): void {
  const part = builder.parts[expander];
  if (part?.below === undefined) return;
  const { path: busName, below: wire, absent = false } = part;
  builder.plug({ path: `${model}@${busName}`, model, shape, wire, devfn, busName, absent });
}

/** Puts virtual functions beside theirs, absent, as far as their places are free. */
function plugVirtual(
  builder: BoardBuilder,
  physical: number,
  virtual: ReturnType<NonNullable<Model['virtual']>>,
): void {
  const part = builder.parts[physical];
  if (!part || !virtual) return;
  const taken = builder.on(part.wire);
  for (let n = 1; n <= virtual.count; n++) {
    const devfn = part.devfn + n;
    if (taken.has(devfn) || devfn > 255) return;
    const { model, wire } = part;
    const path = placeName(builder, model, wire, devfn);
    builder.plug({ path, model, shape: virtual.shape, wire, devfn, physical, absent: true });
  }
}

const unknown = (what: Thing, given: string, known: readonly string[]): Message =>
  say('problem.unknown', { what, given, nearest: nearest(given, known) });

const slotsOf = (builder: BoardBuilder, wire: number): number =>
  builder.above(wire)?.shape.below?.oneDevice ? 1 : 32;

/** "1f.2", as `addr=` spells it. */
export const slotText = (devfn: number): string => `${hex(devfn >> 3)}.${String(devfn & 7)}`;

/** The devfn asked for, or the lowest slot whose function 0 is free (qemu: hw/pci/pci.c, do_pci_register_device). */
function place(builder: BoardBuilder, spec: PartSpec, wire: number, multifunction: boolean): Result<number> {
  const taken = builder.on(wire);
  const slots = slotsOf(builder, wire);
  const bus = builder.wires[wire]?.name ?? '';
  let devfn = 0;
  if (spec.addr === undefined) {
    while (taken.has(devfn)) devfn += 8;
    if (devfn >= slots * 8) return fail(say('problem.bus-full', { bus }));
  } else {
    const match = /^(?:0x)?([0-9a-f]{1,2})(?:\.([0-7]))?$/i.exec(spec.addr);
    const device = Number.parseInt(match?.[1] ?? '', 16);
    if (!(device <= 31))
      return fail(say('problem.expected', { expected: 'addr=DEVICE[.FUNCTION]', given: spec.addr }));
    if (device >= slots) return fail(say('problem.one-slot', { bus, given: spec.addr }));
    devfn = device * 8 + Number(match?.[2] ?? 0);
    const other = taken.get(devfn);
    if (other) return fail(say('problem.slot-taken', { bus, given: spec.addr, other: other.path }));
  }
  const beside = sharing(taken, devfn, multifunction);
  if (!beside) return ok(devfn);
  return fail(say('problem.single-function', { bus, given: slotText(devfn), other: beside.path }));
}

const multifunctionBit = 0x0080_0000;

/** A part that cannot share its slot with `devfn`, because function 0 says, or would say, that it is alone. */
function sharing(taken: ReadonlyMap<number, Part>, devfn: number, multifunction: boolean): Part | undefined {
  const first = devfn & ~7;
  if (devfn !== first) {
    const zero = taken.get(first);
    const alone = zero && ((zero.shape.reset[3] ?? 0) & multifunctionBit) === 0;
    return alone && zero.shape.caps.sriov === undefined ? zero : undefined;
  }
  if (multifunction) return undefined;
  return [1, 2, 3, 4, 5, 6, 7]
    .map((n) => taken.get(first + n))
    .find((part) => part !== undefined && part.physical === undefined);
}

type Given = Readonly<Record<string, string>>;

const specsOf = (model: Model): readonly PropertySpec[] => [...everywhere, ...model.properties];

/** The properties that make sense; the others are noted. `missing`: a required one is not among them. */
function readProperties(model: Model, spec: PartSpec, note: Note): { given: Given; missing: boolean } {
  const specs = specsOf(model);
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(spec.properties ?? {})) {
    const property = specs.find((p) => p.name === name);
    const expected = property && wanted(property, value);
    if (expected !== undefined)
      note(say('problem.expected', { expected: `${name}=${expected}`, given: value }));
    else if (property) given[name] = value;
    else if (!backends.has(name))
      note(
        unknown(
          'property',
          name,
          specs.map((p) => p.name),
        ),
      );
  }
  const missing = specs.filter((p) => p.required && given[p.name] === undefined);
  for (const { name } of missing)
    if (spec.properties?.[name] === undefined)
      note(say('problem.required', { model: model.id, property: name }));
  return { given, missing: missing.length > 0 };
}

const yes = new Set(['on', 'yes', 'true', 'y']);
const no = new Set(['off', 'no', 'false', 'n']);

/** `0x…`, octal after 0, or decimal, as QEMU reads numbers; NaN when it is none. */
function numeric(text: string): number {
  if (/^0[0-7]+$/.test(text)) return Number.parseInt(text, 8);
  return /^(0x[0-9a-f]+|0|[1-9]\d*)$/i.test(text) ? Number(text) : Number.NaN;
}

/** What a property wants to be given instead of `value`; undefined when that is fine. */
function wanted({ kind, range, choices = [] }: PropertySpec, value: string): string | undefined {
  switch (kind) {
    case 'flag':
      return yes.has(value) || no.has(value) ? undefined : 'on|off';
    case 'number': {
      const [least, most] = range ?? [0, Number.MAX_SAFE_INTEGER];
      const n = numeric(value);
      if (n >= least && n <= most) return undefined;
      return range ? `${String(least)}–${String(most)}` : 'NUMBER';
    }
    case 'size':
      return parseSize(value) === undefined ? '64K' : undefined;
    case 'choice':
      return choices.includes(value) ? undefined : choices.join('|');
    case 'mac':
      return /^[\da-f]{2}([:-][\da-f]{2}){5}$/i.test(value) ? undefined : '52:54:00:12:34:56';
    case 'text':
      return undefined;
  }
}

function contextOf(model: Model, given: Given, where: Pick<Context, 'express' | 'root' | 'before'>): Context {
  const specs = specsOf(model);
  const text = (name: string): string => given[name] ?? specs.find((p) => p.name === name)?.initial ?? '';
  const flag = (name: string): boolean => yes.has(text(name));
  return {
    ...where,
    multifunction: flag('multifunction'),
    flag,
    number: (name) => numeric(text(name)),
    text,
  };
}
