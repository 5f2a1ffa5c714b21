/** Adds a device to the machine: a model is found at the left, filled in at the right, and what it becomes is shown before. */
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { allModels } from '../../models/index.ts';
import type { Model } from '../../models/model.ts';
import type { PciIds } from '../../pci/ids.ts';
import { addPart } from '../../store/board-store.ts';
import { loadIds } from '../../store/pci-ids.ts';
import { sessionStore } from '../../store/session-store.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/icons.tsx';
import { useWords } from '../parts/use-words.ts';
import { freeId, partOf, startValues, type Draft } from './draft.ts';
import { listModels } from './listing.ts';
import { ModelList } from './ModelList.tsx';
import { PartForm } from './PartForm.tsx';
import { busChoices } from './offered.ts';
import './add-device.css';

/** What `load` gives, once it is there. */
function useLoaded<T>(load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<T>();
  useEffect(() => {
    let stale = false;
    void load().then((value) => {
      if (!stale) setLoaded(value);
    });
    return () => {
      stale = true;
    };
  }, [load]);
  return loaded;
}

/** `bus`: the one to begin with, where the model fits. */
export function AddDevice({ bus, onClose }: { bus: string | undefined; onClose: () => void }) {
  const { t } = useWords();
  const models = useLoaded(allModels);
  return (
    <Dialog title={t('add.title')} open onClose={onClose}>
      {models === undefined ? (
        <p className="add-hint">{t('add.loading')}</p>
      ) : (
        <Chooser models={models} bus={bus} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Chooser(props: { models: readonly Model[]; bus: string | undefined; onClose: () => void }) {
  const { models, bus, onClose } = props;
  const { t } = useWords();
  const ids: PciIds | undefined = useLoaded(loadIds);
  const list = useMemo(() => listModels(models), [models]);
  const scenario = useStore(sessionStore, (s) => s.scenario);
  const [draft, setDraft] = useState<Draft>();
  const listed = list.find((each) => each.model === draft?.model);

  const pick = (model: Model): void => {
    const id = freeId(scenario, model.id);
    const fresh = {
      model,
      device: undefined,
      fn: 0,
      id,
      values: startValues(scenario, models, model),
      bus: '',
    };
    const choices = busChoices(scenario, models, partOf(fresh));
    const open = choices.filter((choice) => choice.refusal === undefined);
    const chosen = open.find((choice) => choice.name === bus) ?? open[0] ?? choices[0];
    setDraft({ ...fresh, bus: chosen?.name ?? '' });
  };

  return (
    <div className="add" data-picked={draft === undefined ? undefined : ''}>
      <ModelList list={list} ids={ids} picked={draft?.model} onPick={pick} />
      <div className="add-side">
        {draft === undefined || listed === undefined ? (
          <p className="add-hint">{t('add.choose')}</p>
        ) : (
          <>
            <Button className="add-back" onClick={() => setDraft(undefined)}>
              <Icon name="step-back" />
              {t('add.back')}
            </Button>
            <PartForm
              key={draft.model.id}
              models={models}
              listed={listed}
              ids={ids}
              draft={draft}
              onChange={setDraft}
              onAdd={(how) => {
                onClose();
                void addPart(partOf(draft), how);
              }}
            />
          </>
        )}
      </div>
    </div>
  );
}
