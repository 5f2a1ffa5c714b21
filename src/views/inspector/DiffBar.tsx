/** What the bytes are compared with, how much differs, and the way from one difference to the next. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { bookmarksOf } from '../../store/bookmarks.ts';
import { setHex, type Against } from '../../store/hex-store.ts';
import { sessionStore } from '../../store/session-store.ts';
import { IconButton } from '../parts/Button.tsx';
import { useWords } from '../parts/use-words.ts';
import type { Inspected } from './use-inspected.ts';
import type { Diff } from './use-marks.ts';

export function DiffBar(props: { inspected: Inspected; diff: Diff; against: Against; onDone: () => void }) {
  const { t } = useWords();
  const { inspected, diff, against, onDone } = props;
  const state = useStore(sessionStore);
  const { branches, names, head } = state;
  const named = (id: number): string => {
    const given = names[String(id)];
    return given === undefined || given === '' ? t('hex.branch', { id }) : given;
  };
  const options = new Map<Against, string>([
    ['previous', t('hex.against-previous')],
    ['row:0', t('hex.against-start')],
    ...bookmarksOf(state)
      .filter(({ row }) => row > 0)
      .map(({ row, name }): [Against, string] => [`row:${row}`, t('hex.against-row', { step: row, name })]),
    ...branches.flatMap(({ id, fork }): [Against, string][] => [
      [`fork:${id}`, t('hex.against-fork', { branch: named(id), step: fork })],
      [`branch:${id}`, t('hex.against-branch', { branch: named(id) })],
    ]),
  ]);
  const step = /^row:(\d+)$/.exec(against)?.[1];
  const [asksStep, setAsksStep] = useState(step !== undefined && !options.has(against));
  return (
    <section
      className="hex-bar"
      aria-label={t('hex.diff-line')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <label className="hex-against">
        <span>{t('hex.against')}</span>
        <select
          className="field"
          value={asksStep ? 'step' : against}
          onChange={({ currentTarget: { value } }) => {
            setAsksStep(value === 'step');
            const chosen = [...options.keys()].find((each) => each === value);
            setHex({ against: chosen ?? `row:${inspected.cursor}` });
          }}
        >
          {[...options].map(([id, title]) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          <option value="step">{t('hex.against-step')}</option>
        </select>
      </label>
      {asksStep && (
        <input
          className="field hex-step"
          type="number"
          min={0}
          max={head}
          aria-label={t('hex.against-step')}
          value={step ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setHex({ against: `row:${Math.max(0, Math.min(Number(value), head))}` })
          }
        />
      )}
      <span className="hex-count" role="status">
        {diff.state === 'making'
          ? t('hex.making')
          : diff.state === 'refused'
            ? t('hex.diff-refused')
            : t('hex.differs', { count: diff.registers.length })}
      </span>
      <span className="hex-bar-tools">
        <IconButton icon="up" label={t('hex.differs-previous')} onClick={() => setHex({ walking: -1 })} />
        <IconButton icon="down" label={t('hex.differs-next')} onClick={() => setHex({ walking: 1 })} />
        <IconButton icon="close" label={t('hex.diff-leave')} onClick={onDone} />
      </span>
    </section>
  );
}
