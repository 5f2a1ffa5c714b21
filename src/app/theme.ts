/** Puts theme and motion on the root element, where tokens.css reads them. */
import { uiStore, type Ui } from '../store/ui-store.ts';

function put({ theme, motion }: Ui): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
  if (motion === 'auto') delete dataset['motion'];
  else dataset['motion'] = motion;
}

/** Once before the first render, and on every change. */
export function keepTheme(): void {
  put(uiStore.getState());
  uiStore.subscribe(put);
}
