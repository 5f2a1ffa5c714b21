/** Other futures: faint lines from where they left, with a button to go over to one. */
import { useStore } from 'zustand';
import { sessionStore, switchTo } from '../../store/session-store.ts';
import { Button } from '../parts/Button.tsx';
import { useWords } from '../parts/use-words.ts';
import { placeBranches, type View } from './layout.ts';

export function Branches({ view, width }: { view: View; width: number }) {
  const { t, plain, pieces } = useWords();
  const branches = useStore(sessionStore, (s) => s.branches);
  if (branches.length === 0) return undefined;
  return (
    <div className="timeline-branches" role="group" aria-label={t('timeline.branches')}>
      {placeBranches(branches, view, width).map(({ id, fork, rows, x, end, labelX }) => {
        const about = plain(pieces('timeline.branch', { id, fork, rows: rows - fork }));
        return (
          <div key={id}>
            <div
              className="timeline-branch"
              style={{ transform: `translateX(${String(x)}px)`, width: Math.max(6, end - x) }}
            />
            <Button
              className="timeline-switch"
              style={{ transform: `translateX(${String(labelX)}px)` }}
              title={about}
              aria-label={`${plain(pieces('timeline.switch', { id }))}. ${about}`}
              onClick={() => void switchTo(id)}
            >
              {plain(pieces('timeline.branch-short', { id, rows: rows - fork }))}
            </Button>
          </div>
        );
      })}
    </div>
  );
}
