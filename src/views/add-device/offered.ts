/** What the Add dialog shows of a part before it is added: the buses and slots for it, and what it would be. */
import type { Message } from '../../base/problem.ts';
import type { Board, Part } from '../../engine/board.ts';
import { describe, titleOf, type ConfigSpace } from '../../pci/describe.ts';
import { isCapability } from '../../pci/walk.ts';
import { writeQemuArguments } from '../../formats/qemu-command-line-write.ts';
import type { Model } from '../../models/model.ts';
import { build, slotText } from '../../scenario/build.ts';
import type { PartSpec, Scenario } from '../../scenario/scenario.ts';

/** A bus of the board, and why it would not take a model. */
export interface BusChoice {
  readonly name: string;
  /** The bridge above it; -1 for a root. */
  readonly bridge: number;
  readonly express: boolean;
  readonly refusal: Message | undefined;
  /** "3.0"; empty where there is none. */
  readonly lowest: string;
}

/** All buses, asked at once: one part more on each of them. */
export function busChoices(
  scenario: Scenario,
  models: readonly Model[],
  part: PartSpec,
): readonly BusChoice[] {
  const { wires } = build(scenario, models).board;
  const { model, properties = {} } = part;
  const trials = wires.map(({ name }): PartSpec => ({ model, properties, bus: name }));
  const { board, problems, lines } = build({ ...scenario, parts: [...scenario.parts, ...trials] }, models);
  return wires.map(({ name, bridge, express }, wire) => {
    const line = scenario.parts.length + wire;
    // that two of the trials would be twins says nothing about a bus
    const refusal = problems.find(
      (p) => p.place?.line === line && p.message.id !== 'problem.same-chassis-slot',
    );
    const trial = board.parts[lines.indexOf(line)];
    return {
      name,
      bridge,
      express,
      refusal: refusal?.message,
      lowest: trial ? slotText(trial.devfn) : '',
    };
  });
}

/** Who sits where on a bus, by device << 3 | function. */
export function heldSlots(board: Board, bus: string): ReadonlyMap<number, Part> {
  const wire = board.wires.findIndex((w) => w.name === bus);
  return new Map(board.parts.filter((p) => p.wire === wire).map((p) => [p.devfn, p]));
}

/** The options of QEMU's command line that make the part, each with its value. */
export function optionsOf(scenario: Scenario, part: PartSpec): readonly string[] {
  const args = writeQemuArguments({ ...scenario, title: '', parts: [part] });
  const own = args.slice(args.indexOf('-nodefaults') + 1);
  return own.flatMap((arg, i) => (i % 2 === 0 ? [`${arg} ${own[i + 1] ?? ''}`] : []));
}

/** The property or field that a problem is about; undefined when it is about several. */
export function fieldOf(message: Message): string | undefined {
  switch (message.id) {
    case 'problem.expected':
      return message.with.expected.split(/[= ]/)[0];
    case 'problem.required':
    case 'problem.power-of-two':
      return message.with.property;
    case 'problem.id-taken':
      return 'id';
    case 'problem.express-only':
    case 'problem.bus-full':
      return 'bus';
    case 'problem.slot-taken':
    case 'problem.one-slot':
    case 'problem.single-function':
    case 'problem.zero-there':
      return 'addr';
    case 'problem.same-chassis-slot':
      return 'chassis';
    default:
      return undefined;
  }
}

/** Names of the capabilities that a function has at power-on, in the order of its lists; "Vendor Specific × 5". */
export function capabilitiesOf({ shape }: Part): readonly string[] {
  const space: ConfigSpace = { bytes: shape.words > 64 ? 4096 : 256, word: (n: number) => shape.reset[n] };
  const titles = describe(space).capabilities.filter(isCapability).map(titleOf);
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  return [...counts].map(([title, count]) => (count === 1 ? title : `${title} × ${String(count)}`));
}
