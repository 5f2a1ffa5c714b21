/** The story line: transport, the sentence of the step, and the place in the story. */
import { Fragment, lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { firstVisit } from '../../content/scenarios/first-visit.ts';
import { entryAt } from '../../session/log.ts';
import { sessionStore } from '../../store/session-store.ts';
import { CommandIcon } from '../parts/Button.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';
import { useProgramSentence, useStory } from './story-model.ts';
import { useSwipe } from './use-swipe.ts';
import './story.css';

/** Nothing to be said before the first step. */
const Announcer = lazy(() => import('./Announcer.tsx').then((m) => ({ default: m.Announcer })));

function Transport() {
  const { t } = useWords();
  const { playing } = useStory();
  return (
    <div className="transport" role="group" aria-label={t('story.transport')}>
      <CommandIcon id="step-back" icon="step-back" kind="lined" />
      <CommandIcon
        id="play"
        icon={playing ? 'pause' : 'play'}
        kind="solid"
        label={t(playing ? 'command.pause' : 'command.play')}
      />
      <CommandIcon id="step-next" icon="step-next" kind="lined" />
    </div>
  );
}

const FirstSteps = lazy(() => import('./FirstSteps.tsx').then((m) => ({ default: m.FirstSteps })));

/** Of a first visit, as long as nobody has moved. */
function First() {
  const isFirst = useStore(
    sessionStore,
    (s) => s.fresh && s.scenario.title === firstVisit.scenario.title && s.cursor === firstVisit.cursor,
  );
  return (
    isFirst && (
      <Suspense>
        <FirstSteps />
      </Suspense>
    )
  );
}

/** "37 of 212", and the chapter, function and register that it is about. */
function Place() {
  const { at, of, chapter, place } = useStory();
  const { pieces, name, names } = useWords();
  const told = place.map(names);
  const path = chapter === undefined ? told : [name(chapter), ...told];
  return (
    <div className="story-place">
      <p className="story-count">
        <Said pieces={pieces('story.counter', { at: String(at), of: String(of) })} />
      </p>
      <p className="story-path">
        {path.map((part, i) => (
          <Fragment key={`${String(i)} ${part}`}>
            {i > 0 && <span aria-hidden="true"> › </span>}
            {part}
          </Fragment>
        ))}
      </p>
    </div>
  );
}

/** What the program is about that makes this access, over the access. Its line is kept free as long as there is a program. */
function Doing() {
  const { name, render } = useWords();
  const doing = useProgramSentence();
  const isThere = useStore(sessionStore, (s) => s.sentences.length > 0);
  return (
    isThere && (
      <p className="story-doing">{doing && `${name(`program.${doing.program}`)} · ${render(doing.say)}`}</p>
    )
  );
}

/** What a first-time visitor may press: the line that comes next, and the key. */
function Hint() {
  const { pieces } = useWords();
  const fresh = useStore(sessionStore, (s) => s.fresh && s.cursor < s.head);
  const next = useStore(sessionStore, (s) => s.log[entryAt(s.log, s.cursor)]?.entry.text ?? '');
  return (
    fresh && (
      <span className="story-hint">
        <Said pieces={pieces('story.hint', { next })} />
      </span>
    )
  );
}

export function Story() {
  const { sentence, at, of, ready } = useStory();
  const swipe = useSwipe();
  return (
    <div className="story" data-ready={ready ? '' : undefined}>
      <Transport />
      <div className="story-words">
        {ready && <Doing />}
        <p className="story-sentence" {...swipe}>
          {ready && <Said message={sentence} />}
          {ready && <Hint />}
        </p>
      </div>
      {ready && <First />}
      {ready && <Place />}
      <div
        className="story-progress"
        aria-hidden="true"
        style={{ transform: `scaleX(${String(of === 0 ? 0 : at / of)})` }}
      />
      {ready && (
        <Suspense>
          <Announcer />
        </Suspense>
      )}
    </div>
  );
}
