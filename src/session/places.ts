/** Where the BARs and windows of a machine lie, as plain facts that two machines can be compared by. */
import type { Machine } from '../engine/machine.ts';
import { placedBars, placedWindows, type PlacedWindow } from '../engine/regions.ts';
import { unsizedBars } from './unsized-bars.ts';

export type PlaceName = `bar${number}` | PlacedWindow['kind'];

export interface Place {
  readonly fn: number;
  /** The same for the same thing of the other machine's function; `bar6` is the expansion ROM. */
  readonly name: PlaceName;
  readonly space: 'io' | 'memory';
  readonly look: 'io' | 'memory' | 'prefetch';
  readonly from: number;
  /** Last address, included; undefined where a dump does not tell the size. */
  readonly to: number | undefined;
  /** `off`: it has an address and does not answer there. `none`: it has none, or the window is closed. */
  readonly state: 'on' | 'off' | 'none';
}

/** Every BAR and window of the functions that are there, in board order. */
export function placesOf(m: Machine): Place[] {
  const bars = placedBars(m).map(({ fn, bar, address, mapped }): Place => {
    const look = bar.kind === 'io' ? 'io' : bar.prefetchable ? 'prefetch' : 'memory';
    return {
      fn,
      name: `bar${bar.index}`,
      space: bar.kind === 'io' ? 'io' : 'memory',
      look,
      from: address,
      to: address + bar.bytes - 1,
      state: mapped ? 'on' : address === 0 ? 'none' : 'off',
    };
  });
  const unsized = m.board.parts.flatMap((_, fn) =>
    unsizedBars(m, fn).map(({ index, kind, prefetchable, address, enabled }): Place => ({
      fn,
      name: `bar${index}`,
      space: kind === 'io' ? 'io' : 'memory',
      look: kind === 'io' ? 'io' : prefetchable ? 'prefetch' : 'memory',
      from: address,
      to: undefined,
      state: address === 0 ? 'none' : enabled ? 'on' : 'off',
    })),
  );
  const windows = placedWindows(m)
    .filter(({ fn }) => m.isPresent(fn))
    .map(({ fn, kind, from, to, enabled }): Place => ({
      fn,
      name: kind,
      space: kind === 'io' ? 'io' : 'memory',
      look: kind === 'io' ? 'io' : kind === 'prefetchable' ? 'prefetch' : 'memory',
      from,
      to,
      state: to < from ? 'none' : enabled ? 'on' : 'off',
    }));
  return [...bars, ...unsized, ...windows];
}

export const isWindow = ({ name }: Place): boolean => !name.startsWith('bar');
