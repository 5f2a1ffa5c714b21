/** "Why?" of the hex grid: where the selected bytes come from, field by field where that differs, and who touched them. */
import { useStore } from 'zustand';
import { valueText } from '../../session/beats.ts';
import { functionText } from '../../session/names.ts';
import { accessesTo, type Place } from '../../session/provenance.ts';
import { registerText } from '../../session/register-text.ts';
import { seek, sessionStore } from '../../store/session-store.ts';
import { select } from '../../store/ui-store.ts';
import { whyOf, type Answer } from '../../store/why.ts';
import { Button } from '../parts/Button.tsx';
import { Popover } from '../parts/Popover.tsx';
import { SpecName } from '../parts/SpecName.tsx';
import { useWords } from '../parts/use-words.ts';
import { Why, whyText } from '../parts/Why.tsx';
import type { Inspected } from './use-inspected.ts';

/** Accesses listed: those around the cursor. */
const most = 7;

export function WhyBox(props: {
  inspected: Inspected;
  anchor: Element;
  offset: number;
  bytes: number;
  onClose: () => void;
}) {
  const words = useWords();
  const { t } = words;
  useStore(sessionStore, (s) => s.generation);
  const { inspected, anchor, offset, bytes, onClose } = props;
  const { machine, fn } = inspected;
  const place = { fn, offset, bytes };
  const answer = whyOf(sessionStore.getState(), place);
  const about = t('why.about', {
    register: registerText(machine, fn, offset, bytes),
    who: functionText(machine, fn),
  });
  const go = (row: number): void => {
    onClose();
    select(place);
    seek(row + 1);
  };
  // the name of the box is its answer: that is what is read out when the focus comes in
  return (
    <Popover anchor={anchor} label={`${about}. ${whyText(answer, words)}`} onClose={onClose}>
      <div className="why-box">
        <h3>{about}</h3>
        <p>
          <Why answer={answer} onGo={go} />
        </p>
        <Fields inspected={inspected} place={place} whole={answer} onGo={go} />
        <Accesses place={place} onGo={go} />
      </div>
    </Popover>
  );
}

interface PartProps {
  readonly place: Place;
  readonly onGo: (row: number) => void;
}

/** Fields that come from somewhere else than the register as a whole. */
function Fields(props: PartProps & { inspected: Inspected; whole: Answer }) {
  const { t } = useWords();
  const { inspected, place, whole, onGo } = props;
  if (whole.row < 0) return undefined;
  const state = sessionStore.getState();
  const end = place.offset + place.bytes;
  const fields = inspected.description.fields
    .filter(({ at, lo, hi }) => at + (lo >> 3) >= place.offset && at + (hi >> 3) < end)
    .filter(({ access }) => access !== 'rsvdp' && access !== 'rsvdz')
    .map((field) => {
      const { fn, at, hi, lo } = { ...field, fn: place.fn };
      return { field, answer: whyOf(state, { fn, offset: at, bytes: 4, hi, lo }) };
    });
  const others = fields.filter(({ answer }) => answer.row >= 0 && answer.row !== whole.row);
  if (others.length === 0) return undefined;
  return (
    <dl className="why-fields" aria-label={t('why.fields')}>
      {others.map(({ field, answer }) => (
        <div key={`${String(field.at)}.${String(field.lo)}`}>
          <dt>
            <SpecName name={field.name} />
          </dt>
          <dd>
            <Why answer={{ ...answer, again: -1 }} onGo={onGo} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Accesses({ place, onGo }: PartProps) {
  const { t } = useWords();
  const { machine, cursor } = sessionStore.getState();
  const rows = accessesTo(machine.trace, place);
  const here = rows.findLastIndex((row) => row < cursor);
  const first = Math.max(0, Math.min(here - (most >> 1), rows.length - most));
  return (
    <>
      <h4>{t('why.accesses', { count: rows.length })}</h4>
      {rows.length > 0 && (
        <ol className="why-accesses" start={first + 1}>
          {rows.slice(first, first + most).map((row) => {
            const { write, ...rest } = machine.trace.row(row);
            const text = { step: row + 1, write, value: valueText({ write, ...rest }) };
            return (
              <li key={row}>
                <Button
                  className="why-link"
                  aria-current={row === cursor - 1 ? 'step' : undefined}
                  onClick={() => onGo(row)}
                >
                  {t('why.access', text)}
                </Button>
              </li>
            );
          })}
        </ol>
      )}
    </>
  );
}
