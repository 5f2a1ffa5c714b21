/** Every decoded register and field, under the header or capability that owns it. */
import { useMemo } from 'react';
import { hex } from '../../base/hex.ts';
import { Term } from '../parts/Term.tsx';
import { useWords } from '../parts/use-words.ts';
import { FieldList } from './FieldList.tsx';
import { groupsOf } from './fields-layout.ts';
import type { Inspected } from './use-inspected.ts';
import { WhyFoot } from './WhyFoot.tsx';

export function FieldsTab({ inspected }: { inspected: Inspected }) {
  const { t, both } = useWords();
  const { description } = inspected;
  const groups = useMemo(() => groupsOf(description), [description]);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || !(event.target instanceof HTMLElement) || event.target.tagName === 'INPUT') return;
    const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.fields-name')];
    const line = event.target.closest('tr');
    const to = names[names.findIndex((name) => name.closest('tr') === line) + by];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    to.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys are a shortcut between its buttons
    <div className="fields-tab" onKeyDown={onKeyDown}>
      {groups.map(({ owner, at, rows }) => (
        <section key={`${owner}@${String(at)}`}>
          <h3 className="fields-owner">
            {owner === 'header' ? (
              <Term id="header">{t('inspector.header', { type: description.header.id })}</Term>
            ) : (
              `${both(owner)} · ${hex(at, 2)}`
            )}
          </h3>
          <FieldList inspected={inspected} rows={rows} />
        </section>
      ))}
      <WhyFoot inspected={inspected} />
    </div>
  );
}
