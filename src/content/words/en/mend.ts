/** English sentences of what mends a board, and the words of the list that offers it. */
import type { Messages } from '../../../base/messages.ts';
import { said, strong, value, type Said, type Sentences } from '../pieces.ts';

type MendMessages = { [K in keyof Messages as K extends `mend.${string}` ? K : never]: Messages[K] };

export const mendMessages = {
  'mend.model': ({ model }) => said`Takes ${value(model)} instead.`,
  'mend.bus': ({ bus }) => said`Puts it on ${value(bus)}.`,
  'mend.slot': 'Puts it into the lowest free slot.',
  'mend.id': ({ id }) => said`Calls it ${value(id)}.`,
  'mend.property': ({ property, value: to }) => said`Sets ${value(`${property}=${to}`)}.`,
  'mend.drop': ({ property }) => said`Leaves ${value(property)} out.`,
  'mend.leave-out': ({ model }) => said`Leaves ${value(model)} out.`,
  'mend.hardware': ({ part }) => said`Takes the edit of ${value(part)} back.`,
} satisfies Sentences<MendMessages>;

export const mend = {
  'trouble.mend': 'Mend it',
  'trouble.replace': (s: { fix: string }) => said`Write ${value(s.fix)}`,
  'change.mended': (s: { part: string; undone: boolean }) =>
    s.undone ? said`${strong(s.part)} is as it was asked for again.` : said`${strong(s.part)} was changed.`,
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
