/** Takes out of a machine what tells one from another of its kind: serial numbers, product data, subsystem ids. */
import type { Part } from '../../engine/board.ts';
import { bytesOf } from '../../formats/lspci/listed.ts';
import { formatBdf } from '../../pci/bdf.ts';
import { capabilities, isCapability, type CapabilityAt } from '../../pci/walk.ts';
import type { DumpedFunction, Override, Scenario } from '../../scenario/scenario.ts';

/** Something that tells. */
export interface Finding {
  readonly what: 'serial' | 'vpd' | 'subsystem';
  /** The function as its board names it: of a dump its place. */
  readonly who: string;
  readonly offset: number;
  /** Its bytes as they stand there. */
  readonly bytes: readonly number[];
}

/** What the scenario's functions were built to be. */
export type Built = readonly Pick<Part, 'path' | 'shape'>[];

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

function spotsOf(config: Uint8Array): readonly Spot[] {
  const view = new DataView(config.buffer, config.byteOffset, config.byteLength);
  const word = (n: number): number | undefined =>
    n * 4 + 4 <= config.length ? view.getUint32(n * 4, true) : undefined;
  const type = (config[0x0e] ?? 0) & 0x7f;
  const own = type === 0 ? [type0] : type === 2 ? [type2] : [];
  return [...own, ...capabilities(word, config.length).filter(isCapability).flatMap(spotIn)];
}

function told(who: string, config: Uint8Array, { what, at, length }: Spot): readonly Finding[] {
  const bytes = Array.from(config.subarray(at, at + length));
  const isSilent = bytes.every((b) => b === 0) || bytes.every((b) => b === 0xff);
  return isSilent ? [] : [{ what, who, offset: at, bytes }];
}

const nameOf = ({ domain, bdf }: DumpedFunction): string => formatBdf(bdf, domain === 0 ? undefined : domain);

/** The bytes that a function comes up with. */
const resetOf = ({ shape }: Built[number]): Uint8Array =>
  Uint8Array.from({ length: shape.words * 4 }, (_, at) => (shape.reset[at >> 2] ?? 0) >>> ((at & 3) * 8));

/** Does it give a byte of the spot? */
const gives = ({ offset, reset }: Override, { at, length }: Spot): boolean =>
  reset !== undefined && at <= offset && offset < at + length;

/** What the machine tells: in the bytes of a dump, and in bytes that a person gave to hardware. */
export function findings({ functions = [], overrides = [] }: Scenario, built: Built): readonly Finding[] {
  const dumped = functions.flatMap((f) => {
    const config = bytesOf(f.config);
    return spotsOf(config).flatMap((spot) => told(nameOf(f), config, spot));
  });
  const given = touched(overrides, built).flatMap(([part, own]) => {
    const config = resetOf(part);
    return spotsOf(config)
      .filter((spot) => own.some((each) => gives(each, spot)))
      .flatMap((spot) => told(part.path, config, spot));
  });
  const has = new Set(given.map(({ who, offset }) => `${who} ${String(offset)}`));
  return [...dumped.filter(({ who, offset }) => !has.has(`${who} ${String(offset)}`)), ...given];
}

/** The functions that have overrides, with them. */
const touched = (
  overrides: readonly Override[],
  built: Built,
): readonly (readonly [Built[number], readonly Override[]])[] => {
  const names = new Set(overrides.map(({ part }) => part));
  return built
    .filter(({ path }) => names.has(path))
    .map((part) => [part, overrides.filter((each) => each.part === part.path)] as const);
};

/** The same machine without them: zeros in a dump, elsewhere what the model has. Its lists of capabilities stay whole. */
export function redacted(scenario: Scenario, built: Built): Scenario {
  const { functions, overrides, ...rest } = scenario;
  if (functions === undefined && overrides === undefined) return scenario;
  return {
    ...rest,
    ...(functions === undefined ? {} : { functions: functions.map(withZeros) }),
    ...(overrides === undefined ? {} : { overrides: withoutGiven(overrides, built) }),
  };
}

function withZeros(f: DumpedFunction): DumpedFunction {
  const digits = Array.from(f.config);
  for (const { at, length } of spotsOf(bytesOf(f.config)))
    digits.fill('0', 2 * at, Math.min(2 * (at + length), digits.length));
  return { ...f, config: digits.join('') };
}

function withoutGiven(overrides: readonly Override[], built: Built): readonly Override[] {
  const spots = new Map(touched(overrides, built).map(([part]) => [part.path, spotsOf(resetOf(part))]));
  return overrides.flatMap((each): readonly Override[] => {
    if (!spots.get(each.part)?.some((spot) => gives(each, spot))) return [each];
    const { reset, ...left } = each;
    void reset;
    return left.mask === undefined ? [] : [left];
  });
}
