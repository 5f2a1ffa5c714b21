/** When the worker dies: what happened, and everything done again at a press. */
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { recover, sessionStore } from '../store/session-store.ts';
import { Button } from '../views/parts/Button.tsx';
import { Dialog } from '../views/parts/Dialog.tsx';
import { Mono } from '../views/parts/Mono.tsx';
import { useWords } from '../views/parts/use-words.ts';

const CrashReport = lazy(() => import('./CrashReport.tsx').then((m) => ({ default: m.CrashReport })));

export function CrashDialog() {
  const { t } = useWords();
  const crash = useStore(sessionStore, (s) => (s.status === 'crashed' ? (s.crash ?? '') : undefined));
  return (
    <Dialog title={t('crash.title')} open={crash !== undefined} onClose={recover}>
      <p className="pane-note">{t('crash.text')}</p>
      {crash !== undefined && crash !== '' && (
        <details className="pane-note crash-error">
          <summary>
            <Mono>{crash.split('\n')[0]}</Mono>
          </summary>
          <pre>{crash}</pre>
        </details>
      )}
      <Button kind="accent" data-first="" onClick={recover}>
        {t('crash.recover')}
      </Button>
      <Suspense>{crash !== undefined && <CrashReport crash={crash} />}</Suspense>
    </Dialog>
  );
}
