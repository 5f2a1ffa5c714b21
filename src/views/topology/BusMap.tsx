/** The bus drawn: scrolls, zooms, and follows the access beat by beat. The outline is its accessible twin. */
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useStore } from 'zustand';
import { restedStore } from '../../store/rested.ts';
import { sessionStore } from '../../store/session-store.ts';
import { hover, offerDevice, select, uiStore } from '../../store/ui-store.ts';
import { Button } from '../parts/Button.tsx';
import { Popover } from '../parts/Popover.tsx';
import { useWords } from '../parts/use-words.ts';
import { BusDrawing, useScene, type Scene } from './Drawing.tsx';
import { Toggles } from './Folded.tsx';
import { latchBox } from './HostBox.tsx';
import { layout, type Box, type Layout } from './layout.ts';
import { planOf, type Plan } from './plan.ts';
import { useFolds, useUnfolding } from './use-folds.ts';
import { useAbsent } from './use-picture.ts';
import { useZoom } from './use-zoom.ts';

interface Props {
  readonly composer?: ReactNode;
  /** On a wall: the share of its size that it is drawn at least, as letters have a least size there. */
  readonly wall?: number;
}

export function BusMap({ composer, wall }: Props) {
  const { t } = useWords();
  const viewport = useRef<HTMLDivElement>(null);
  const room = useRoom(viewport);
  const { scale: zoom, by, to } = useZoom(viewport);
  const board = useStore(restedStore, (s) => s.machine.board);
  const selected = useStore(uiStore, (s) => s.selection.fn);

  const absent = useAbsent();
  const folds = useFolds(useMemo(() => planOf(board, absent), [board, absent]));
  const { plan } = folds;
  const { place, shrink } = useMemo(
    () => (wall === undefined ? placed(plan, room, leastShare, spareUnder) : placed(plan, room, wall, 0)),
    [plan, room, wall],
  );
  const scale = zoom * shrink;
  const scene = useScene(plan, place);
  const { picture, target, cursor, beat } = scene;
  // the room as it is, too: what was in sight of a large one may not be of a small one
  const moment = `${String(cursor)}.${String(beat)} ${String(room.width)}×${String(room.height)}`;
  usePointer(viewport);
  const unfold = useUnfolding(viewport, scale, place, folds);

  useFollow(viewport, place.cards.get(target)?.box ?? underWay(scene), scale, moment, 36);
  useFollow(viewport, place.cards.get(selected ?? -1)?.box, scale, `chosen ${String(selected)}`, 0);

  const fit = (): void => {
    const element = viewport.current;
    const whole = (side: number, of: number): number => side / (of * shrink);
    if (element)
      to(Math.min(1, whole(element.clientWidth, place.width), whole(element.clientHeight, place.height)));
  };
  const latch = latchBox(place.host);
  const [composing, setComposing] = useState<HTMLElement>();
  return (
    <div className="topology">
      <div
        ref={viewport}
        className="topology-viewport ring-inside"
        role="region"
        aria-label={t('topology.map-label')}
        // a scrolled drawing must be reachable by keyboard
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
          if (unfold(selected)) event.preventDefault();
        }}
      >
        <div className="topology-paper" style={{ width: place.width * scale, height: place.height * scale }}>
          <BusDrawing
            scene={scene}
            style={scale === 1 ? undefined : { transform: `scale(${String(scale)})` }}
          />
          <Toggles {...{ place, picture, folds, scale }} />
          {composer !== undefined && (
            <>
              <button
                type="button"
                className="topology-latch"
                aria-label={t('topology.compose')}
                aria-haspopup="dialog"
                style={{
                  left: latch.x * scale,
                  top: latch.y * scale,
                  width: latch.w * scale,
                  height: latch.h * scale,
                }}
                onClick={(event) => setComposing(event.currentTarget)}
              />
              {composing && (
                <Popover
                  anchor={composing}
                  label={t('topology.compose')}
                  onClose={() => setComposing(undefined)}
                >
                  <div className="topology-dialog">{composer}</div>
                </Popover>
              )}
            </>
          )}
        </div>
      </div>
      <div className="topology-zoom">
        <Button onClick={() => by(1 / 1.25)} aria-label={t('topology.zoom-out')}>
          −
        </Button>
        <Button onClick={() => to(1)} aria-label={t('topology.actual')}>
          <span className="mono">{`${String(Math.round(zoom * 100))}%`}</span>
        </Button>
        <Button onClick={() => by(1.25)} aria-label={t('topology.zoom-in')}>
          +
        </Button>
        <Button onClick={fit}>{t('topology.fit')}</Button>
      </div>
    </div>
  );
}

