/** The lints: of a machine as it stands, and of one access. Nothing is kept; whoever asks often keeps the answer. */
import { atOnce } from '../../base/at-once.ts';
import type { Machine } from '../../engine/machine.ts';
import { busOrder, busOutside, busOverlap } from './bus-numbers.ts';
import { allOnes, barLastWide, capabilityList } from './capability-list.ts';
import { barAtZero } from './decode.ts';
import { most, type Lint } from './lint.ts';
import { masterBelow, messageNotMaster } from './masters.ts';
import { barInRam, barInWindow, barOverlap, windowsOverlap } from './overlap.ts';
import { Scene } from './scene.ts';
import { barOutside, windowOutside } from './windows.ts';

export { lintsOfRow } from './rows.ts';

/** Gives what it finds one by one, so that one may stop. */
type StateLint = (scene: Scene) => Generator<Lint>;

/** In the order in which they are told. */
const stateLints: readonly StateLint[] = [
  allOnes,
  barOverlap,
  barInWindow,
  barInRam,
  windowsOverlap,
  barOutside,
  windowOutside,
  barAtZero,
  busOrder,
  busOutside,
  busOverlap,
  messageNotMaster,
  masterBelow,
  capabilityList,
  barLastWide,
];

/** Of the machine where it stands now; of each lint, the first `most`. */
export const lintsOf = (m: Machine): readonly Lint[] => atOnce(findLints(m));

/** The same one lint after the other, which takes long on a full board. The machine stays where it is meanwhile. */
export function* findLints(m: Machine): Generator<void, readonly Lint[]> {
  const scene = new Scene(m);
  const found: Lint[] = [];
  for (const find of stateLints) {
    yield;
    found.push(...upTo(most, find(scene)));
  }
  return found;
}

function* upTo<T>(count: number, all: Iterable<T>): Generator<T> {
  let left = count;
  for (const each of all) {
    yield each;
    if (--left === 0) return;
  }
}
