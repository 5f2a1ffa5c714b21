/** Machine types of older versions, where their PCI functions differ from today's; and names that models have besides their own. */
import type { Board } from '../engine/board.ts';
import { mch } from '../models/chipset/mch.ts';

/** "4.1" of `-M pc-q35-4.1` as 401; today's when none is said. */
function versionOf(args: readonly string[]): number {
  const given = args.findLastIndex((arg) => /^--?(?:M|machine)$/.test(arg));
  const [, major, minor] = /^(?:type=)?pc-(?:q35|i440fx)-(\d+)\.(\d+)/.exec(args[given + 1] ?? '') ?? [];
  return major === undefined ? Infinity : Number(major) * 100 + Number(minor);
}

/** The board as the machine type's version has it (qemu: pc_compat_4_1). */
export function asOld(board: Board, args: readonly string[]): Board {
  if (board.platform.id !== 'q35' || versionOf(args) > 401) return board;
  const parts = board.parts.map((part) =>
    part.builtIn === true && part.model === 'mch' ? { ...part, shape: mch(false) } : part,
  );
  return { ...board, parts };
}

const aliases: Readonly<Record<string, string>> = {
  ac97: 'AC97',
  es1370: 'ES1370',
  'e1000-82540em': 'e1000',
  ahci: 'ich9-ahci',
  lsi: 'lsi53c895a',
};

const virtio = new Set(
  '9p balloon blk gpu input-host iommu keyboard mouse net rng scsi serial tablet'.split(' '),
);

/** A model's own name (qemu: qdev_alias_table). */
export function ownName(model: string): string {
  const kind = /^virtio-(.*)$/.exec(model)?.[1];
  return kind !== undefined && virtio.has(kind) ? `${model}-pci` : (aliases[model] ?? model);
}
