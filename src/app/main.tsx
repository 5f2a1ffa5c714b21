/** Starts the page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../views/parts/tokens.css';
import '../views/parts/base.css';
import '../views/parts/parts.css';
import './shell.css';
import { firstVisit } from '../content/scenarios/first-visit.ts';
import { isLink } from '../session/link/is-link.ts';
import { connect } from '../session/wall/client.ts';
import { keepSession, lastSession } from '../store/autosave.ts';
import { isEmbedded } from '../store/embedded.ts';
import { recall } from '../store/persist.ts';
import { start } from '../store/session-store.ts';
import { loadTables } from '../store/tables.ts';
import { App } from './App.tsx';
import { asked } from './address.ts';
import { beginLanguage } from './language.ts';
import { exposeHandle } from './test-handle.ts';
import { keepTheme } from './theme.ts';

keepTheme();
const presentIfAsked = (): void => {
  if (asked('present') === '1') void import('./present.ts').then((m) => m.present());
};
const last = isEmbedded ? Promise.resolve(undefined) : lastSession();
const page = isEmbedded ? import('./Embed.tsx').then((m) => m.Embed) : Promise.resolve(App);
const arriving = () => import('../store/sharing/arrive.ts');
void last.then((session) => {
  if (isLink(location.hash)) return arriving().then((m) => m.startByLink(connect, session));
  if (recall('session.before') !== undefined) void arriving().then((m) => m.remind());
  return start(connect, session ?? firstVisit);
});
window.addEventListener('hashchange', () => {
  presentIfAsked();
  if (isLink(location.hash)) void arriving().then((m) => m.openAddress());
});
if (!isEmbedded) keepSession();
exposeHandle();

function paint(Page: typeof App): void {
  const root = document.getElementById('root');
  if (root !== null)
    createRoot(root).render(
      <StrictMode>
        <Page />
      </StrictMode>,
    );
}

void Promise.all([page, beginLanguage(isEmbedded ? asked('lang') : undefined), last])
  .then(([Page]) => paint(Page))
  .then(loadTables)
  .then(presentIfAsked);
