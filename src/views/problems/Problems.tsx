/** How many problems there are, and lints of the present moment, in the header; pressed, it lists them. Nothing where there are none. */
import { lazy, Suspense, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { sessionStore } from '../../store/session-store.ts';
import { select, showPhoneTab } from '../../store/ui-store.ts';
import { Button } from '../parts/Button.tsx';
import { Popover } from '../parts/Popover.tsx';
import { useWords } from '../parts/use-words.ts';
import { refusedParts, unmodelledParts, type Unmodelled } from './listing.ts';
import { useLints } from './watch-lints.ts';
import './problems.css';

const RefusedList = lazy(() => import('./RefusedList.tsx').then((m) => ({ default: m.RefusedList })));
const LintList = lazy(() => import('./LintList.tsx').then((m) => ({ default: m.LintList })));

/** Nobody reads more. */
const most = 50;

export function Problems() {
  const { t } = useWords();
  const [anchor, setAnchor] = useState<Element>();
  const scenario = useStore(sessionStore, (s) => s.scenario);
  const problems = useStore(sessionStore, (s) => s.problems);
  const board = useStore(sessionStore, (s) => s.machine.board);
  const refused = useMemo(() => refusedParts(problems, scenario), [problems, scenario]);
  const isDump = scenario.machine === 'dump';
  const unmodelled = useMemo(() => (isDump ? [] : unmodelledParts(board)), [board, isDump]);
  const lints = useLints();
  const warnings = lints.filter((l) => l.severity === 'warning').length;
  const notes = (isDump ? 1 : unmodelled.length) + lints.length - warnings;
  const count = { problems: refused.length, warnings, notes };
  // an open list stays when its last entry has been mended
  if (refused.length + warnings + notes === 0 && anchor === undefined) return undefined;
  return (
    <>
      <Button
        className="problems-badge"
        data-bad={refused.length > 0 ? '' : undefined}
        data-warn={warnings > 0 ? '' : undefined}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {refused.length > 0 && <span aria-hidden="true">✕</span>}
        {t('problems.count', count)}
      </Button>
      {anchor && (
        <Popover anchor={anchor} label={t('problems.title')} onClose={() => setAnchor(undefined)}>
          <div className="problems">
            {refused.length + warnings + notes === 0 && (
              <p className="problems-about">{t('problems.count', count)}</p>
            )}
            <Suspense>
              {refused.length > 0 && <RefusedList list={refused} />}
              {lints.length > 0 && <LintList lints={lints} onClose={() => setAnchor(undefined)} />}
            </Suspense>
            {isDump && <p className="problems-about">{t('problems.dump')}</p>}
            <UnmodelledList
              list={unmodelled}
              onChoose={(fn) => {
                setAnchor(undefined);
                select({ fn });
                showPhoneTab('inspector');
              }}
            />
          </div>
        </Popover>
      )}
    </>
  );
}

function UnmodelledList({ list, onChoose }: { list: readonly Unmodelled[]; onChoose: (fn: number) => void }) {
  const { t } = useWords();
  if (list.length === 0) return undefined;
  return (
    <section>
      <h2 className="problems-title">{t('problems.unmodelled')}</h2>
      <p className="problems-about">{t('problems.unmodelled-about')}</p>
      <ul>
        {list.slice(0, most).map(({ fn, name, bars }) => (
          <li key={fn}>
            <button type="button" className="problems-device" onClick={() => onChoose(fn)}>
              <span className="mono">{name}</span>
              <small className="mono">{bars}</small>
            </button>
          </li>
        ))}
      </ul>
      <More count={list.length - most} />
    </section>
  );
}

function More({ count }: { count: number }) {
  const { t } = useWords();
  return count > 0 && <p className="problems-about">{t('problems.more', { count })}</p>;
}
