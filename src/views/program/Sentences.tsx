/** What the program says: before, now, next; and the values that it says it about. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { goToSentence, nextSentence } from '../../store/program-store.ts';
import { carriedOut } from '../../store/sentences.ts';
import { restedListStore } from '../../store/rested.ts';
import { sessionStore } from '../../store/session-store.ts';
import { Mono } from '../parts/Mono.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';
import { pointText, slotsOf } from './slots.ts';
import type { ProgramSource } from './source.ts';
import type { Watched } from './use-program.ts';

const shownBefore = 40;
const shownAfter = 8;

export function Sentences({ seen, source }: { seen: Watched; source: ProgramSource | undefined }) {
  const words = useWords();
  const { t, pieces } = words;
  const { sentences, at, next } = seen;
  const list = useRef<HTMLOListElement>(null);
  const machine = useStore(sessionStore, (s) => s.machine);
  const count = useStore(restedListStore, carriedOut);
  useEffect(() => {
    const box = list.current;
    const now = box?.querySelector<HTMLElement>('[data-now]');
    if (!box || !now) return;
    // in the middle, but not so low that what comes next is cut off
    const { clientHeight } = box;
    const after = now.parentElement?.nextElementSibling?.clientHeight ?? 0;
    const above = Math.min(
      (clientHeight - now.clientHeight) / 2,
      clientHeight - now.clientHeight - Math.min(after, 60),
    );
    const top = now.offsetTop - Math.max(0, above);
    // the first in sight is a whole one
    const starts = [...box.children].map((each) => (each instanceof HTMLElement ? each.offsetTop : 0));
    box.scrollTop = Math.min(now.offsetTop, starts.find((start) => start >= top) ?? top);
  }, [at, next, seen.stopped]);
  const first = Math.max(0, next - shownBefore);
  const shown = sentences.slice(first, next + shownAfter);
  const say = sentences.at(at < 0 ? next : at)?.say;
  const slots = say === undefined ? [] : slotsOf(say, words);
  return (
    <div className="program-said">
      <ol ref={list} className="program-sentences" aria-label={t('program.sentences')}>
        {shown.map((sentence, i) => {
          const index = first + i;
          return (
            <li key={index}>
              <button
                type="button"
                className="program-sentence ring-inside"
                data-now={index === at || (at < 0 && index === next) ? '' : undefined}
                data-ahead={index >= next ? '' : undefined}
                aria-current={index === at ? 'step' : undefined}
                onClick={() => (index < count ? goToSentence(index) : void nextSentence())}
              >
                {index === next && <span className="program-next">{t('program.announced')}</span>}
                <span>
                  <Said message={sentence.say} />
                </span>
              </button>
            </li>
          );
        })}
        {seen.isOver && <li className="program-over">{t('program.ended')}</li>}
      </ol>
      {seen.stopped && (
        <p className="program-stopped">
          <Said
            pieces={pieces('program.stopped', { at: pointText(seen.stopped.at, words, machine, source) })}
          />
        </p>
      )}
      {slots.length > 0 && (
        <dl className="program-slots">
          {slots.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Mono>{value}</Mono>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
