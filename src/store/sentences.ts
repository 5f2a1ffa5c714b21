/** Where one stands among the sentences of programs. Arithmetic on what the session tells; no store in here. */
import { entryAt, stepsIn } from '../session/log.ts';
import type { Sentence } from '../session/sentences.ts';
import type { SessionState } from './session-store.ts';

/** What of the session is needed to know. */
export type Told = Readonly<Pick<SessionState, 'sentences' | 'program' | 'head' | 'cursor' | 'log'>>;

/** A sentence that a person went to: those without an access share their row with others. It counts while the cursor stays. */
export interface Picked {
  readonly cursor: number;
  /** -1: before the first. */
  readonly index: number;
}

/** How many sentences have been carried out: all but the one that is only announced. */
export const carriedOut = ({ sentences, program }: Told): number =>
  program === undefined ? sentences.length : sentences.length - 1;

/** The row after the last access of a sentence. -1: where the first sentence begins. */
export function endOf(told: Told, index: number): number {
  if (index + 1 < told.sentences.length) return told.sentences.rowOf(index + 1);
  const last = told.log.findLastIndex(({ entry }) => stepsIn(entry) !== undefined);
  return told.log[last + 1]?.first ?? told.head;
}

/** Index of the sentence that the cursor is in, or has just finished; -1 before the first. */
export function sentenceAt(told: Told, picked?: Picked): number {
  const { sentences, cursor } = told;
  const count = carriedOut(told);
  if (picked?.cursor === cursor && picked.index < count) {
    const row = picked.index < 0 ? 0 : sentences.rowOf(picked.index);
    if (row <= cursor && cursor <= endOf(told, picked.index)) return picked.index;
  }
  return sentences.firstFrom(cursor, 0, count) - 1;
}

/** The sentence that the access under the cursor belongs to; undefined where a person acted. */
export function sentenceOfRow(told: Told, picked?: Picked): Sentence | undefined {
  const index = sentenceAt(told, picked);
  if (picked?.cursor === told.cursor && picked.index === index) return told.sentences.at(index);
  const entry = told.log[entryAt(told.log, told.cursor - 1)]?.entry;
  return entry && stepsIn(entry) !== undefined ? told.sentences.at(index) : undefined;
}

/** Whether a program begins with this sentence. */
export function beginsAt({ sentences, log }: Told, index: number): boolean {
  const sentence = sentences.at(index);
  const before = sentences.at(index - 1);
  if (!sentence || (before?.row === sentence.row && before.program === sentence.program)) return false;
  const isStart = ({ entry }: Told['log'][number]): boolean => entry.commands.some((c) => c.do === 'start');
  return log.some((logged) => logged.first === sentence.row && isStart(logged));
}
