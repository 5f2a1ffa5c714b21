/** What looks wrong at this moment: each opens to why, and to a line that mends it. */
import { useMemo, useState, type MouseEvent } from 'react';
import { runLine } from '../../store/console-store.ts';
import type { Lint } from '../../session/lints/lint.ts';
import { seek } from '../../store/session-store.ts';
import { select, showPhoneTab } from '../../store/ui-store.ts';
import { Button } from '../parts/Button.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';
import './lint-list.css';

/** Nobody reads more. */
const most = 50;

interface Props {
  readonly lints: readonly Lint[];
  readonly onClose: () => void;
}

export function LintList({ lints, onClose }: Props) {
  const { t } = useWords();
  const warnings = lints.filter((l) => l.severity === 'warning');
  const notes = lints.filter((l) => l.severity === 'info');
  return (
    <>
      {warnings.length > 0 && <Group title={t('lints.warnings')} lints={warnings} onClose={onClose} />}
      {notes.length > 0 && <Group title={t('lints.notes')} lints={notes} onClose={onClose} />}
    </>
  );
}

const keyOf = ({ id, where }: Lint): string =>
  [id, where.fn, where.offset, where.from, where.to, where.row].join(' ');

function Group({ title, lints, onClose }: Props & { title: string }) {
  const { t } = useWords();
  return (
    <section>
      <h2 className="problems-title">{title}</h2>
      <ul>
        {lints.slice(0, most).map((lint) => (
          <Item key={keyOf(lint)} lint={lint} onClose={onClose} />
        ))}
      </ul>
      {lints.length > most && (
        <p className="problems-about">{t('problems.more', { count: lints.length - most })}</p>
      )}
    </section>
  );
}

function Item({ lint, onClose }: { lint: Lint; onClose: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details className="lint" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Said message={lint.what} />
        </summary>
        {isOpen && <More lint={lint} onClose={onClose} />}
      </details>
    </li>
  );
}

function More({ lint, onClose }: { lint: Lint; onClose: () => void }) {
  const { t } = useWords();
  const fix = useMemo(() => lint.fix(), [lint]);
  const run = (event: MouseEvent<HTMLElement>): void => {
    if (fix === undefined) return;
    // the button goes with what it mended: the list keeps the focus
    event.currentTarget.closest<HTMLElement>('.popover')?.focus();
    if (fix.before !== undefined) seek(fix.before);
    void runLine(fix.line);
  };
  return (
    <div className="lint-more">
      <p>
        <Said message={lint.why} />
      </p>
      {fix && (
        <>
          <p>
            <Said message={fix.say} />
          </p>
          <code className="lint-line">{fix.line}</code>
        </>
      )}
      <div className="lint-acts">
        {fix && (
          <Button kind="solid" onClick={run}>
            {t(fix.before === undefined ? 'lints.run' : 'lints.run-before')}
          </Button>
        )}
        <Button
          kind="lined"
          onClick={() => {
            onClose();
            show(lint);
          }}
        >
          {t('lints.show')}
        </Button>
      </div>
    </div>
  );
}

function show({ where: { fn, offset, bytes, row } }: Lint): void {
  if (row !== undefined) seek(row + 1);
  if (fn === undefined) return;
  select({ fn, ...(offset === undefined ? {} : { offset }), ...(bytes === undefined ? {} : { bytes }) });
  showPhoneTab('inspector');
}
