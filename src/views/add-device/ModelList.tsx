/** The models, by kind, with a field that narrows them: typing stays in the field while the arrows go through the list. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Kind, Model } from '../../models/model.ts';
import type { PciIds } from '../../pci/ids.ts';
import { useWords } from '../parts/use-words.ts';
import { grouped, humanName, idsText, matching, type Listed } from './listing.ts';

const page = 8;

/** Where a key leads from option `at` of `count`; undefined when the key means nothing here. */
function optionFor(key: string, at: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(to, count - 1));
}

export function ModelList(props: {
  list: readonly Listed[];
  ids: PciIds | undefined;
  picked: Model | undefined;
  onPick: (model: Model) => void;
}) {
  const { list, ids, picked, onPick } = props;
  const { t } = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const word = (kind: Kind): string => t(`kind.${kind}`);
  const groups = grouped(matching(list, text, word, ids));
  const options = groups.flatMap(([, all]) => all);
  const active = options[at];
  const optionId = (model: string): string => `${id}-${model}`;

  // the dialog may have stood open before the models were there
  useEffect(() => field.current?.focus(), []);
  // the option that the arrows are on must be in sight
  useEffect(() => {
    box.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [at, text]);

  const type = (next: string): void => {
    setText(next);
    const wanted = next.trim().toLowerCase();
    const shown = grouped(matching(list, next, word, ids)).flatMap(([, all]) => all);
    const exact = shown.findIndex(({ model }) => wanted !== '' && model.id.toLowerCase().startsWith(wanted));
    setAt(Math.max(0, exact));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = optionFor(event.key, at, options.length);
    if (to !== undefined) setAt(to);
    else if (event.key === 'Enter' && active) onPick(active.model);
    else return;
    event.preventDefault();
  };

  return (
    <div className="add-models">
      <input
        ref={field}
        className="field"
        type="search"
        role="combobox"
        aria-label={t('add.search')}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active && optionId(active.model.id)}
        placeholder={t('add.search')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="visually-hidden" role="status">
        {options.length === 0 ? t('add.none', { text }) : t('add.found', { count: options.length })}
      </p>
      <div ref={box} id={`${id}-list`} className="add-list" role="listbox" aria-label={t('add.models')}>
        {groups.map(([kind, all]) => (
          <div key={kind} role="group" aria-label={word(kind)} className="add-group">
            <span className="add-kind" role="presentation">
              {word(kind)}
            </span>
            {all.map((each) => (
              <Option
                key={each.model.id}
                id={optionId(each.model.id)}
                listed={each}
                ids={ids}
                active={each === active}
                picked={each.model === picked}
                onPick={() => {
                  setAt(options.indexOf(each));
                  onPick(each.model);
                }}
              />
            ))}
          </div>
        ))}
      </div>
      {options.length === 0 && <p className="add-none">{t('add.none', { text })}</p>}
    </div>
  );
}

function Option(props: {
  id: string;
  listed: Listed;
  ids: PciIds | undefined;
  active: boolean;
  picked: boolean;
  onPick: () => void;
}) {
  const { id, listed, ids, active, picked, onPick } = props;
  return (
    <div
      id={id}
      role="option"
      className="add-option"
      // the field keeps the focus and says by aria-activedescendant where the arrows are
      tabIndex={-1}
      aria-selected={picked}
      data-active={active ? '' : undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      onKeyDown={undefined}
    >
      <span className="add-option-id mono">{listed.model.id}</span>
      <span className="add-option-name">{humanName(listed, ids)}</span>
      <span className="add-option-ids mono">{idsText(listed)}</span>
    </div>
  );
}
