/** Says that the machine was changed, and takes it back at a press. */
import { useStore } from 'zustand';
import { boardStore, forgetChange, giveBack } from '../store/board-store.ts';
import { sessionStore } from '../store/session-store.ts';
import { Button, IconButton } from '../views/parts/Button.tsx';
import { Said } from '../views/parts/Said.tsx';
import { useWords } from '../views/parts/use-words.ts';

export function ChangeNotice() {
  const { t, pieces } = useWords();
  const change = useStore(boardStore, (s) => s.change);
  const scenario = useStore(sessionStore, (s) => s.scenario);
  // with another machine open it is history
  const shown = change?.scenario === scenario ? change : undefined;
  const isIn = shown && (shown.what === 'added') !== shown.undone;
  return (
    <div role="status" className="change-place">
      {shown && (
        <div className="change">
          <p>
            <Said
              pieces={
                shown.what === 'hardware' || shown.what === 'mended'
                  ? pieces(`change.${shown.what}`, { part: shown.part, undone: shown.undone })
                  : pieces(isIn ? 'change.added' : 'change.taken-out', { part: shown.part })
              }
            />
          </p>
          <Button onClick={() => void giveBack()}>{t(shown.undone ? 'change.redo' : 'change.undo')}</Button>
          <IconButton icon="close" label={t('change.forget')} onClick={forgetChange} />
        </div>
      )}
    </div>
  );
}
