/** One pane with all of the room: by key, and by Escape back to every pane its own. */
import { showProgram } from '../store/program-store.ts';
import { largePanes, maximise, uiStore, type LargePane } from '../store/ui-store.ts';

export const maximiseKey = 'F4';

const { getState: now } = uiStore;

/** The pane that has the focus. */
function focused(): LargePane | undefined {
  const at = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'];
  return largePanes.find((pane) => pane === at);
}

/** The pane that one is in, or the bus; the one that is large already gets small again. */
export function toggleMaximised(): void {
  const { maximised } = now();
  const pane = focused() ?? 'topology';
  maximise(maximised === undefined ? pane : undefined);
}

/** All of the room for this pane, which is shown if it was not, or back. */
export function toggleMaximisedPane(pane: LargePane): void {
  if (pane === 'program') showProgram(true);
  maximise(now().maximised === pane ? undefined : pane);
}

/** Where panes show one at a time, as on a phone, each has all of the room. */
export const canMaximise = (): boolean => matchMedia('(min-width: 1040px)').matches;

/** What has a use of its own for Escape. */
const closing = 'dialog, [popover], input, textarea, select, [contenteditable=true]';

/** Escape closes what is open first; then it makes a large pane small. */
function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || now().maximised === undefined) return;
  const { target } = event;
  const isPrompt = target instanceof Element && target.matches('.console-form input');
  if (target instanceof Element && !isPrompt && target.closest(closing) !== null) return;
  if (document.documentElement.dataset['present'] !== undefined) return;
  if (document.querySelector('dialog[open], [popover=auto]:popover-open') !== null) return;
  maximise(undefined);
}

addEventListener('keydown', onKeyDown);
