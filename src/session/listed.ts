/** The machine's functions as lspci lists them: reachable ones, with the bytes that a config read would give. */
import { bdfOf } from '../engine/explain.ts';
import type { Machine } from '../engine/machine.ts';
import { configLimit } from '../engine/config.ts';
import type { ListedFunction } from '../formats/lspci/listed.ts';

/** Function index and listing of everything that a bus number leads to now. Looking causes no bus cycle. */
export function listFunctions(m: Machine): { fn: number; listed: ListedFunction }[] {
  return m.board.parts.flatMap((part, fn) => {
    const bdf = bdfOf(m, fn);
    if (bdf < 0 || m.find(bdf) !== fn) return [];
    const config = new Uint8Array(configLimit(m, fn));
    for (let word = 0; word * 4 < config.length; word++) {
      const value = m.look(fn, word);
      for (let i = 0; i < 4; i++) config[word * 4 + i] = value >>> (i * 8);
    }
    const sizes = Object.fromEntries(part.shape.bars.map((bar) => [bar.index, bar.bytes]));
    return [{ fn, listed: { domain: 0, bdf, config, sizes } }];
  });
}
