/** The models as a list to search: each with the ids that it has, its name, and its kind. */
import type { Kind, Model } from '../../models/model.ts';
import { deviceName, vendorName, type PciIds } from '../../pci/ids.ts';
import { hex } from '../../base/hex.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { startValues } from './draft.ts';
import { tryPart } from '../../scenario/try-part.ts';

export interface Listed {
  readonly model: Model;
  readonly vendor: number;
  readonly device: number;
}

/** Between them, these boards take every model. */
const boards = (['q35', 'pc'] as const).map((machine): Scenario => ({
  title: '',
  machine,
  ram: 16,
  authentic: 'qemu',
  parts: [],
}));

/** Vendor and device of a model on a root bus, one over the other; 0 where none takes it. */
function idsOn(scenario: Scenario, models: readonly Model[], model: Model): number {
  const values = startValues(scenario, models, model);
  const { built, fn } = tryPart(scenario, models, { model: model.id, properties: values });
  return built.board.parts[fn ?? -1]?.shape.reset[0] ?? 0;
}

/** What each model would be on a root bus. What is no function has no place on one. */
export function listModels(models: readonly Model[]): readonly Listed[] {
  const functions = models.filter((model) => model.bus !== 'none');
  return functions.map((model) => {
    const ids = boards.reduce((found, board) => found || idsOn(board, models, model), 0);
    return { model, vendor: ids & 0xffff, device: ids >>> 16 };
  });
}

/** "8086:100e". */
export const idsText = ({ vendor, device }: Pick<Listed, 'vendor' | 'device'>): string =>
  `${hex(vendor, 4)}:${hex(device, 4)}`;

/** The device's name, else its vendor's; empty where nobody gave one. */
export const humanName = ({ vendor, device }: Pick<Listed, 'vendor' | 'device'>, ids?: PciIds): string =>
  deviceName(vendor, device, ids) ?? vendorName(vendor, ids) ?? '';

/** Those that have every word of the text in their id, kind, name, maker or ids. */
export function matching(
  list: readonly Listed[],
  text: string,
  kindWord: (kind: Kind) => string,
  ids?: PciIds,
): readonly Listed[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return list.filter((each) => {
    const { model, vendor } = each;
    const all = [
      model.id,
      kindWord(model.kind),
      humanName(each, ids),
      vendorName(vendor, ids) ?? '',
      idsText(each),
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** By kind, in the order in which the catalogue first names the kinds. */
export function grouped(list: readonly Listed[]): readonly (readonly [Kind, readonly Listed[]])[] {
  const groups = new Map<Kind, Listed[]>();
  for (const each of list) groups.set(each.model.kind, [...(groups.get(each.model.kind) ?? []), each]);
  return [...groups];
}
