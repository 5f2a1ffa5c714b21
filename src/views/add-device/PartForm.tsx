/** One part as it is filled in: its place, its properties, when it comes in, and the way to add it. */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Message } from '../../base/problem.ts';
import type { Model } from '../../models/model.ts';
import type { PciIds } from '../../pci/ids.ts';
import { plugRefusal, tryPart } from '../../scenario/try-part.ts';
import { sessionStore } from '../../store/session-store.ts';
import { Button } from '../parts/Button.tsx';
import { Said } from '../parts/Said.tsx';
import { reasonOf, WayOut } from '../parts/Trouble.tsx';
import { useWords } from '../parts/use-words.ts';
import { partOf, type Draft } from './draft.ts';
import { humanName, idsText, type Listed } from './listing.ts';
import { BusField, SlotField } from './PlaceFields.tsx';
import { Becomes } from './Becomes.tsx';
import { Properties } from './Properties.tsx';
import { busChoices, fieldOf } from './offered.ts';

export type How = 'now' | 'power-on';

/** What every field of the form gets. */
export interface FormProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  /** What the problems are about. */
  readonly wrong: ReadonlySet<string>;
  /** The element that tells them. */
  readonly problemsId: string;
}

export function PartForm(props: {
  models: readonly Model[];
  listed: Listed;
  ids: PciIds | undefined;
  draft: Draft;
  onChange: (draft: Draft) => void;
  onAdd: (how: How) => void;
}) {
  const { models, listed, ids, draft, onChange, onAdd } = props;
  const { t, render } = useWords();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const scenario = useStore(sessionStore, (s) => s.scenario);
  const machine = useStore(sessionStore, (s) => s.machine);
  const [wanted, setWanted] = useState<How>('now');
  const part = useMemo(() => partOf(draft), [draft]);
  const tried = useMemo(() => tryPart(scenario, models, part), [scenario, models, part]);
  const choices = useMemo(() => busChoices(scenario, models, part), [scenario, models, part]);
  const notNow = useMemo(() => plugRefusal(scenario, tried, machine), [scenario, tried, machine]);
  const how = notNow === undefined ? wanted : 'power-on';

  // a model was picked in the list: the form goes on with its first field
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, []);

  const { problems } = tried;
  const fields: FormProps = {
    draft,
    onChange,
    wrong: new Set(problems.flatMap((p) => fieldOf(p) ?? [])),
    problemsId: `${id}-problems`,
  };
  return (
    <form
      ref={form}
      className="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (problems.length === 0) onAdd(how);
      }}
    >
      <div className="add-scroll">
        <header className="add-head">
          <h3 className="add-model mono">{draft.model.id}</h3>
          <p className="add-human">
            {humanName(listed, ids)} <span className="mono">{idsText(listed)}</span>
          </p>
        </header>
        <BusField {...fields} choices={choices} />
        <SlotField {...fields} lowest={choices.find((c) => c.name === draft.bus)?.lowest ?? ''} />
        <label className="add-row">
          <span className="add-label">{t('add.name')}</span>
          <input
            className="field add-input mono"
            spellCheck={false}
            autoComplete="off"
            aria-invalid={fields.wrong.has('id')}
            aria-describedby={fields.wrong.has('id') ? fields.problemsId : undefined}
            value={draft.id}
            onChange={(event) => onChange({ ...draft, id: event.target.value })}
          />
        </label>
        <Properties {...fields} />
        <HowField how={how} onChange={setWanted} notNow={notNow} />
        <Becomes scenario={scenario} part={part} tried={tried} ids={ids} />
      </div>
      <footer className="add-foot">
        <div id={fields.problemsId} className="add-problems" role="status">
          {problems.map((message) => (
            <div key={render(message)}>
              <span aria-hidden="true">✕</span> <Said message={message} />
              <WayOut message={message} />
            </div>
          ))}
        </div>
        <Button
          type="submit"
          kind="accent"
          aria-describedby={problems.length > 0 ? fields.problemsId : undefined}
          reason={problems[0] && render(problems[0])}
          title={problems[0] && render(problems[0])}
        >
          {t(how === 'now' ? 'add.add-now' : 'add.add-power-on')}
        </Button>
      </footer>
    </form>
  );
}

function HowField(props: { how: How; onChange: (how: How) => void; notNow: Message | undefined }) {
  const { how, onChange, notNow } = props;
  const words = useWords();
  const { t } = words;
  const name = useId();
  return (
    <fieldset className="add-row">
      <legend className="add-label">{t('add.how')}</legend>
      <div className="add-choices">
        {(['now', 'power-on'] as const).map((each) => (
          <label key={each} className="add-choice">
            <input
              type="radio"
              name={name}
              checked={how === each}
              disabled={each === 'now' && notNow !== undefined}
              onChange={() => onChange(each)}
            />
            <span>
              {t(`add.how-${each}`)}
              <small title={each === 'now' && notNow ? reasonOf(words, notNow) : undefined}>
                {each === 'now' && notNow ? <Said message={notNow} /> : t(`add.how-${each}-about`)}
              </small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
