/** What the story line shows and does. A stand-in until the session store tells the real story. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { say, type Message } from '../../base/problem.ts';

export interface StoryModel {
  /** The scenario's title. */
  readonly title: string;
  readonly sentence: Message;
  readonly at: number;
  readonly of: number;
  /** Where in the story: phase, function, register. */
  readonly path: readonly string[];
  readonly playing: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const sentences: readonly Message[] = [
  say('say.config-read', { who: '00:03.0', register: 'BAR0', value: '0xfffe0000' }),
  say('say.size', { who: '00:03.0', bar: 'BAR0', value: '0xfffe0000', bytes: '128 KiB' }),
  say('say.absent', { who: '00:05.0', value: '0xffffffff' }),
];

const at = (row: number): Pick<StoryModel, 'at' | 'sentence'> => ({
  at: row,
  sentence: sentences[row % sentences.length] ?? say('say.reset', {}),
});

export const storyStore = createStore<StoryModel>(() => ({
  title: 'pc · e1000, VGA, bridge',
  ...at(37),
  of: 212,
  path: ['Size BARs', '00:03.0', 'BAR0', 'read back'],
  playing: false,
  canUndo: false,
  canRedo: false,
}));

export const useStory = (): StoryModel => useStore(storyStore);

/** What the transport and the keys do. */
export const story = {
  step(by: number): void {
    storyStore.setState((s) => at(Math.min(Math.max(s.at + by, 0), s.of)));
  },
  beat(by: number): void {
    story.step(by);
  },
  phase(by: number): void {
    story.step(by * 16);
  },
  go(row: number): void {
    storyStore.setState(at(row));
  },
  playPause(): void {
    storyStore.setState((s) => ({ playing: !s.playing }));
  },
  undo(): void {},
  redo(): void {},
};
