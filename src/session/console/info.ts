/** QEMU's `info`: what its monitor would print of this machine. */
import { nearest } from '../../base/nearest.ts';
import { fail, ok, say, type Result } from '../../base/problem.ts';
import type { Machine } from '../../engine/machine.ts';
import { regions, type Region } from '../../engine/regions.ts';
import { writeQemuCommandLine } from '../../formats/qemu-command-line-write.ts';
import { infoMtree, infoPci, type FlatRange } from '../../formats/qemu-info.ts';
import { infoOf } from '../../formats/qemu-info-of.ts';
import { listFunctions } from '../listed.ts';
import { barText, functionText } from '../names.ts';
import type { Action, Context } from './verb.ts';
import type { Word } from './words.ts';

export const infoTopics = ['pci', 'mtree', 'qemu'] as const;

/** `pci` and `mtree` are QEMU's; `qemu` is the command line that makes the same machine there. */
export function info(
  { machine, scenario }: Context,
  words: readonly Word[],
  end: number,
): Result<readonly Action[]> {
  const [word, extra] = words;
  const expected = infoTopics.join(', ');
  if (!word) return fail(say('problem.expected', { expected, given: '' }), { from: end, to: end });
  const topic = infoTopics.find((t) => t === word.text);
  if (!topic) {
    const known = nearest(word.text, infoTopics);
    const place = { from: word.from, to: word.to };
    return fail(
      say('problem.unknown', { what: 'info', given: word.text, nearest: known }),
      place,
      known === '' ? undefined : known,
    );
  }
  // `-f` is how QEMU asks for the flat view, which is the one that is printed here anyway
  if (extra && !(topic === 'mtree' && extra.text === '-f')) {
    return fail(say('problem.extra', { given: extra.text }), { from: extra.from, to: extra.to });
  }
  switch (topic) {
    case 'pci':
      return ok([{ kind: 'print', text: pciText(machine) }]);
    case 'mtree':
      return ok([{ kind: 'print', text: mtreeText(machine) }]);
    case 'qemu':
      return ok([{ kind: 'print', text: `${writeQemuCommandLine(scenario)}\n` }]);
  }
}

const pciText = (m: Machine): string =>
  infoPci(
    listFunctions(m).map(({ fn, listed }) => {
      const path = m.board.parts[fn]?.path ?? '';
      return infoOf(listed, path.includes('@') || m.board.parts[fn]?.builtIn ? '' : path);
    }),
  );

const kinds: Readonly<Record<Region['kind'], string>> = {
  ram: 'ram',
  rom: 'rom',
  ecam: 'i/o',
  apic: 'i/o',
  fixed: 'i/o',
  latch: 'i/o',
  data: 'i/o',
  bar: 'i/o',
  legacy: 'i/o',
  none: 'i/o',
};

function mtreeText(m: Machine): string {
  const ranges = (space: 'io' | 'memory'): FlatRange[] =>
    regions(m, space).map((r) => ({
      from: r.from,
      to: r.to,
      kind: r.bar?.kind === 'rom' ? 'rom' : kinds[r.kind],
      name: r.fn >= 0 ? `${functionText(m, r.fn)} ${r.bar ? barText(r.bar) : 'VGA'}` : (r.name ?? r.kind),
    }));
  return infoMtree([
    { spaces: [{ name: 'memory', root: 'system' }], root: 'system', ranges: ranges('memory') },
    { spaces: [{ name: 'I/O', root: 'io' }], root: 'io', ranges: ranges('io') },
  ]);
}
