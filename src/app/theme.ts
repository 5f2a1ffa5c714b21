/** Puts theme and motion where they act: on the root element for tokens.css, in the session's pace for the beats. */
import { setPace } from '../store/session-store.ts';
import { uiStore, type Motion, type Ui } from '../store/ui-store.ts';

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** Milliseconds per beat and between rows. Stillness shows the beats quickly, in their places; none shows the ends only. */
const paces: Readonly<Record<Exclude<Motion, 'auto'>, readonly [beat: number, dwell: number]>> = {
  full: [420, 350],
  reduced: [100, 350],
  none: [0, 350],
};

function put({ theme, motion }: Ui): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
  if (motion === 'auto') delete dataset['motion'];
  else dataset['motion'] = motion;
  setPace(...paces[motion === 'auto' ? (still.matches ? 'reduced' : 'full') : motion]);
}

/** Once before the first render, and on every change. */
export function keepTheme(): void {
  put(uiStore.getState());
  uiStore.subscribe(put);
  still.addEventListener('change', () => put(uiStore.getState()));
}
