/** The console. To be written. */
import { PaneHead } from '../parts/PaneHead.tsx';
import { useWords } from '../parts/use-words.ts';

export function Console() {
  const { t } = useWords();
  return (
    <>
      <PaneHead title={t('view.console')} />
      <p className="pane-note">{t('view.coming')}</p>
    </>
  );
}
