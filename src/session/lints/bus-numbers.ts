/** Bus numbers that do not count upwards: a number leads to the wrong bus, or to none. */
import { hex } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import { busOf } from '../../engine/explain.ts';
import { busNumbers } from '../../engine/route-config.ts';
import { functionText } from '../names.ts';
import { noFix, type Fix, type Lint } from './lint.ts';
import { setpciLine } from './place.ts';
import type { Scene } from './scene.ts';

interface Numbers {
  readonly fn: number;
  readonly primary: number;
  readonly secondary: number;
  readonly subordinate: number;
}

const text = (n: number): string => hex(n, 2);
const where = (fn: number) => ({ fn, offset: 0x18, bytes: 3 });

/** Not numbered yet, or put out of the way until its turn comes (secondary above everything, nothing behind it). */
const isWaiting = ({ secondary, subordinate }: Numbers): boolean =>
  subordinate === 0 && (secondary === 0 || secondary === 0xff);

const numbersOf = (scene: Scene, fn: number): Numbers => ({ fn, ...busNumbers(scene.m, fn) });

function numbered(scene: Scene): Numbers[] {
  return scene.bridges.map((fn) => numbersOf(scene, fn)).filter((n) => !isWaiting(n));
}

/** Secondary at or below primary, subordinate below secondary. */
export function* busOrder(scene: Scene): Generator<Lint> {
  const { m } = scene;
  for (const numbers of numbered(scene)) {
    const { fn, primary, secondary, subordinate } = numbers;
    if (secondary > primary && subordinate >= secondary) continue;
    yield {
      id: 'bus-order',
      severity: 'warning',
      where: where(fn),
      what: say('lint.bus-order', {
        bridge: functionText(m, fn),
        primary: text(primary),
        secondary: text(secondary),
        subordinate: text(subordinate),
      }),
      why: say('lint.bus-order-why', {}),
      fix: () => (secondary > primary ? reach(scene, fn, highest(scene, numbers)) : renumber(scene, fn)),
    };
  }
}

/** A bridge whose numbers the bridge above it does not pass down. */
export function* busOutside(scene: Scene): Generator<Lint> {
  const { m } = scene;
  for (const { fn, secondary, subordinate } of numbered(scene)) {
    const parent = scene.bridgeOver(scene.wireOf(fn));
    if (parent < 0) continue;
    const above = numbersOf(scene, parent);
    if (secondary > above.secondary && subordinate <= above.subordinate) continue;
    yield {
      id: 'bus-outside',
      severity: 'warning',
      where: where(fn),
      what: say('lint.bus-outside', {
        bridge: functionText(m, fn),
        from: text(secondary),
        to: text(subordinate),
        above: functionText(m, parent),
        secondary: text(above.secondary),
        subordinate: text(above.subordinate),
      }),
      why: say('lint.bus-outside-why', {}),
      fix: () => (secondary > above.secondary ? reach(scene, parent, subordinate) : renumber(scene, fn)),
    };
  }
}

/** Bridges on one bus that claim the same number. */
export function* busOverlap(scene: Scene): Generator<Lint> {
  const { m } = scene;
  for (const wire of m.board.wires.keys()) {
    const siblings = numberedOn(scene, wire).toSorted((a, b) => a.secondary - b.secondary);
    let before: Numbers | undefined;
    for (const numbers of siblings) {
      if (before && numbers.secondary <= before.subordinate) {
        // the one with no numbers behind it is the easier to renumber
        const { fn } = isLast(scene, before) && !isLast(scene, numbers) ? before : numbers;
        yield {
          id: 'bus-overlap',
          severity: 'warning',
          where: where(fn),
          what: say('lint.bus-overlap', {
            one: functionText(m, before.fn),
            other: functionText(m, numbers.fn),
            from: text(numbers.secondary),
            to: text(Math.min(before.subordinate, numbers.subordinate)),
          }),
          why: say('lint.bus-overlap-why', {}),
          fix: () => renumber(scene, fn),
        };
      }
      if (!before || numbers.subordinate > before.subordinate) before = numbers;
    }
  }
}

const numberedOn = (scene: Scene, wire: number): Numbers[] =>
  scene.m
    .bridgesOn(wire)
    .filter((fn) => scene.m.isPresent(fn))
    .map((fn) => numbersOf(scene, fn))
    .filter((n) => !isWaiting(n));

const isLast = (scene: Scene, { fn }: Numbers): boolean =>
  numberedOn(scene, scene.m.wireBelow(fn)).length === 0;

/** The highest number that a bridge must pass: its own, or one behind it. */
const highest = (scene: Scene, { fn, secondary }: Numbers): number =>
  Math.max(secondary, ...numberedOn(scene, scene.m.wireBelow(fn)).map((n) => n.subordinate));

function reach(scene: Scene, fn: number, subordinate: number): Fix | undefined {
  const line = setpciLine(scene.m, fn, { SUBORDINATE_BUS: text(subordinate) });
  const slots = { bridge: functionText(scene.m, fn), to: text(subordinate) };
  return line === undefined ? undefined : { say: say('lint.fix-reach', slots), line };
}

/** Gives a bridge the lowest number that nobody beside or above it has. */
function renumber(scene: Scene, fn: number): Fix | undefined {
  const { m } = scene;
  const wire = scene.wireOf(fn);
  const primary = busOf(m, wire);
  if (primary < 0 || m.shape(fn).root) return noFix();
  const parent = scene.bridgeOver(wire);
  const last = parent < 0 ? 0xff : numbersOf(scene, parent).subordinate;
  const siblings = numberedOn(scene, wire).filter((n) => n.fn !== fn);
  for (let number = primary + 1; number <= last; number++) {
    if (siblings.some((n) => n.secondary <= number && number <= n.subordinate)) continue;
    const line = setpciLine(m, fn, {
      PRIMARY_BUS: text(primary),
      SECONDARY_BUS: text(number),
      SUBORDINATE_BUS: text(number),
    });
    const slots = { bridge: functionText(m, fn), number: text(number) };
    return line === undefined ? undefined : { say: say('lint.fix-renumber', slots), line };
  }
  return undefined;
}
