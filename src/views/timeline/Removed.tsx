/** What was taken away last, and the way to have it back. */
import { useStore } from 'zustand';
import { tellRemoved, timelineStore } from '../../store/timeline-store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { useWords } from '../parts/use-words.ts';

export function Removed() {
  const { t, plain, pieces } = useWords();
  const removed = useStore(timelineStore, (s) => s.removed);
  return (
    <div role="status" className="timeline-status">
      {removed && (
        <p className="timeline-removed">
          <span>{plain(pieces('timeline.removed', removed))}</span>
          <Button
            onClick={() => {
              removed.restore();
              tellRemoved(undefined);
            }}
          >
            {t('timeline.restore')}
          </Button>
          <IconButton icon="close" label={t('timeline.forget')} onClick={() => tellRemoved(undefined)} />
        </p>
      )}
    </div>
  );
}
