/** English names of what the chipset itself keeps in the address spaces: as the models call it. */
import type { Said } from '../pieces.ts';

export const places = {
  'place.name': (s: { name: string }) => s.name,
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
