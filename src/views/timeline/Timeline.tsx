/** The story as a film strip: phases as bands, rows as ticks, the cursor as a line. Click to go there, drag to scrub. */
import { lazy, Suspense, useMemo } from 'react';
import { useStore } from 'zustand';
import { sessionStore } from '../../store/session-store.ts';
import { timelineStore } from '../../store/timeline-store.ts';
import { bandAt, bandsOf, whole, type View } from '../../store/timeline-view.ts';
import { uiStore } from '../../store/ui-store.ts';
import { useSize } from '../parts/use-size.ts';
import { useWords } from '../parts/use-words.ts';
import { Bookmarks, Flags } from './Bookmarks.tsx';
import { Find } from './Find.tsx';
import { xOf, type Look } from './layout.ts';
import { Removed } from './Removed.tsx';
import { Strip } from './Strip.tsx';
import { Tools, useBranchesShown } from './Tools.tsx';
import { useDrawing } from './use-drawing.ts';
import { useStrip } from './use-strip.ts';
import './timeline.css';

const Branches = lazy(() => import('./Branches.tsx').then((m) => ({ default: m.Branches })));
const LaneNames = lazy(() => import('./Lanes.tsx').then((m) => ({ default: m.LaneNames })));
const Legend = lazy(() => import('./Lanes.tsx').then((m) => ({ default: m.Legend })));
const Preview = lazy(() => import('./Preview.tsx').then((m) => ({ default: m.Preview })));

/** Rows in view: all of them until someone zooms in. */
function useView(head: number): { view: View; isZoomed: boolean } {
  const zoom = useStore(timelineStore, (s) => s.zoom);
  return useMemo(() => ({ view: zoom ?? whole(head), isZoomed: zoom !== undefined }), [zoom, head]);
}

/** Another pane has all of the room: it needs no more than a thin strip. In the hand there is nothing to fold. */
function useLook(): Look {
  const folded = useStore(timelineStore, (s) => s.folded);
  const large = useStore(uiStore, (s) => s.maximised);
  if (!matchMedia('(min-width: 1040px)').matches) return 'usual';
  if (large === 'timeline') return 'large';
  return folded || large !== undefined ? 'folded' : 'usual';
}

export function Timeline() {
  const [ref, { width }] = useSize();
  const finding = useStore(timelineStore, (s) => s.finding);
  const look = useLook();
  return (
    <div className="timeline" data-look={look}>
      <div className="timeline-track" ref={ref}>
        {width > 0 && <Track width={width} look={look} />}
        {finding && <Find />}
        <Removed />
      </div>
      <Tools />
    </div>
  );
}

function Track({ width, look }: { width: number; look: Look }) {
  const { t, plain, pieces, render } = useWords();
  const cursor = useStore(sessionStore, (s) => s.cursor);
  const head = useStore(sessionStore, (s) => s.head);
  const chapters = useStore(sessionStore, (s) => s.chapters);
  const isBranched = useBranchesShown();
  const sentence = useStore(sessionStore, (s) => s.sentence);
  const { view, isZoomed } = useView(head);
  const { pointed, element, handlers } = useStrip(cursor, head, view, width);
  const drawing = useDrawing(view, width, look);
  const bands = useMemo(() => bandsOf(chapters, head), [chapters, head]);
  const at = Math.max(0, Math.min(width - 2, xOf(cursor, view, width)));
  const value = plain(pieces('timeline.value', { at: cursor, of: head, sentence: render(sentence) }));
  return (
    <>
      <div
        ref={element}
        className="timeline-strip"
        role="slider"
        tabIndex={0}
        aria-label={t('timeline.label')}
        aria-valuemin={0}
        aria-valuemax={head}
        aria-valuenow={cursor}
        aria-valuetext={value}
        data-zoomed={isZoomed ? '' : undefined}
        style={{ height: drawing.height }}
        {...handlers}
      >
        <Strip bands={bands} lit={bandAt(bands, cursor)} drawing={drawing} view={view} width={width} />
        <div className="timeline-veil" style={{ transform: `translateX(${String(at)}px)` }} />
        <Flags view={view} width={width} />
        <div className="timeline-cursor" style={{ transform: `translateX(${String(at)}px)` }} />
        {look === 'large' && (
          <Suspense>
            <LaneNames lanes={drawing.lanes} />
          </Suspense>
        )}
        {isZoomed && (
          <div
            className="timeline-window"
            style={{
              left: `${String((view.from / head) * 100)}%`,
              width: `${String(((view.to - view.from) / head) * 100)}%`,
            }}
          />
        )}
      </div>
      {look !== 'folded' && <Bookmarks view={view} width={width} />}
      <Suspense>
        {look === 'large' && <Legend />}
        {isBranched && look !== 'folded' && <Branches view={view} width={width} />}
        {pointed !== undefined && (
          <Preview pointed={pointed} lanes={drawing.lanes} view={view} width={width} />
        )}
      </Suspense>
    </>
  );
}
