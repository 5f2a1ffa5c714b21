/** The capabilities that are known so far: none before all.ts is loaded, which the first paint does not wait for. */
import type { Capability } from './capability.ts';

export type { Capability } from './capability.ts';

const key = (id: number, extended: boolean): number => id + (extended ? 0x10000 : 0);

const tables = new Map<number, Capability>();
const titles = new Map<number, string>();

let isMissed = false;
let tell: (() => void) | undefined;

/** Has `told` called whenever somebody asks for a table that is not there; at once if somebody has. */
export function whenMissing(told: () => void): void {
  tell = told;
  if (isMissed) told();
}

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
export function capabilityTable(id: number, extended: boolean): Capability | undefined {
  const table = tables.get(key(id, extended));
  if (table === undefined) {
    isMissed = true;
    tell?.();
  }
  return table;
}

/** The title of a capability id, with a table or without; undefined when nobody knows it. */
export const capabilityTitle = (id: number, extended: boolean): string | undefined =>
  tables.get(key(id, extended))?.title ?? titles.get(key(id, extended));
