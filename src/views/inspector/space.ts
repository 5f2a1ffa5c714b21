/** A function's configuration space as this view reads it: the looked-at words, what may be written, what just changed. */
import type { Machine } from '../../engine/machine.ts';
import { describe, type ConfigSpace, type Description } from '../../pci/describe.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { bdfText } from '../../session/names.ts';

export interface Space {
  readonly fn: number;
  /** Bytes of the space. */
  readonly size: 64 | 256 | 4096;
  /** Bytes that are known; a dump may end earlier than the space. */
  readonly known: number;
  /** As a bus read would give them, signed. */
  readonly words: Int32Array;
  readonly write: Int32Array;
  readonly w1c: Int32Array;
  /** Bit n of element r: byte 16 r + n changed in the row at the cursor. */
  readonly changed: Uint16Array;
  readonly config: ConfigSpace;
}

/** How many bytes of a function a dump holds; undefined when the machine is not a dump. */
export function dumpedBytes(scenario: Scenario, path: string): number | undefined {
  if (scenario.machine !== 'dump') return undefined;
  const found = scenario.functions?.find(({ bdf }) => path === bdfText(bdf));
  return found === undefined ? undefined : found.config.length >> 1;
}

/** Reads everything once. `cursor` is the row of the trace that the machine stands after. */
export function spaceOf(m: Machine, fn: number, cursor: number, dumped?: number): Space {
  const shape = m.shape(fn);
  const words = new Int32Array(shape.words);
  for (let i = 0; i < words.length; i++) words[i] = m.look(fn, i);
  const size = shape.words > 64 ? 4096 : 256;
  const known = Math.min(dumped ?? size, size);
  return {
    fn,
    size,
    known,
    words,
    write: shape.write,
    w1c: shape.w1c,
    changed: changedBytes(m, fn, cursor),
    config: {
      bytes: known <= 64 ? 64 : size,
      word: (n) => (n * 4 + 4 <= known ? words[n] : undefined),
    },
  };
}

/** The bytes that the row before the cursor changed, as far as the machine has been wound into it. */
export function changedBytes(m: Machine, fn: number, cursor: number): Uint16Array {
  const { words } = m.shape(fn);
  const changed = new Uint16Array(words >> 2);
  if (cursor === 0) return changed;
  const { tape } = m.image;
  const base = m.base[fn] ?? 0;
  const from = cursor > 1 ? (m.trace.tape[cursor - 2] ?? 0) : 0;
  const to = Math.min(m.trace.tape[cursor - 1] ?? 0, tape.position);
  const net = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const word = (tape.at[i] ?? 0) - base;
    if (word < 0 || word >= words) continue;
    net.set(word, (net.get(word) ?? 0) ^ (tape.old[i] ?? 0) ^ (tape.now[i] ?? 0));
  }
  for (const [word, bits] of net) {
    for (let byte = 0; byte < 4; byte++) {
      if (((bits >>> (byte * 8)) & 0xff) === 0) continue;
      changed[word >> 2] = (changed[word >> 2] ?? 0) | (1 << ((word & 3) * 4 + byte));
    }
  }
  return changed;
}

export const byteOf = (words: Int32Array, offset: number): number =>
  ((words[offset >> 2] ?? 0) >>> ((offset & 3) * 8)) & 0xff;

/** Describes spaces, keeping the last description while nothing that it depends on has changed. */
export function describer(): (space: Space) => Description {
  let last: { readonly space: Space; readonly description: Description } | undefined;
  return (space) => {
    if (last !== undefined && sameStructure(last.space, space)) return last.description;
    last = { space, description: describe(space.config) };
    return last.description;
  };
}

/** Lists and layouts hang on bits that software cannot write. */
function sameStructure(a: Space, b: Space): boolean {
  if (a.write !== b.write || a.fn !== b.fn || a.known !== b.known) return false;
  return a.words.every((word, i) => {
    const fixed = ~((a.write[i] ?? 0) | (a.w1c[i] ?? 0));
    return (word & fixed) === ((b.words[i] ?? 0) & fixed);
  });
}
