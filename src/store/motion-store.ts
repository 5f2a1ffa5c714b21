/** A moment inside of a beat: whoever scrubs there sees the picture as it is half on its way. */
import { createStore } from 'zustand/vanilla';

/** `moment`: "37.5", the beat that is looked into; `progress`: from 0, where it begins, to 1. */
export const motionStore = createStore<{ readonly moment: string; readonly progress: number }>(() => ({
  moment: '',
  progress: 1,
}));

export const lookInto = (moment: string, progress: number): void =>
  motionStore.setState({ moment, progress: Math.max(0, Math.min(1, progress)) });
