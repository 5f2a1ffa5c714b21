/** At the strip's right end: taking back and how fast; finding, marking, running on, and how close one looks. */
import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { bookmarkHere } from '../../store/bookmarks.ts';
import { act, sessionStore, setSpeed } from '../../store/session-store.ts';
import { askRunUntil, closeFind, find, timelineStore, zoomBy, zoomTo } from '../../store/timeline-store.ts';
import { search } from '../../store/search-store.ts';
import { Button, CommandButton } from '../parts/Button.tsx';
import { Menu } from '../parts/Menu.tsx';
import { useWords } from '../parts/use-words.ts';

const RunUntil = lazy(() => import('./Until.tsx').then((m) => ({ default: m.RunUntil })));

const speeds = [0.25, 0.5, 1, 2, 4, Infinity] as const;
const speedText = (speed: number): string => (Number.isFinite(speed) ? `${String(speed)}×` : '∞');

export function Tools() {
  return (
    <div className="timeline-tools">
      <Story />
      <Looking />
    </div>
  );
}

function Story() {
  const { t, plain, pieces } = useWords();
  const speed = useStore(sessionStore, (s) => s.speed);
  const isZoomed = useStore(timelineStore, (s) => s.zoom !== undefined);
  return (
    <div className="timeline-tool-row" role="group" aria-label={t('timeline.tools')}>
      <CommandButton id="undo" />
      <CommandButton id="redo" />
      <Button onClick={() => void act('reset', [{ do: 'reset' }])} title={t('timeline.reset-about')}>
        {t('timeline.reset')}
      </Button>
      <span className="timeline-tool-end">
        {isZoomed && (
          <Button title={t('timeline.fit-tip')} onClick={() => zoomTo(undefined)}>
            {t('timeline.fit')}
          </Button>
        )}
        <Menu
          label={t('timeline.speed')}
          placement="bottom end"
          entries={speeds.map((each) => ({
            id: String(each),
            title: speedText(each),
            note: Number.isFinite(each) ? undefined : t('timeline.speed-all'),
            run: () => setSpeed(each),
          }))}
        >
          <Button
            className="timeline-speed"
            aria-label={plain(pieces('timeline.speed-of', { speed: speedText(speed) }))}
          >
            {speedText(speed)}
          </Button>
        </Menu>
      </span>
    </div>
  );
}

function Looking() {
  const { t } = useWords();
  const finding = useStore(timelineStore, (s) => s.finding);
  const isAsked = useStore(timelineStore, (s) => s.runUntil);
  const [until, setUntil] = useState<HTMLElement | null>(null);
  const toggle = (): void => {
    if (!finding) return find();
    closeFind();
    search('');
  };
  return (
    <div className="timeline-tool-row" role="group" aria-label={t('view.timeline')}>
      <Button aria-expanded={finding} title={t('timeline.find-tip')} onClick={toggle}>
        {t('timeline.find')}
      </Button>
      <Button title={t('command.bookmark')} onClick={bookmarkHere}>
        {t('timeline.bookmark')}
      </Button>
      <Button ref={setUntil} aria-haspopup="dialog" aria-expanded={isAsked} onClick={() => askRunUntil(true)}>
        {t('command.run-until')}
      </Button>
      <span className="timeline-tool-end">
        <Button
          className="timeline-zoom"
          aria-label={t('timeline.out')}
          title={t('timeline.out')}
          onClick={() => zoomBy(0.5)}
        >
          −
        </Button>
        <Button
          className="timeline-zoom"
          aria-label={t('timeline.in')}
          title={t('timeline.in')}
          onClick={() => zoomBy(2)}
        >
          +
        </Button>
      </span>
      <Suspense>{isAsked && until && <RunUntil anchor={until} />}</Suspense>
    </div>
  );
}
