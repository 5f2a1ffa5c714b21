/** Names that models have besides their own. */

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
