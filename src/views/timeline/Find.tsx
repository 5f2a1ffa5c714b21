/** The search: a line under the strip. What is found is marked there; Enter goes from one to the next. */
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { placeOf, search, searchStore, stepFound, stopSearch } from '../../store/search-store.ts';
import { sessionStore } from '../../store/session-store.ts';
import { closeFind, timelineStore } from '../../store/timeline-store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Said } from '../parts/Said.tsx';
import { reasonOf } from '../parts/Trouble.tsx';
import { useWords } from '../parts/use-words.ts';

function close(): void {
  closeFind();
  search('');
  document.querySelector<HTMLElement>('.timeline-strip')?.focus();
}

export function Find() {
  const words = useWords();
  const { t } = words;
  const text = useStore(searchStore, (s) => s.text);
  const problem = useStore(searchStore, (s) => s.problems[0]);
  const asked = useStore(timelineStore, (s) => s.asked);
  const field = useRef<HTMLInputElement>(null);
  const about = useId();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') stepFound(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="timeline-find">
      <input
        ref={field}
        type="text"
        className="field mono"
        aria-label={t('timeline.find-label')}
        aria-describedby={about}
        aria-invalid={problem ? true : undefined}
        placeholder={t('timeline.find-place')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => search(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Found />
      <p
        className="timeline-find-about"
        id={about}
        data-bad={problem ? '' : undefined}
        title={problem && reasonOf(words, problem.message)}
      >
        {problem ? <Said message={problem.message} /> : t('timeline.find-about')}
      </p>
      <IconButton icon="close" label={t('timeline.find-close')} onClick={close} />
    </search>
  );
}

/** "3 of 41", on and back, and how far it has come. */
function Found() {
  const { t, plain, pieces } = useWords();
  const state = useStore(searchStore);
  const cursor = useStore(sessionStore, (s) => s.cursor);
  const head = useStore(sessionStore, (s) => s.head);
  const { text, problems, count, scanned } = state;
  if (text.trim() === '' || problems.length > 0) return undefined;
  const isNone = count === 0 && scanned === undefined;
  const said = isNone
    ? t('timeline.found-none')
    : plain(pieces('timeline.found', { at: placeOf(state, cursor), of: count }));
  const reason = count === 0 ? t('timeline.found-none') : undefined;
  return (
    <>
      <span className="timeline-found-count" role="status">
        {said}
      </span>
      {scanned !== undefined && (
        <Button onClick={stopSearch} title={t('timeline.find-stop')} aria-label={t('timeline.find-stop')}>
          {plain(pieces('timeline.scanned', { percent: Math.floor((100 * scanned) / Math.max(1, head)) }))} ✕
        </Button>
      )}
      <IconButton icon="up" label={t('timeline.find-back')} reason={reason} onClick={() => stepFound(-1)} />
      <IconButton icon="down" label={t('timeline.find-next')} reason={reason} onClick={() => stepFound(1)} />
    </>
  );
}
