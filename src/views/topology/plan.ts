/** What hangs on what, as the layout needs it: rails with units, a unit being a card or several functions of one device. */
import type { Board } from '../../engine/board.ts';
import type { Kind } from '../../models/model.ts';

/** A count that stands for cards that are not drawn: a subtree (on its bridge's card), or the rest of a rail. */
export interface Folded {
  readonly what: 'behind' | 'more';
  /** The wire to unfold. */
  readonly wire: number;
  readonly buses: number;
  readonly functions: number;
  /** Of a subtree. */
  readonly kinds: ReadonlyMap<Kind, number>;
}

/** Functions drawn as one card: one, or all of a multifunction device that has no bridge. */
export interface Unit {
  readonly fns: readonly number[];
  /** The wire behind it, for a bridge; -1 else. */
  readonly below: number;
  /** It stands for more than itself. */
  readonly folded?: Folded;
}

export interface Plan {
  /** The host bridge, drawn as the box between the CPU and bus 0; -1 when the board has none. */
  readonly host: number;
  /** By wire. */
  readonly rails: readonly (readonly Unit[])[];
}

const nobody: ReadonlySet<number> = new Set();

const hostBridgeClass = 0x0600;

/** The board as a drawing: units by rising device number. `absent`: functions that are not plugged in, and not drawn. */
export function planOf(board: Board, absent: ReadonlySet<number> = nobody): Plan {
  const host = board.parts.findIndex(
    (p) => p.wire === 0 && p.devfn === 0 && (p.shape.reset[2] ?? 0) >>> 16 === hostBridgeClass,
  );
  const devfn = (fn: number): number => board.parts[fn]?.devfn ?? 0;
  const below = (fn: number): number => board.parts[fn]?.below ?? -1;
  const onWire = board.wires.map((): number[] => []);
  board.parts.forEach((part, fn) => {
    if (fn !== host && !absent.has(fn)) onWire[part.wire]?.push(fn);
  });
  const rails = onWire.map((fns) => {
    const devices = new Map<number, number[]>();
    for (const fn of fns.toSorted((x, y) => devfn(x) - devfn(y))) {
      const device = devfn(fn) >> 3;
      const beside = devices.get(device);
      if (beside) beside.push(fn);
      else devices.set(device, [fn]);
    }
    return [...devices.values()].flatMap((device): Unit[] =>
      device.length > 1 && device.every((fn) => below(fn) < 0)
        ? [{ fns: device, below: -1 }]
        : device.map((fn) => ({ fns: [fn], below: below(fn) })),
    );
  });
  return { host, rails };
}
