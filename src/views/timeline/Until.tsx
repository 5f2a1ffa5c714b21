/** Run until: one form. What has been recorded is gone through first; after it a program that could go on is. */
import { useMemo, useState, type FormEvent } from 'react';
import { useStore } from 'zustand';
import { bdfOf } from '../../engine/explain.ts';
import { formatBdf } from '../../pci/bdf.ts';
import { targetOf } from '../../session/inspector-target.ts';
import { registerText } from '../../session/register-text.ts';
import { sessionStore } from '../../store/session-store.ts';
import { askRunUntil } from '../../store/timeline-store.ts';
import { uiStore } from '../../store/ui-store.ts';
import { Button } from '../parts/Button.tsx';
import { Popover } from '../parts/Popover.tsx';
import { useWords } from '../parts/use-words.ts';
import { runUntil, sentencesSaid, type Reached, type Until } from './run-until.ts';

/** The register that is chosen, or the one that the cursor's access is about: what it is called, and where. */
function useRegister() {
  const machine = useStore(sessionStore, (s) => s.machine);
  const cursor = useStore(sessionStore, (s) => s.cursor);
  const explanation = useStore(sessionStore, (s) => s.explanation);
  const chosen = useStore(uiStore, (s) => s.selection);
  return useMemo(() => {
    const target = targetOf(machine, cursor, explanation);
    const { fn, offset, bytes = 4 } = chosen.fn === undefined && target.kind === 'function' ? target : chosen;
    const bdf = fn === undefined ? -1 : bdfOf(machine, fn);
    if (fn === undefined || offset === undefined || bdf < 0) return undefined;
    const name = registerText(machine, fn, offset, bytes);
    return { bdf, from: offset, to: offset + bytes - 1, name };
  }, [machine, cursor, explanation, chosen]);
}

const kinds = ['access', 'write', 'change', 'address', 'abort', 'lint', 'sentence'] as const;
type Kind = (typeof kinds)[number];
const range = /^(?:0x)?([0-9a-f]{1,13})(?:(?:\.\.|[-–])(?:0x)?([0-9a-f]{1,13}))?$/i;

export function RunUntil({ anchor }: { anchor: Element }) {
  const { t } = useWords();
  return (
    <Popover anchor={anchor} label={t('timeline.until-label')} onClose={() => askRunUntil(false)}>
      <Form />
    </Popover>
  );
}

function Form() {
  const { t, plain, pieces, render, names } = useWords();
  const register = useRegister();
  const sentences = useStore(sessionStore, (s) => s.sentences);
  const [kind, setKind] = useState<Kind>(register ? 'access' : 'abort');
  const [space, setSpace] = useState<'io' | 'memory'>('io');
  const [at, setAt] = useState('cf8..cff');
  const [said] = useState(() => sentencesSaid(sentences));
  const [id, setId] = useState(said[0]?.id);
  const [reached, setReached] = useState<Reached>();
  const match = range.exec(at.trim());

  const wanted = (): Until | undefined => {
    switch (kind) {
      case 'access':
      case 'write':
      case 'change': {
        if (!register) return undefined;
        const { bdf, from, to } = register;
        return { on: 'register', bdf, from, to, ...(kind === 'access' ? {} : { when: kind }) };
      }
      case 'address': {
        if (!match) return undefined;
        const from = Number.parseInt(match[1] ?? '', 16);
        const to = match[2] === undefined ? from : Number.parseInt(match[2], 16);
        return { on: 'address', space, from, to };
      }
      case 'sentence':
        return id && { on: 'sentence', id };
      case 'abort':
      case 'lint':
        return { on: kind };
    }
  };
  const until = wanted();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!until) return;
    setReached(undefined);
    void runUntil(until).then((how) => {
      if (how === 'there') askRunUntil(false);
      else setReached(how);
    });
  };
  const nameOf = (each: Kind): string => {
    if (each !== 'access' && each !== 'write' && each !== 'change') return t(`timeline.until-${each}`);
    const what = register ? `${formatBdf(register.bdf)} ${names(register.name)}` : '';
    return plain(pieces(`timeline.until-${each}`, { what }));
  };
  const offered = kinds.filter((each) =>
    each === 'access' || each === 'write' || each === 'change'
      ? register !== undefined
      : each !== 'sentence' || said.length > 0,
  );
  return (
    <form className="timeline-until" onSubmit={submit}>
      <h2 className="timeline-until-title">{t('timeline.until-label')}</h2>
      <select
        className="field"
        aria-label={t('timeline.until-what')}
        value={kind}
        onChange={(event) => {
          setKind(kinds.find((each) => each === event.target.value) ?? 'abort');
          setReached(undefined);
        }}
      >
        {offered.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
      {kind === 'address' && (
        <div className="timeline-until-row">
          <select
            className="field"
            aria-label={t('timeline.until-space')}
            value={space}
            onChange={(event) => setSpace(event.target.value === 'io' ? 'io' : 'memory')}
          >
            <option value="io">{t('map.io')}</option>
            <option value="memory">{t('map.memory')}</option>
          </select>
          <input
            className="field mono"
            aria-label={t('timeline.until-at')}
            aria-invalid={match ? undefined : true}
            value={at}
            onChange={(event) => setAt(event.target.value)}
          />
        </div>
      )}
      {kind === 'sentence' && (
        <select
          className="field"
          aria-label={t('timeline.until-say')}
          value={id}
          onChange={(event) => setId(said.find((each) => each.id === event.target.value)?.id)}
        >
          {said.map((say) => (
            <option key={say.id} value={say.id}>
              {render(say)}
            </option>
          ))}
        </select>
      )}
      {!register && <p className="pane-note">{t('timeline.until-choose')}</p>}
      <div className="timeline-until-row">
        <p role="status" className="pane-note">
          {reached === 'never' && t('timeline.until-never')}
          {reached === 'looking' && t('timeline.until-looking')}
        </p>
        <Button type="submit" kind="solid" aria-disabled={until ? undefined : true}>
          {t('timeline.until-go')}
        </Button>
      </div>
    </form>
  );
}
