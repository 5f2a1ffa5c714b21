/** Decoding switched on over a BAR that has no address. */
import { say } from '../../base/problem.ts';
import { programmedAddress } from '../../engine/mappings.ts';
import { barText, functionText } from '../names.ts';
import type { Lint } from './lint.ts';
import { moveAway, registerOf } from './place.ts';
import { spaceOf, type Scene } from './scene.ts';

/**
 * Memory or I/O is enabled while a BAR of that kind reads 0. Not of a bridge: its Command is for what is behind it, and much
 * software never looks at the BARs that it has itself.
 */
export function* barAtZero(scene: Scene): Generator<Lint> {
  const { m } = scene;
  for (const { fn, bar } of scene.silent) {
    if (m.board.parts[fn]?.physical !== undefined || m.shape(fn).below) continue;
    if (programmedAddress(m, fn, bar) !== 0) continue;
    if (bar.kind === 'rom' && (m.word(fn, bar.at >> 2) & 1) === 0) continue;
    const space = spaceOf(bar.kind);
    yield {
      id: 'bar-at-zero',
      severity: 'warning',
      where: { ...registerOf(fn, bar), space, from: 0, to: bar.bytes - 1 },
      what: say('lint.bar-at-zero', { who: functionText(m, fn), bar: barText(bar), space }),
      why: say('lint.bar-at-zero-why', { space }),
      fix: () => moveAway(scene, fn, bar),
    };
  }
}
