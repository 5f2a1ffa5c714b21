/** Parts that were left out, or are not as asked: each opens to why, and to a change of the machine that the board takes. */
import { useEffect, useState, type MouseEvent } from 'react';
import { useStore } from 'zustand';
import type { Problem } from '../../base/problem.ts';
import { writeDevice } from '../../formats/qemu-command-line-write.ts';
import { modelsFor } from '../../scenario/load.ts';
import { mendOf, type Mend } from '../../scenario/mend.ts';
import { become } from '../../store/board-store.ts';
import { sessionStore } from '../../store/session-store.ts';
import { Button } from '../parts/Button.tsx';
import { Said } from '../parts/Said.tsx';
import { Trouble, WayOut } from '../parts/Trouble.tsx';
import { useWords } from '../parts/use-words.ts';
import type { Refused } from './listing.ts';

/** Nobody reads more. */
const most = 50;

export function RefusedList({ list }: { list: readonly Refused[] }) {
  const { t } = useWords();
  return (
    <section>
      <h2 className="problems-title">{t('problems.refused')}</h2>
      <ul>
        {list.slice(0, most).map(({ part, problem }) => (
          <li key={JSON.stringify([part, problem.message])} className="problems-bad">
            <Item part={part} problem={problem} />
          </li>
        ))}
      </ul>
      {list.length > most && (
        <p className="problems-about">{t('problems.more', { count: list.length - most })}</p>
      )}
    </section>
  );
}

function Item({ part, problem }: Refused) {
  const { t } = useWords();
  return (
    <Trouble message={problem.message} about={part && <small>{t('problems.part', part)}</small>}>
      <Mending problem={problem} />
    </Trouble>
  );
}

/** A change that the board takes, once one has been found. */
function Mending({ problem }: { problem: Problem }) {
  const { t } = useWords();
  const scenario = useStore(sessionStore, (s) => s.scenario);
  const [mend, setMend] = useState<Mend>();
  useEffect(() => {
    let stale = false;
    void modelsFor(scenario).then((models) => {
      if (!stale) setMend(mendOf(scenario, models, problem));
    });
    return () => {
      stale = true;
    };
  }, [scenario, problem]);
  if (mend === undefined) return <WayOut message={problem.message} />;
  const run = (event: MouseEvent<HTMLElement>): void => {
    // the button goes with what it mended: the list keeps the focus
    event.currentTarget.closest<HTMLElement>('.popover')?.focus();
    void become(mend.scenario, 'mended', nameIn(mend));
  };
  return (
    <>
      {mend.say.id === 'mend.leave-out' && <WayOut message={problem.message} />}
      <p>
        <Said message={mend.say} />
      </p>
      {mend.part && <code className="trouble-line">{`-device ${writeDevice(mend.part)}`}</code>}
      <div>
        <Button kind="solid" onClick={run}>
          {t('trouble.mend')}
        </Button>
      </div>
    </>
  );
}

/** The part that is changed, as the notice calls it. */
const nameIn = ({ part, say: { with: slots } }: Mend): string =>
  part ? (part.id ?? part.model) : 'model' in slots ? slots.model : 'part' in slots ? slots.part : '';
