/** The capability lists as chains of boxes: where the pointer is, what hangs on it, where it goes on. */
import { titleOf } from '../../pci/describe.ts';
import type { Description } from '../../pci/describe.ts';
import { isCapability, type CapabilityAt } from '../../pci/walk.ts';

export interface Link {
  readonly at: number;
  readonly id: number;
  readonly title: string;
  readonly version: number | undefined;
  /** Nobody knows the id, or knows only its name: its registers are not decoded. */
  readonly opaque: boolean;
  readonly trouble: CapabilityAt['trouble'];
  /** False for a link that only says where the walk ended. */
  readonly real: boolean;
}

export interface Chain {
  readonly extended: boolean;
  /** Where the first pointer stands: 0x34 (0x14 in CardBus); the extended list starts at 0x100 without one. */
  readonly pointer: number | undefined;
  readonly links: readonly Link[];
}

export function chainsOf({ capabilities, header }: Description): Chain[] {
  const chain = (extended: boolean): Chain => ({
    extended,
    pointer: extended ? undefined : header.id === 'type-2' ? 0x14 : 0x34,
    links: capabilities
      .filter((row) => row.extended === extended)
      .map((row) => ({
        at: row.at,
        id: row.id,
        title: titleOf(row),
        version: row.version,
        opaque: isCapability(row) && row.capability === undefined,
        trouble: row.trouble,
        real: isCapability(row),
      })),
  });
  return [chain(false), chain(true)].filter(({ links }) => links.length > 0);
}
