/** The functions that differ, as a list: arrows choose, Enter goes to the bytes. */
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { Side } from '../../session/compare.ts';
import { useWords } from '../parts/use-words.ts';
import type { Row } from './rows.ts';
import { who } from './texts.ts';

const page = 8;

/** The option that a key leads to, from option `at` of `count`; undefined when the key means nothing here. */
function optionFor(key: string, at: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(to, count - 1));
}

const sign = { added: '+', removed: '−', replaced: '≠', changed: '', same: '' } as const;

export function Functions(props: {
  rows: readonly Row[];
  left: Side;
  right: Side;
  chosen: string | undefined;
  onChoose: (key: string) => void;
  onGo: (row: Row) => void;
}) {
  const { rows, left, right, chosen, onChoose, onGo } = props;
  const { t, plain, pieces } = useWords();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const at = rows.findIndex(({ key }) => key === chosen);
  useEffect(() => {
    box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[at];
    const to = rows[optionFor(event.key, at, rows.length) ?? -1];
    if (to) onChoose(to.key);
    else if (event.key === 'Enter' && row) onGo(row);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      role="listbox"
      className="compare-functions ring-inside"
      aria-label={t('compare.functions')}
      aria-activedescendant={at < 0 ? undefined : `${id}${chosen ?? ''}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ key, of, fields }) => {
        const { bdf, model } = of.right < 0 ? who(left, of.left) : who(right, of.right);
        return (
          <div
            key={key}
            id={`${id}${key}`}
            role="option"
            className="compare-function"
            aria-selected={key === chosen}
            data-kind={of.kind}
            // the list keeps the focus and says by aria-activedescendant where the arrows are
            tabIndex={-1}
            onClick={() => onChoose(key)}
            onKeyDown={undefined}
          >
            <span className="compare-bdf mono">{bdf}</span>
            <span className="compare-model" title={model}>
              {model}
            </span>
            {of.kind === 'changed' ? (
              <span className="compare-number">
                {plain(pieces('compare.fields', { count: fields.length }))}
              </span>
            ) : (
              of.kind !== 'same' && (
                <span className="compare-badge">
                  <span aria-hidden="true">{sign[of.kind]}</span> {t(`compare.${of.kind}`)}
                </span>
              )
            )}
          </div>
        );
      })}
    </div>
  );
}
