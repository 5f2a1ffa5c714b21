/** How the page is shown: whole, or to a room from a projector. */
import { createStore } from 'zustand/vanilla';
import { recall, remember } from './persist.ts';

export const sides = ['auto', 'bytes', 'map'] as const;
/** What stands beside the bus: what the step is about, or always the same. */
export type Side = (typeof sides)[number];

export interface Show {
  readonly present: boolean;
  readonly side: Side;
  /** Keys that are pressed appear on the wall. */
  readonly showKeys: boolean;
}

export const showStore = createStore<Show>(() => ({
  present: false,
  side: 'auto',
  showKeys: recall('show-keys') !== 'off',
}));

export const setPresent = (present: boolean): void => showStore.setState({ present });
export const setSide = (side: Side): void => showStore.setState({ side });

export function setShowKeys(showKeys: boolean): void {
  remember('show-keys', showKeys ? 'on' : 'off');
  showStore.setState({ showKeys });
}
