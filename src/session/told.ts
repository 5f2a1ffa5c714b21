/** How a story came out, in one word: a session that is told again and comes out otherwise is told by changed programs or models. */
import type { Trace } from '../engine/trace.ts';

/** Rows that are looked at: of a longer story some, spread evenly, its last among them. */
const most = 4096;

const mix = (hash: number, word: number): number => Math.imul(hash ^ word, 0x0100_0193);

/** Of what the software asked and what it was answered; who answered, and where the words stand, may change. */
export function toldBy({ length, op, bytes, outcome, address, value, high }: Trace): number {
  let hash = mix(0x811c_9dc5, length);
  const count = Math.min(length, most);
  for (let i = 1; i <= count; i++) {
    const row = Math.floor((i * length) / count) - 1;
    const at = address[row] ?? 0;
    const how = (op[row] ?? 0) | ((bytes[row] ?? 0) << 8) | ((outcome[row] ?? 0) << 16);
    for (const word of [how, at | 0, Math.floor(at / 0x1_0000_0000), value[row] ?? 0, high[row] ?? 0])
      hash = mix(hash, word);
  }
  return hash >>> 0;
}
