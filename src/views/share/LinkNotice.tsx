/** What came of the link that opened the page: what could not be read, and the way back to what was open before. */
import { useStore } from 'zustand';
import { goBack, letGo } from '../../store/sharing/arrive.ts';
import { uiStore } from '../../store/ui-store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useWords } from '../parts/use-words.ts';
import './share.css';

export function LinkNotice() {
  const { t, render } = useWords();
  const linked = useStore(uiStore, (s) => s.linked);
  if (linked === undefined) return undefined;
  const { opened, problems, isKept } = linked;
  const copy = (): void =>
    void navigator.clipboard
      .writeText(problems.map((p) => render(p.message)).join('\n'))
      .catch(() => undefined);
  const title = !opened
    ? t('linked.nothing')
    : problems.length > 0
      ? t('linked.some', { count: problems.length })
      : t('linked.kept');
  return (
    <div role="status" className="linked">
      <div className="linked-head">
        <p>{title}</p>
        <IconButton icon="close" label={t(isKept ? 'linked.forget-kept' : 'linked.forget')} onClick={letGo} />
      </div>
      {problems.length > 0 && (
        <ul className="linked-list">
          {problems.slice(0, 30).map((problem, i) => (
            <li key={i}>
              <Trouble message={problem.message} />
            </li>
          ))}
        </ul>
      )}
      <div className="linked-row">
        {isKept && (
          <Button kind="lined" onClick={() => void goBack()}>
            {t('linked.back')}
          </Button>
        )}
        {problems.length > 0 && <Button onClick={copy}>{t('linked.copy')}</Button>}
      </div>
    </div>
  );
}
