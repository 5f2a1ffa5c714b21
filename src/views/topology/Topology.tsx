/** The bus: cards hanging on rails. To be drawn. */
import { PaneHead } from '../parts/PaneHead.tsx';
import { useWords } from '../parts/use-words.ts';

export function Topology() {
  const { t } = useWords();
  return (
    <>
      <PaneHead title={t('view.topology')} />
      <p className="pane-note">{t('view.coming')}</p>
    </>
  );
}
