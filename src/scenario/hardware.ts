/** Editing hardware: a scenario with bytes of a function's silicon changed. What they come to is in overrides.ts. */
import { hex } from '../base/hex.ts';
import { formatBdf } from '../pci/bdf.ts';
import type { Override, Scenario } from './scenario.ts';

/** What a person gives the bytes of a function from `offset` on: what they come up as, or the bits that a write reaches. */
export interface HardwareEdit {
  /** The function's name on the board. */
  readonly part: string;
  readonly what: 'reset' | 'mask';
  readonly offset: number;
  readonly bytes: readonly number[];
}

/** Reset values of a dumped function are its bytes; the rest is kept as overrides. */
export function withHardware(scenario: Scenario, { part, what, offset, bytes }: HardwareEdit): Scenario {
  if (scenario.machine === 'dump' && what === 'reset') return withDumped(scenario, part, offset, bytes);
  const changed = new Map(bytes.map((byte, i) => [offset + i, byte]));
  const kept = (scenario.overrides ?? []).map((each): Override => {
    const byte = each.part === part ? changed.get(each.offset) : undefined;
    if (byte === undefined) return each;
    changed.delete(each.offset);
    return { ...each, [what]: byte };
  });
  const added = [...changed].map(([at, byte]): Override => ({ part, offset: at, [what]: byte }));
  return { ...scenario, overrides: [...kept, ...added] };
}

/** A dump has no byte after its last one: an edit beyond it changes nothing. */
function withDumped(scenario: Scenario, part: string, offset: number, bytes: readonly number[]): Scenario {
  const end = (offset + bytes.length) * 2;
  const text = bytes.map((byte) => hex(byte & 0xff, 2)).join('');
  const functions = scenario.functions?.map((each) =>
    each.domain !== 0 || formatBdf(each.bdf) !== part || each.config.length < end
      ? each
      : { ...each, config: each.config.slice(0, offset * 2) + text + each.config.slice(end) },
  );
  return functions ? { ...scenario, functions } : scenario;
}
