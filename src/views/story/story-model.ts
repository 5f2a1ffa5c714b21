/** What the story line shows: the session's moment, in words. */
import { useStore } from 'zustand';
import type { Message } from '../../base/problem.ts';
import { bdfText } from '../../session/names.ts';
import { registerText } from '../../session/register-text.ts';
import { sessionStore, type SessionState } from '../../store/session-store.ts';
import { chapterAt } from '../../store/chapters.ts';
import { programStore } from '../../store/program-store.ts';
import { sentenceOfRow } from '../../store/sentences.ts';
import type { Sentence } from '../../session/sentences.ts';

export interface StoryModel {
  /** The scenario's title. */
  readonly title: string;
  /** Nothing to tell before the first frame. */
  readonly ready: boolean;
  readonly sentence: Message;
  /** Rows behind us, and rows in all. */
  readonly at: number;
  readonly of: number;
  /** All beats of the row have been shown. */
  readonly whole: boolean;
  /** Id of the chapter that we are in. */
  readonly chapter: string | undefined;
  /** Where in it: function, register. */
  readonly place: readonly string[];
  readonly playing: boolean;
}

/** The function and register of the row that was made last. */
function placeOf({ explanation, machine }: SessionState): readonly string[] {
  const config = explanation?.config;
  if (explanation === undefined || config === undefined) return [];
  const who = bdfText(config.bdf);
  const { fn, bytes } = explanation.row;
  return fn < 0 ? [who] : [who, registerText(machine, fn, config.offset, bytes)];
}

const models = new WeakMap<SessionState, StoryModel>();

/** The model of a state of the session; the same object for the same state. */
export function storyOf(state: SessionState): StoryModel {
  const known = models.get(state);
  if (known !== undefined) return known;
  const model: StoryModel = {
    title: state.scenario.title,
    ready: state.status !== 'opening',
    sentence: state.sentence,
    at: state.cursor,
    of: state.head,
    whole: state.beat >= state.beats.length,
    chapter: chapterAt(state.chapters, state.cursor)?.id,
    place: placeOf(state),
    playing: state.playing,
  };
  models.set(state, model);
  return model;
}

/** What the program says that makes the access under the cursor. */
export function useProgramSentence(): Sentence | undefined {
  const picked = useStore(programStore, (s) => s.picked);
  return useStore(sessionStore, (s) => sentenceOfRow(s, picked));
}

export const useStory = (): StoryModel => useStore(sessionStore, storyOf);
