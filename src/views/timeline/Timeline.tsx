/** The story as a film strip: phases as bands, rows as ticks, the cursor as a line. Click to go there, drag to scrub. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { sessionStore } from '../../store/session-store.ts';
import { uiStore } from '../../store/ui-store.ts';
import { useSize } from '../parts/use-size.ts';
import { useWords } from '../parts/use-words.ts';
import { binRows, type Watched } from './bins.ts';
import { Branches } from './Branches.tsx';
import { bandAt, bandsOf, cutOf, marksOf, stripHeight, xOf, type View } from './layout.ts';
import { Preview } from './Preview.tsx';
import { Strip } from './Strip.tsx';
import { Tools } from './Tools.tsx';
import { useStrip } from './use-strip.ts';
import './timeline.css';

/** The selected register, as what the ticks are searched for; the same object while it is the same. */
function useWatched(): Watched | undefined {
  const fn = useStore(uiStore, (s) => s.selection.fn);
  const offset = useStore(uiStore, (s) => s.selection.offset);
  const bytes = useStore(uiStore, (s) => s.selection.bytes ?? 1);
  return useMemo(
    () => (fn === undefined || offset === undefined ? undefined : { fn, offset, bytes }),
    [fn, offset, bytes],
  );
}

/** Marks of the rows in view; made anew when the story, the zoom or the selection changes, not when the cursor does. */
function useMarks(view: View, width: number) {
  const log = useStore(sessionStore, (s) => s.log);
  const watched = useWatched();
  const { from, to } = view;
  return useMemo(() => {
    const { machine } = sessionStore.getState();
    void log; // a new list whenever the trace has changed
    const shown = { from, to };
    const cut = cutOf(shown, width);
    return marksOf(binRows(machine.trace, cut.from, cut.to, cut.columns, watched), cut, shown, width);
  }, [log, from, to, width, watched]);
}

export function Timeline() {
  const [ref, { width }] = useSize();
  return (
    <div className="timeline">
      <div className="timeline-track" ref={ref}>
        {width > 0 && <Track width={width} />}
      </div>
      <Tools />
    </div>
  );
}

function Track({ width }: { width: number }) {
  const { t, plain, pieces, render } = useWords();
  const cursor = useStore(sessionStore, (s) => s.cursor);
  const head = useStore(sessionStore, (s) => s.head);
  const chapters = useStore(sessionStore, (s) => s.chapters);
  const sentence = useStore(sessionStore, (s) => s.sentence);
  const { view, isZoomed, pointed, element, handlers } = useStrip(cursor, head, width);
  const marks = useMarks(view, width);
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
        style={{ height: stripHeight }}
        {...handlers}
      >
        <Strip bands={bands} lit={bandAt(bands, cursor)} marks={marks} view={view} width={width} />
        <div className="timeline-veil" style={{ transform: `translateX(${String(at)}px)` }} />
        <div className="timeline-cursor" style={{ transform: `translateX(${String(at)}px)` }} />
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
      <Branches view={view} width={width} />
      {pointed !== undefined && <Preview x={pointed} view={view} width={width} />}
    </>
  );
}
