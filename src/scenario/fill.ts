/** A part that fills its bus, spelled out as the many parts that it stands for: what other programs' text needs. */
import { machineModel } from '../models/machines.ts';
import { slotText } from './build.ts';
import type { PartSpec, Scenario } from './scenario.ts';

const multifunctionBit = 0x0080_0000;

/** The parts of a scenario, one for each function. A part beside a filling one must say its `addr`. */
export const spelledParts = (scenario: Scenario): readonly PartSpec[] =>
  scenario.parts.flatMap(({ fill, ...part }) => {
    if (!fill) return [part];
    const taken = takenOn(scenario, part.bus);
    const properties = { ...part.properties, multifunction: 'on' };
    return Array.from({ length: 256 }, (_, devfn) => devfn).flatMap((devfn) => {
      const beside = taken.get(devfn & ~7);
      if (taken.has(devfn) || beside === 'alone') return [];
      return [{ ...part, addr: slotText(devfn), properties }];
    });
  });

/** The places of a bus that are not free; `alone`: what is there keeps its slot to itself. */
function takenOn(
  { machine, ram, parts }: Scenario,
  bus: string | undefined,
): Map<number, 'alone' | 'shares'> {
  const taken = new Map<number, 'alone' | 'shares'>();
  const model = machineModel(machine);
  if (model && (bus === undefined || bus === model.rootBus)) {
    for (const { devfn, shape } of model.builtIn(ram * 0x10_0000))
      taken.set(devfn, ((shape.reset[3] ?? 0) & multifunctionBit) === 0 ? 'alone' : 'shares');
  }
  for (const { bus: on, addr, properties } of parts) {
    const [, device, fn = '0'] = /^(?:0x)?([0-9a-f]{1,2})(?:\.([0-7]))?$/i.exec(addr ?? '') ?? [];
    if (on !== bus || device === undefined) continue;
    const devfn = Number.parseInt(device, 16) * 8 + Number(fn);
    taken.set(devfn, properties?.['multifunction'] === 'on' ? 'shares' : 'alone');
  }
  return taken;
}
