/** English of names that data carries: machines of ours, parts of the chipset. They are their own English. */
import type { Said } from '../pieces.ts';

export const names = {
  'name.place': (s: { name: string }) => s.name,
  'name.scenario': (s: { title: string }) => s.title,
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
