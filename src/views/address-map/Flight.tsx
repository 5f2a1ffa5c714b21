/** Over all panes: the block that flies from its register to its slot, and what stretches on the map meanwhile. */
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { size } from '../../base/hex.ts';
import { motionStore } from '../../store/motion-store.ts';
import { sessionStore } from '../../store/session-store.ts';
import { uiStore } from '../../store/ui-store.ts';
import { isStill } from '../parts/still.ts';
import { useWords } from '../parts/use-words.ts';
import { blockActors, bracketActors, originOf, trace, type Actor } from './actors.ts';
import type { MapLayout } from './layout.ts';
import { blockName, shortSize } from './texts.ts';
import type { MapModel } from './use-map.ts';

const flightMs = 640;
const samples = 40;

interface Props {
  readonly model: MapModel;
  readonly layout: MapLayout;
  readonly column: RefObject<HTMLElement | null>;
}

/** What lands at this beat: the first of it that has a place in this space. */
export function Flight({ model, layout, column }: Props) {
  const words = useWords();
  const overlay = useRef<HTMLDivElement>(null);
  const { machine, items, moment, cursor, beat } = model;
  const landing = moment.landings.find((l) => layout.boxes.some((b) => b.key === l.key));
  const block = landing && items.blocks.find((b) => b.key === landing.key);
  useFlight(model, layout, column, overlay);
  if (!landing || !block) return undefined;
  const bytes = block.to - block.from + 1;
  return createPortal(
    <div
      ref={overlay}
      className="flight"
      aria-hidden="true"
      data-beat={`${String(cursor)}.${String(beat)}`}
      data-flight={landing.key}
    >
      <svg className="flight-trace">
        <path />
      </svg>
      <div className="flight-grid" />
      {landing.off > 0 && (
        <div className="flight-ghost">
          <span>✕ {words.t('flight.refused', { size: size(bytes) })}</span>
        </div>
      )}
      <div className="flight-block" data-look={block.look} data-outline={landing.isOutline ? '' : undefined}>
        <span>{blockName(machine, block, words)}</span>
        <span className="map-size">{shortSize(bytes)}</span>
      </div>
    </div>,
    document.body,
  );
}

/** Poses the actors for one moment of the beat; the end state is that nobody is posed. */
function pose(actors: readonly Actor[], progress: number): () => void {
  for (const { element, at } of actors) Object.assign(element.style, at(progress));
  return () => actors.forEach(({ element, at }) => Object.keys(at(1)).forEach((p) => clear(element, p)));
}

function clear(element: HTMLElement | SVGElement, property: string): void {
  // React has put the place of a bracket there
  if (property === 'transform' && element instanceof SVGElement)
    element.style.transform = element.dataset['end'] ?? '';
  else element.style.removeProperty(property);
}

function play(actors: readonly Actor[], ms: number): Animation[] {
  return actors.map(({ element, at }) => {
    const frames = Array.from({ length: samples + 1 }, (_, i) => at(i / samples));
    return element.animate(frames, { duration: ms, easing: 'linear' });
  });
}

function useFlight(
  model: MapModel,
  layout: MapLayout,
  column: RefObject<HTMLElement | null>,
  overlay: RefObject<HTMLDivElement | null>,
): void {
  const { cursor, beat, moment } = model;
  const name = `${String(cursor)}.${String(beat)}`;
  const progress = useStore(motionStore, (s) => (s.moment === name ? s.progress : 1));
  const motion = useStore(uiStore, (s) => s.motion);
  const was = useRef({ cursor: -1, beat: 0 });
  const running = useRef<() => void>(undefined);
  const isEventful = moment.landings.length > 0 || moment.stretches.length > 0;
  useLayoutEffect(() => {
    const before = was.current;
    was.current = { cursor, beat };
    const { speed, scrubbing } = sessionStore.getState();
    const onward =
      before.cursor === cursor ? before.beat + 1 === beat : before.cursor + 1 === cursor && beat === 1;
    // what is on its way may arrive while the next access already begins
    if (isEventful || !onward) running.current?.();
    const element = column.current;
    if (!element || !isEventful) return undefined;
    const toLanding = (): void =>
      reveal(
        element,
        moment.landings.map((l) => l.key),
        layout,
      );
    const still = isStill();
    const wanted = progress < 1 || (onward && !still && speed < 4 && !scrubbing);
    if (!wanted && !still) {
      // where nothing flies, the browser lays the page out once, when it draws it
      const frame = requestAnimationFrame(toLanding);
      return () => cancelAnimationFrame(frame);
    }
    toLanding();
    const from = overlay.current ? originOf(overlay.current.dataset['flight'] ?? '') : undefined;
    if (!wanted) return from && overlay.current ? trace(overlay.current, element, layout) : undefined;
    const marked = [
      ...bracketActors(element, model, layout),
      ...blockActors(overlay.current, element, layout, moment),
    ];
    const { actors, release } = {
      actors: marked.flatMap((a) => a.actors),
      release: () => marked.forEach((a) => a.release()),
    };
    if (progress < 1) {
      const unpose = pose(actors, progress);
      return () => {
        unpose();
        release();
      };
    }
    const animations = play(actors, flightMs / Math.max(0.25, speed));
    const end = (): void => {
      if (running.current !== end) return;
      running.current = undefined;
      animations.forEach((a) => a.cancel());
      release();
    };
    running.current = end;
    void Promise.allSettled(animations.map((a) => a.finished)).then(end);
    return undefined;
    // only when the story moves, or one looks into a beat
    // oxlint-disable-next-line react/exhaustive-deps
  }, [name, progress, motion, layout]);
  useLayoutEffect(() => () => running.current?.(), []);
}

/** Scrolls the map as little as needed to see what lands. */
function reveal(column: HTMLElement, keys: readonly string[], layout: MapLayout): void {
  const view = column.parentElement;
  const box = layout.boxes.find((b) => keys.includes(b.key));
  if (!view || !box) return;
  const top = box.y - 24;
  const bottom = box.y + box.height + 24;
  if (top < view.scrollTop) view.scrollTop = top;
  else if (bottom > view.scrollTop + view.clientHeight) view.scrollTop = bottom - view.clientHeight;
}
