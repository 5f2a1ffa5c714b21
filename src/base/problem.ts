/** What a person can act on: a message with its slots and the place it is about. Returned, never thrown. */
import type { Messages } from './messages.ts';

export type MessageId = keyof Messages;

/** One thing to say: an id of the catalogue and the values for its slots. */
export type Message = { [K in MessageId]: { readonly id: K; readonly with: Messages[K] } }[MessageId];

/** Where the trouble is, in the text that was given: characters `from..to` (end excluded) of line `line` (from 1). */
export interface Place {
  readonly line?: number;
  readonly from?: number;
  readonly to?: number;
}

export interface Problem {
  readonly message: Message;
  readonly place?: Place;
  /** What may stand at the place instead, for the person to accept. */
  readonly fix?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** Makes a message; key and slots are checked by the compiler. */
export const say = <K extends MessageId>(id: K, slots: Messages[K]): Message =>
  ({ id, with: slots }) as Message;

/** A message put together again from what it was taken apart into. */
export const sayAgain = (id: MessageId, slots: Readonly<Record<string, unknown>>): Message =>
  ({ id, with: slots }) as Message;

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (message: Message, place?: Place, fix?: string): Result<never> => ({
  ok: false,
  problem: { message, ...(place ? { place } : {}), ...(fix === undefined ? {} : { fix }) },
});
