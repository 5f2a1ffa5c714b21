/** What goes into the link, and what is left out of it. */
import { useId } from 'react';
import { useStore } from 'zustand';
import { hex } from '../../base/hex.ts';
import type { Finding } from '../../session/link/redact.ts';
import { sessionStore } from '../../store/session-store.ts';
import { wholes, type Choice } from '../../store/sharing/make.ts';
import { Mono } from '../parts/Mono.tsx';
import { useWords } from '../parts/use-words.ts';

export interface ChoicesProps {
  readonly choice: Choice;
  readonly own: number;
  readonly branches: number;
  readonly found: readonly Finding[];
  readonly onChange: (choice: Choice) => void;
}

export function Choices({ choice, own, branches, found, onChange }: ChoicesProps) {
  const { t } = useWords();
  const step = useStore(sessionStore, (s) => s.cursor);
  const name = useId();
  const set = (change: Partial<Choice>): void => onChange({ ...choice, ...change });
  const titles = {
    scenario: t('share.scenario'),
    moment: t('share.moment', { step }),
    session: t('share.session', { branches }),
  };
  return (
    <>
      <fieldset className="share-set">
        <legend className="visually-hidden">{t('share.what')}</legend>
        {wholes.map((what) => (
          <div key={what} className="share-what">
            <label className="check">
              <input
                type="radio"
                name={name}
                aria-describedby={`${name}${what}`}
                checked={choice.what === what}
                onChange={() => set({ what })}
              />
              {titles[what]}
            </label>
            <small id={`${name}${what}`}>{t(`share.${what}-about`)}</small>
          </div>
        ))}
      </fieldset>
      <fieldset className="share-set share-also">
        <legend>{t('share.with')}</legend>
        <Check
          label={t('share.accesses', { count: own })}
          checked={choice.what === 'session' || (choice.what === 'moment' && choice.accesses)}
          disabled={choice.what !== 'moment' || own === 0}
          onChange={(accesses) => set({ accesses })}
        />
        <Check label={t('share.sights')} checked={choice.sights} onChange={(sights) => set({ sights })} />
        <Check
          label={t('share.language')}
          checked={choice.language}
          onChange={(language) => set({ language })}
        />
      </fieldset>
      {found.length > 0 && (
        <div className="share-redact">
          <Check label={t('share.redact')} checked={choice.redact} onChange={(redact) => set({ redact })} />
          <Review found={found} />
          <p className="share-kept">{t('share.redact-not')}</p>
        </div>
      )}
    </>
  );
}

function Check(props: {
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}) {
  const { label, checked, disabled = false, onChange } = props;
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}

/** What is found, where, and what it says. */
function Review({ found }: { found: readonly Finding[] }) {
  const { t } = useWords();
  return (
    <details className="share-review">
      <summary>
        {t('share.redacted', { count: found.length })} · {t('share.review')}
      </summary>
      <ul>
        {found.slice(0, 500).map((f) => (
          <li key={`${f.who} ${String(f.offset)}`}>
            <Mono>{f.who}</Mono>
            <span>{t(`share.${f.what}`)}</span>
            <Mono>{f.bytes.map((b) => hex(b, 2)).join(' ')}</Mono>
          </li>
        ))}
      </ul>
    </details>
  );
}
