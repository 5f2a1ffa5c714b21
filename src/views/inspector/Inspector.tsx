/** The configuration space of the selected function. To be drawn. */
import { PaneHead } from '../parts/PaneHead.tsx';
import { useWords } from '../parts/use-words.ts';

export function Inspector() {
  const { t } = useWords();
  return (
    <>
      <PaneHead title={t('view.inspector')} />
      <p className="pane-note">{t('view.coming')}</p>
    </>
  );
}