/** Around the token, as long as nobody has claimed: where it comes from, and the card that it stands at. */
function underWay({ route, beats, beat }: Scene): Box | undefined {
  const at = beat < beats.length ? route?.points[route.stops[beat - 1] ?? -1] : undefined;
  return at && { x: at.x - 40, y: at.y - 64, w: 80, h: 126 };
}

interface Room {
  readonly width: number;
  readonly height: number;
}

/** No letter gets smaller than this makes it. */
const leastShare = 0.85;
const shareStep = 0.02;

/** Empty room under the last cards, for what they may say. */
const spareUnder = 24;

interface Placed {
  readonly place: Layout;
  readonly shrink: number;
}

/** A little smaller, where that brings all of a small bus into sight; else as large as it is drawn. */
function placed(plan: Plan, { width, height }: Room, least: number, spare: number): Placed {
  const full = { place: layout(plan, width), shrink: 1 };
  if (height === 0 || full.place.height <= height + spare || full.place.cards.size > 32) return full;
  for (let shrink = 1; shrink > least;) {
    shrink = Math.max(least, shrink - shareStep);
    const place = layout(plan, width / shrink);
    if (place.height * shrink <= height + spare) return { place, shrink };
  }
  return full;
}

/** The viewport's inside, in whole pixels; a height of 0 is not known yet. */
function useRoom(viewport: RefObject<HTMLDivElement | null>): Room {
  const [room, setRoom] = useState<Room>({ width: 504, height: 0 });
  useEffect(() => {
    const element = viewport.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      // nobody sees it: it is laid out when somebody does
      if (element.clientWidth === 0) return;
      const width = Math.max(280, Math.floor(element.clientWidth));
      const height = Math.floor(element.clientHeight);
      setRoom((now) => (now.width === width && now.height === height ? now : { width, height }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [viewport]);
  return room;
}

/** Clicking a card selects its function, pointing at it hovers, the other button on a rail adds a device there; one listener for all. */
function usePointer(viewport: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = viewport.current;
    if (!element) return undefined;
    const fnAt = (event: Event): number | undefined => {
      const card = event.target instanceof Element ? event.target.closest('[data-fn]') : undefined;
      const text = card?.getAttribute('data-fn') ?? undefined;
      return text === undefined ? undefined : Number(text);
    };
    const click = (event: Event): void => {
      const fn = fnAt(event);
      if (fn !== undefined) select({ fn });
    };
    let last: number | undefined;
    const over = (event: Event): void => {
      const fn = fnAt(event);
      if (fn === last) return;
      last = fn;
      hover(fn === undefined ? {} : { fn });
    };
    const leave = (): void => {
      last = undefined;
      hover({});
    };
    const menu = (event: Event): void => {
      const rail = event.target instanceof Element ? event.target.closest('[data-wire]') : undefined;
      const wire = rail?.getAttribute('data-wire') ?? undefined;
      const { machine, scenario } = sessionStore.getState();
      if (wire === undefined || scenario.machine === 'dump') return;
      event.preventDefault();
      offerDevice(machine.board.wires[Number(wire)]?.name);
    };
    element.addEventListener('contextmenu', menu);
    element.addEventListener('click', click);
    element.addEventListener('pointerover', over);
    element.addEventListener('pointerleave', leave);
    return () => {
      element.removeEventListener('contextmenu', menu);
      element.removeEventListener('click', click);
      element.removeEventListener('pointerover', over);
      element.removeEventListener('pointerleave', leave);
    };
  }, [viewport]);
}

/** Scrolls as little as needed to keep the token, the claimer or the chosen one in sight. */
function useFollow(
  viewport: RefObject<HTMLDivElement | null>,
  box: Box | undefined,
  scale: number,
  moment: string,
  /** What hangs under the card and must be seen, too. */
  under: number,
): void {
  useEffect(() => {
    const nearest = (from: number, size: number, at: number, room: number): number => {
      // more than there is room for: its name is at its top
      if (size + 8 > room) return Math.max(0, from - 4);
      if (from < at) return Math.max(0, from - 24);
      if (from + size > at + room) return from + size - room + 8;
      return at;
    };
    const follow = (): void => {
      const element = viewport.current;
      if (!element || !box) return;
      const x = nearest(box.x * scale, box.w * scale, element.scrollLeft, element.clientWidth);
      const y = nearest(box.y * scale, (box.h + under) * scale, element.scrollTop, element.clientHeight);
      if (x !== element.scrollLeft || y !== element.scrollTop) element.scrollTo(x, y);
    };
    // when the page is drawn: asked sooner, it would be laid out twice
    const frame = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(frame);
    // only when the story moves, or the choice: the person may scroll away in between
    // oxlint-disable-next-line react/exhaustive-deps
  }, [moment]);
}
