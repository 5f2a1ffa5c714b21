/** Search in the space: what is looked for, which hit this is, the next and the one before. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { hexStore, setHex } from '../../store/hex-store.ts';
import { IconButton } from '../parts/Button.tsx';
import { useWords } from '../parts/use-words.ts';
import { findAll, isSame } from './hex-find.ts';
import type { Range } from './hex-layout.ts';
import type { Inspected } from './use-inspected.ts';

/** `from`: the selected bytes. */
export function FindLine(props: { inspected: Inspected; from: Range; onDone: () => void }) {
  const { t } = useWords();
  const { inspected, from, onDone } = props;
  const { space, description } = inspected;
  const find = useStore(hexStore, (s) => s.find);
  const hits = useMemo(() => findAll(find, space, description), [find, space, description]);
  const at = hits.findIndex((hit) => isSame(hit, from));
  return (
    <search className="hex-tools">
      <input
        className="field hex-go hex-find"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by the key that opened it
        autoFocus
        autoComplete="off"
        spellCheck={false}
        aria-label={t('hex.find-label')}
        placeholder={t('hex.find-label')}
        value={find}
        onChange={(event) => setHex({ find: event.currentTarget.value })}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onDone();
          if (event.key === 'Enter') setHex({ walking: event.shiftKey ? -1 : 1 });
        }}
      />
      <span className="hex-count" role="status">
        {find.trim() === '' ? '' : t('hex.found', { at: at + 1, of: hits.length })}
      </span>
      <IconButton icon="up" label={t('hex.found-previous')} onClick={() => setHex({ walking: -1 })} />
      <IconButton icon="down" label={t('hex.found-next')} onClick={() => setHex({ walking: 1 })} />
      <IconButton icon="close" label={t('hex.close')} onClick={onDone} />
    </search>
  );
}
