/** Takes out of a dump what tells one machine from another of its kind: serial numbers, product data, subsystem ids. */
import { hex } from '../../base/hex.ts';
import { bytesOf, longAt, listedFromDump } from '../../formats/lspci/listed.ts';
import { capabilities, isCapability, type CapabilityAt } from '../../pci/walk.ts';
import type { DumpedFunction, Scenario } from '../../scenario/scenario.ts';

/** Something that tells. */
export interface Finding {
  readonly what: 'serial' | 'vpd' | 'subsystem';
  readonly domain: number;
  readonly bdf: number;
  readonly offset: number;
  /** Its bytes as they stand there, in hex. */
  readonly bytes: string;
}

/** Where a function may hold such things: offset and length. */
interface Spot {
  readonly what: Finding['what'];
  readonly at: number;
  readonly length: number;
}

const type0: Spot = { what: 'subsystem', at: 0x2c, length: 4 };
const type2: Spot = { what: 'subsystem', at: 0x40, length: 4 };

function spotIn({ id, extended, at }: CapabilityAt): readonly Spot[] {
  if (extended) return id === 0x0003 ? [{ what: 'serial', at: at + 4, length: 8 }] : [];
  // of VPD the address and the word last read; of SSVID the two ids
  if (id === 0x03) return [{ what: 'vpd', at: at + 2, length: 6 }];
  return id === 0x0d ? [{ what: 'subsystem', at: at + 4, length: 4 }] : [];
}

function spotsOf(dumped: DumpedFunction): readonly Spot[] {
  const f = listedFromDump(dumped);
  const type = (f.config[0x0e] ?? 0) & 0x7f;
  const word = (n: number): number | undefined => (n * 4 < f.config.length ? longAt(f, n * 4) : undefined);
  const own = type === 0 ? [type0] : type === 2 ? [type2] : [];
  return [...own, ...capabilities(word, f.config.length).filter(isCapability).flatMap(spotIn)];
}

/** What a machine's dump tells about it; nothing but a dump does. */
export function findings({ functions = [] }: Scenario): readonly Finding[] {
  return functions.flatMap((f) => {
    const bytes = bytesOf(f.config);
    return spotsOf(f).flatMap(({ what, at, length }): readonly Finding[] => {
      const held = Array.from(bytes.subarray(at, at + length));
      const isSilent = held.every((b) => b === 0) || held.every((b) => b === 0xff);
      const text = held.map((b) => hex(b, 2)).join(' ');
      return isSilent ? [] : [{ what, domain: f.domain, bdf: f.bdf, offset: at, bytes: text }];
    });
  });
}

/** The same machine with zeros in those places. Its lists of capabilities stay whole. */
export function redacted(scenario: Scenario): Scenario {
  if (scenario.functions === undefined) return scenario;
  const functions = scenario.functions.map((f): DumpedFunction => {
    const digits = Array.from(f.config);
    for (const { at, length } of spotsOf(f))
      digits.fill('0', 2 * at, Math.min(2 * (at + length), digits.length));
    return { ...f, config: digits.join('') };
  });
  return { ...scenario, functions };
}
