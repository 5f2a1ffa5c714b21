/** What is said aloud of a step. */
import type { Said } from '../pieces.ts';

export const announce = {
  'announce.phase': (s: { phase: string; at: number; of: number }) =>
    `${s.phase}, step ${String(s.at)} of ${String(s.of)}.`,
  'announce.begins': (s: { phase: string }) => `Phase: ${s.phase}.`,
  'announce.step': (s: { at: number; of: number; place: string }) =>
    `Step ${String(s.at)} of ${String(s.of)}${s.place === '' ? '' : `, ${s.place}`}.`,
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
