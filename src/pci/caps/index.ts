/** The capabilities that are known so far: none before all.ts is loaded, which the first paint does not wait for. */
import type { Capability } from './capability.ts';

export type { Capability } from './capability.ts';

const key = (id: number, extended: boolean): number => id + (extended ? 0x10000 : 0);

const tables = new Map<number, Capability>();
const titles = new Map<number, string>();

/** Makes tables known. */
export function addCapabilities(more: readonly Capability[]): void {
  for (const table of more) tables.set(key(table.cap.id, table.cap.extended), table);
}

/** Names capabilities that have no table. */
export function addTitles(
  more: readonly { readonly id: number; readonly extended: boolean; readonly title: string }[],
): void {
  for (const { id, extended, title } of more) titles.set(key(id, extended), title);
}

/** Every table that is known. */
export const capabilityTables = (): readonly Capability[] => [...tables.values()];

/** The table of a capability id; undefined when there is none. */
export const capabilityTable = (id: number, extended: boolean): Capability | undefined =>
  tables.get(key(id, extended));

/** The title of a capability id, with a table or without; undefined when nobody knows it. */
export const capabilityTitle = (id: number, extended: boolean): string | undefined =>
  tables.get(key(id, extended))?.title ?? titles.get(key(id, extended));
