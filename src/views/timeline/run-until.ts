/** Going on to where something happens: breakpoints that are met once, and lints of what has been recorded. */
import type { Message, MessageId } from '../../base/problem.ts';
import type { Breakpoint } from '../../session/breakpoints.ts';
import type { Sentences } from '../../session/sentences.ts';
import { lintRowsStore } from '../../store/lint-rows.ts';
import { runToPoint } from '../../store/program-store.ts';
import { seek, sessionStore, stepProgram } from '../../store/session-store.ts';
import { firstFrom } from './layout.ts';

export type Until = Breakpoint | { readonly on: 'lint' };
export type Reached = 'there' | 'never' | 'looking';

export async function runUntil(until: Until): Promise<Reached> {
  if (until.on !== 'lint') return (await runToPoint(until)) ? 'there' : 'never';
  const { cursor, program, head } = sessionStore.getState();
  if (toLint(cursor)) return 'there';
  if (!lintRowsStore.getState().isAll) return 'looking';
  if (program === undefined) return 'never';
  // what a program does is recorded: it runs to its end, and one goes back to where it first looked wrong
  await stepProgram(Infinity);
  await allLooked();
  return toLint(head) ? 'there' : 'never';
}

function toLint(cursor: number): boolean {
  const { rows } = lintRowsStore.getState();
  const row = rows.at(firstFrom(rows, cursor));
  if (row < 0) return false;
  seek(row + 1);
  return true;
}

const allLooked = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = lintRowsStore.subscribe(({ isAll }) => {
      if (!isAll) return;
      stop();
      resolve();
    });
  });

/** Nobody chooses from more, nor waits for what was said longer ago. */
const most = 60;
const farthest = 20_000;

/** What programs have said so far, each kind of sentence once, as it was last said. */
export function sentencesSaid(sentences: Sentences): readonly Message[] {
  const last = new Map<MessageId, Message>();
  const end = Math.max(0, sentences.length - farthest);
  for (let i = sentences.length - 1; i >= end && last.size < most; i--) {
    const say = sentences.at(i)?.say;
    if (say && !last.has(say.id)) last.set(say.id, say);
  }
  return [...last.values()].toReversed();
}
