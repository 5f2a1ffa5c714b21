/** Messages that stand in somebody's way: each has a reason and a way out in the words of every language. */
import type { Messages } from './messages.ts';
import type { Message } from './problem.ts';

export type TroubleId = Extract<
  keyof Messages,
  `problem.${string}` | `formats.${string}` | `search.${string}` | `link.${string}`
>;

/** A message with a reason and a way out: the words `<id>-why` and `<id>-fix`, with the same slots. */
export type Trouble = Extract<Message, { id: TroubleId }>;

export const isTrouble = (message: Message): message is Trouble =>
  /^(?:problem|formats|search|link)\./.test(message.id);

/** The slots of every reason and every way out. */
export type TroubleWords = { [K in TroubleId as `${K}-why` | `${K}-fix`]: Messages[K] };
