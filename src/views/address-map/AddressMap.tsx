/** The address map: a column of named blocks. To be drawn. */
import { PaneHead } from '../parts/PaneHead.tsx';
import { useWords } from '../parts/use-words.ts';

export function AddressMap() {
  const { t } = useWords();
  return (
    <>
      <PaneHead title={t('view.address-map')} />
      <p className="pane-note">{t('view.coming')}</p>
    </>
  );
}
