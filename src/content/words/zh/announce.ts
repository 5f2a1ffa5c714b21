/** What is said aloud of a step, in Simplified Chinese. */
import type { Translation } from '../catalogue.ts';
import type { announce as english } from '../en/announce.ts';

export const announce: Translation<typeof english> = {
  'announce.phase': ({ phase, at, of }) => `${phase}，第 ${String(at)} 步，共 ${String(of)} 步。`,
  'announce.begins': ({ phase }) => `阶段：${phase}。`,
  'announce.step': ({ at, of, place }) =>
    `第 ${String(at)} 步，共 ${String(of)} 步${place === '' ? '' : `，${place}`}。`,
};
