/** Into the projector and back: what was there before stays as it is, under it. */
import { sessionStore, setSpeed } from '../store/session-store.ts';
import { withAllWords } from '../store/words.ts';
import { setPresent, showStore } from '../store/show-store.ts';

/** A room wants twice the time. */
const roomSpeed = 0.5;

let before: { readonly focus: Element | undefined; readonly speed: number } | undefined;

/** Shows the machine to a room. The page that was there is hidden only when this one is ready. */
export async function present(): Promise<void> {
  await withAllWords(import('./Projector.tsx'));
  if (showStore.getState().present) return;
  const { speed } = sessionStore.getState();
  before = { focus: document.activeElement ?? undefined, speed };
  if (speed === 1) setSpeed(roomSpeed);
  document.documentElement.dataset['present'] = '';
  setPresent(true);
}

/** The address does not ask for it any more. */
function unask(): void {
  const rest = location.hash.replaceAll(/&present=1(?=&|$)/g, '');
  if (rest !== location.hash)
    history.replaceState(history.state, '', rest === '#v=1' ? location.pathname + location.search : rest);
}

/** Back to the page as it was: layout, tabs, selection, focus; a speed that was chosen meanwhile stays. */
export function endPresent(): void {
  if (!showStore.getState().present) return;
  if (before?.speed === 1 && sessionStore.getState().speed === roomSpeed) setSpeed(1);
  delete document.documentElement.dataset['present'];
  unask();
  setPresent(false);
  const focus = before?.focus;
  before = undefined;
  // after React has shown it again
  requestAnimationFrame(() => focus instanceof HTMLElement && focus.focus({ preventScroll: true }));
}

export const togglePresent = (): void => {
  if (showStore.getState().present) endPresent();
  else void present();
};
