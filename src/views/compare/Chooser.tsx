/** What is compared with what. */
import { useStore } from 'zustand';
import { choose, compareStore, swap, type Choice, type Which } from '../../store/compare-store.ts';
import { sessionStore } from '../../store/session-store.ts';
import { Button } from '../parts/Button.tsx';
import { useWords } from '../parts/use-words.ts';
import { choicesOf, type ChoiceGroup } from './choices.ts';

export function Chooser(props: {
  all: boolean;
  onAll: (all: boolean) => void;
  onFiles: (files: Iterable<File>) => void;
}) {
  const words = useWords();
  const { t } = words;
  const session = useStore(sessionStore);
  const { choices, texts } = useStore(compareStore);
  const groups = choicesOf(session, texts, words);
  return (
    <div className="compare-bar">
      <Select which="left" groups={groups} chosen={choices.left} />
      <Button onClick={swap}>{t('compare.swap')}</Button>
      <Select which="right" groups={groups} chosen={choices.right} />
      <label className="check">
        <input
          type="checkbox"
          checked={!props.all}
          onChange={(event) => props.onAll(!event.target.checked)}
        />
        {t('compare.filter')}
      </label>
      <label className="button compare-file" data-kind="lined">
        {t('compare.add')}
        <input
          type="file"
          multiple
          className="visually-hidden"
          onChange={(event) => props.onFiles(event.target.files ?? [])}
        />
      </label>
    </div>
  );
}

function Select({ which, groups, chosen }: { which: Which; groups: readonly ChoiceGroup[]; chosen: Choice }) {
  const { t } = useWords();
  const all = groups.flatMap(({ choices }) => choices);
  return (
    <label className="compare-select">
      {t(`compare.${which}`)}
      <select
        className="field"
        data-first={which === 'left' ? '' : undefined}
        value={chosen}
        onChange={(event) => {
          const found = all.find(({ id }) => id === event.target.value);
          if (found) void choose(which, found.id);
        }}
      >
        {!all.some(({ id }) => id === chosen) && <option value={chosen}>…</option>}
        {groups.map(({ title, choices }) => (
          <optgroup key={title} label={title}>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
