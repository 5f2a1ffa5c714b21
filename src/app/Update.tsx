/** A quiet word about the network: that there is none, or that a newer build waits. Never in the middle of something. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { sessionStore } from '../store/session-store.ts';
import { uiStore } from '../store/ui-store.ts';
import { Button } from '../views/parts/Button.tsx';
import { Tooltip } from '../views/parts/Tooltip.tsx';
import { useWords } from '../views/parts/use-words.ts';
import { goOffline, offlineStore, reloadAnew } from './service-worker-client.ts';
import './update.css';

export function Update() {
  const { t } = useWords();
  const online = useStore(offlineStore, (s) => s.online);
  const waits = useStore(offlineStore, (s) => s.waiting !== undefined);
  const busy = useStore(sessionStore, (s) => s.playing || s.progress !== undefined || s.status !== 'ready');
  useEffect(() => void goOffline(), []);
  const dialog = useStore(uiStore, (s) => s.dialog);
  return (
    <div role="status" className="update-place">
      {!online && (
        <Tooltip tip={t('offline.about')}>
          <span className="update-badge">{t('offline.badge')}</span>
        </Tooltip>
      )}
      {online && waits && !busy && dialog === undefined && (
        <div className="update">
          <p>{t('update.ready')}</p>
          <Button onClick={reloadAnew}>{t('command.reload')}</Button>
        </div>
      )}
    </div>
  );
}
