/** The projector: bus, what the step is about, and its sentence, readable from the back row; nothing else. */
import { lazy, Suspense, useEffect, useState, type CSSProperties } from 'react';
import { useStore } from 'zustand';
import { chapterAt } from '../store/chapters.ts';
import { sessionStore } from '../store/session-store.ts';
import { setSide, showStore, sides } from '../store/show-store.ts';
import { uiStore } from '../store/ui-store.ts';
import { Announcer } from '../views/story/Announcer.tsx';
import { useProgramSentence, useStory } from '../views/story/story-model.ts';
import { Button } from '../views/parts/Button.tsx';
import { useCommand, type CommandId } from '../views/parts/command.ts';
import { Icon, type IconName } from '../views/parts/icons.tsx';
import { Kbd } from '../views/parts/Kbd.tsx';
import { Said } from '../views/parts/Said.tsx';
import { useWords } from '../views/parts/use-words.ts';
import { BusMap } from '../views/topology/BusMap.tsx';
import { endPresent } from './present.ts';
import { BytesOnWall } from './ProjectorBytes.tsx';
import { Halo, PressedKeys } from './ProjectorOverlays.tsx';
import './projector.css';

const MapOnWall = lazy(() => import('./ProjectorMap.tsx').then((m) => ({ default: m.MapOnWall })));

/** Drawn for 1280×720; a larger wall gets larger letters and more room, half of each. */
function useEnlargement(): number {
  const measure = (): number => Math.sqrt(Math.max(1, Math.min(innerWidth / 1280, innerHeight / 720, 4)));
  const [by, setBy] = useState(measure);
  useEffect(() => {
    const resized = (): void => setBy(measure());
    addEventListener('resize', resized);
    return () => removeEventListener('resize', resized);
  }, []);
  return by;
}

/** Escape leaves, unless it closes something. */
function useEscape(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || uiStore.getState().dialog !== undefined) return;
      if (event.target instanceof Element && event.target.closest('dialog, [popover]') !== null) return;
      endPresent();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

/** A command as a big picture; no tip comes over the wall. */
function Big({ id, icon, label }: { id: CommandId; icon: IconName; label?: string }) {
  const { t } = useWords();
  const { command, reason } = useCommand(id);
  return (
    <Button
      kind={id === 'play' ? 'solid' : 'lined'}
      data-icon=""
      aria-label={label ?? t(command.title)}
      reason={reason === undefined ? undefined : t(reason)}
      onClick={command.run}
    >
      <Icon name={icon} />
    </Button>
  );
}

/** More steps than this are a line. */
const mostDots = 28;

/** The chapter's steps, or the story's where there are no chapters: done, here, to come. */
function Progress() {
  const chapters = useStore(sessionStore, (s) => s.chapters);
  const cursor = useStore(sessionStore, (s) => s.cursor);
  const head = useStore(sessionStore, (s) => s.head);
  const chapter = chapterAt(chapters, cursor);
  const first = chapter?.first ?? 0;
  const end = chapters.find((each) => each.first > first)?.first ?? head;
  const [at, of] = [Math.max(0, cursor - first), Math.max(1, end - first)];
  if (of > mostDots)
    return (
      <div className="present-line" aria-hidden="true">
        <div style={{ width: `${String((at / of) * 100)}%` }} />
      </div>
    );
  return (
    <div className="present-dots" aria-hidden="true">
      {Array.from({ length: of }, (_, i) => (
        <span key={i} data-done={i < at ? '' : undefined} data-here={i === at - 1 ? '' : undefined} />
      ))}
    </div>
  );
}

function SideSwitch() {
  const { t } = useWords();
  const side = useStore(showStore, (s) => s.side);
  return (
    <div className="present-switch" role="group" aria-label={t('present.side')}>
      {sides.map((id) => (
        <Button key={id} aria-pressed={side === id} onClick={() => setSide(id)}>
          {t(`present.side.${id}`)}
        </Button>
      ))}
    </div>
  );
}

function Head() {
  const { t, name, pieces } = useWords();
  const { title, at, of, chapter } = useStory();
  return (
    <header className="present-head">
      <h1>{t('name.scenario', { title })}</h1>
      {chapter !== undefined && <p className="present-chapter">{name(chapter)}</p>}
      <p className="present-count">
        <Said pieces={pieces('story.counter', { at: String(at), of: String(of) })} />
      </p>
      <Button onClick={endPresent}>
        <Kbd>P</Kbd> {t('present.exit')}
      </Button>
    </header>
  );
}

function Caption() {
  const { t, name, render } = useWords();
  const { sentence } = useStory();
  const doing = useProgramSentence();
  return (
    <section className="present-caption" aria-label={t('view.story')}>
      {doing && (
        <p className="present-doing">{`${name(`program.${doing.program}`)} · ${render(doing.say)}`}</p>
      )}
      <p className="present-sentence">
        <Said message={sentence} />
      </p>
    </section>
  );
}

function Foot() {
  const { t } = useWords();
  const { playing } = useStory();
  return (
    <footer className="present-foot">
      <div className="present-transport" role="group" aria-label={t('story.transport')}>
        <Big id="step-back" icon="step-back" />
        <Big
          id="play"
          icon={playing ? 'pause' : 'play'}
          label={t(playing ? 'command.pause' : 'command.play')}
        />
        <Big id="step-next" icon="step-next" />
      </div>
      <Progress />
      <SideSwitch />
    </footer>
  );
}

/** Where things go that move or answer beyond the configuration space, the map says more than bytes. */
function useSide(): 'bytes' | 'map' {
  const side = useStore(showStore, (s) => s.side);
  const isOnMap = useStore(sessionStore, ({ explanation: e }) =>
    e === undefined ? false : e.moved.length > 0 || (e.config === undefined && e.row.fn >= 0),
  );
  return side === 'auto' ? (isOnMap ? 'map' : 'bytes') : side;
}

export function Projector() {
  const { t } = useWords();
  const by = useEnlargement();
  const side = useSide();
  useEscape();
  return (
    <div className="present" style={{ '--by': by } as CSSProperties}>
      <Head />
      <main className="present-stage">
        <section className="present-bus" aria-label={t('present.bus')}>
          <BusMap wall={1 / by} />
        </section>
        <section className="present-side" aria-label={t('present.side')} data-side={side}>
          {side === 'bytes' ? (
            <BytesOnWall />
          ) : (
            <Suspense>
              <MapOnWall />
            </Suspense>
          )}
        </section>
      </main>
      <Caption />
      <Foot />
      <Announcer />
      <PressedKeys />
      <Halo />
    </div>
  );
}
