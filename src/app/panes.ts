/** Going from pane to pane by key. */
import type { ViewId } from '../views/index.ts';
import { showProgram } from '../store/program-store.ts';
import { largePanes, maximise, phoneTabs, setConsoleOpen, showPhoneTab, uiStore } from '../store/ui-store.ts';

const shown = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.checkVisibility());

/** Gives the focus to a pane; on a phone that shows it first. */
export function goTo(id: ViewId): void {
  const tab = phoneTabs.find((t) => t === id);
  if (tab !== undefined) showPhoneTab(tab);
  if (id === 'console') setConsoleOpen(true);
  if (id === 'program') showProgram(true);
  // where one pane has all of the room, it is this one's turn; story and timeline are there all the same
  const large = largePanes.find((each) => each === id);
  if (large !== undefined && large !== 'timeline' && uiStore.getState().maximised !== undefined)
    maximise(large);
  // After React has put the pane there.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-pane="${id}"]`)?.focus());
}

/** The next pane round (1), or the one before (-1). */
export function cycle(by: 1 | -1): void {
  const panes = shown();
  const now = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = now < 0 ? (by > 0 ? 0 : panes.length - 1) : (now + by + panes.length) % panes.length;
  panes[next]?.focus();
}
