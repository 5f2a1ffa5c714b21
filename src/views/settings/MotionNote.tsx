/** Says that the system has asked for stillness, and leads to where one can choose otherwise. */
import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { showDialog, uiStore } from '../../store/ui-store.ts';
import { useWords } from '../parts/use-words.ts';
import { isStill, onStill } from './still.ts';
import './settings.css';

export function MotionNote() {
  const { t } = useWords();
  const still = useSyncExternalStore(onStill, isStill);
  const motion = useStore(uiStore, (s) => s.motion);
  return (
    still &&
    motion === 'auto' && (
      <p className="motion-note">
        {t('motion.reduced')}{' '}
        <button type="button" onClick={() => showDialog('settings')}>
          {t('motion.change')}
        </button>
      </p>
    )
  );
}
