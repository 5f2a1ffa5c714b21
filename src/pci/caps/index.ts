/** The capabilities that are known so far: those of the first visit's board from the start, the others with all.ts. */
import type { Capability } from './capability.ts';
import { express } from './express.ts';
import { msi } from './msi.ts';
import { msiX } from './msi-x.ts';
import { powerManagement } from './pm.ts';
import { hotPlug } from './shpc.ts';
import { slotId } from './slot-id.ts';
import { vendorSpecific } from './vendor-specific.ts';

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

addCapabilities([powerManagement, slotId, msi, vendorSpecific, hotPlug, express, msiX]);

/** Every table that is known. */
export const capabilityTables = (): readonly Capability[] => [...tables.values()];

/** The table of a capability id; undefined when there is none. */
export const capabilityTable = (id: number, extended: boolean): Capability | undefined =>
  tables.get(key(id, extended));

/** The title of a capability id, with a table or without; undefined when nobody knows it. */
export const capabilityTitle = (id: number, extended: boolean): string | undefined =>
  tables.get(key(id, extended))?.title ?? titles.get(key(id, extended));
