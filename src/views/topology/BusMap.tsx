/** The bus drawn: scrolls, zooms, and follows the access beat by beat. The outline is its accessible twin. */
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useStore } from 'zustand';
import { restedStore } from '../../store/rested.ts';
import { sessionStore } from '../../store/session-store.ts';
import { hover, offerDevice, select, uiStore } from '../../store/ui-store.ts';
import { Button } from '../parts/Button.tsx';
import { Popover } from '../parts/Popover.tsx';
import { useWords } from '../parts/use-words.ts';
import { Op } from '../../engine/trace.ts';
import { AccessLine, AccessWords, Token } from './Access.tsx';
import { Card } from './Card.tsx';
import { Rests, Toggles } from './Folded.tsx';
import { CpuBox, HostBox, latchBox, MemoryBox } from './HostBox.tsx';
import { layout } from './layout.ts';
import { planOf } from './plan.ts';
import { RailTexts, Wires } from './Rails.tsx';
import { reached, routeOf } from './route.ts';
import { decisionOf, hasCome, instruction, pillOf, refusals, registerValue, type Refusal } from './story.ts';
import { useFolds, useUnfolding } from './use-folds.ts';
import { useAbsent, usePicture } from './use-picture.ts';
import { useZoom } from './use-zoom.ts';

const nothingRefused: ReadonlyMap<number, Refusal> = new Map();
const nothingBusy: ReadonlySet<number> = new Set();

export function BusMap({ composer }: { composer?: ReactNode }) {
  const { t } = useWords();
  const viewport = useRef<HTMLDivElement>(null);
  const width = useWidth(viewport);
  const { scale, by, to } = useZoom(viewport);
  const board = useStore(restedStore, (s) => s.machine.board);
  const beats = useStore(restedStore, (s) => s.beats);
  const beat = useStore(restedStore, (s) => s.beat);
  const cursor = useStore(restedStore, (s) => s.cursor);
  const explanation = useStore(restedStore, (s) => s.explanation);
  const selected = useStore(uiStore, (s) => s.selection.fn);
  const hovered = useStore(uiStore, (s) => s.hover.fn);

  const absent = useAbsent();
  const folds = useFolds(useMemo(() => planOf(board, absent), [board, absent]));
  const { plan } = folds;
  const place = useMemo(() => layout(plan, width), [plan, width]);
  const drawn = useMemo(() => [plan.host, ...place.cards.keys()].toSorted((a, b) => a - b), [plan, place]);
  const picture = usePicture(drawn);
  const route = useMemo(
    () => (explanation ? routeOf(explanation, beats, place) : undefined),
    [explanation, beats, place],
  );
  const refused = useMemo(
    () =>
      explanation && route
        ? refusals(explanation, route, beats, beat, (fn) => board.parts[fn]?.wire ?? -1, place.cards.keys())
        : nothingRefused,
    [explanation, route, beats, beat, board, place],
  );
  usePointer(viewport);
  const unfold = useUnfolding(viewport, scale, place, folds);

  const row = explanation?.row;
  const pill = explanation ? pillOf(explanation, beats, beat) : undefined;
  const passed = new Set(
    beats.slice(0, beat).flatMap((b) => (b.kind === 'forward' || b.kind === 'convert' ? [b.fn] : [])),
  );
  const decision = explanation?.config
    ? decisionOf(explanation.config.bdf, explanation.config.enabled)
    : decisionOf((picture.latch >>> 8) & 0xffff, picture.latch >>> 31 === 1);
  const target = pill !== undefined && pill.fn >= 0 ? pill.fn : -1;
  useFollow(viewport, place.cards.get(target)?.box, scale, `${String(cursor)}.${String(beat)}`, 36);
  useFollow(viewport, place.cards.get(selected ?? -1)?.box, scale, `chosen ${String(selected)}`, 0);

  const hostCard = picture.cards.get(plan.host);
  const fit = (): void => {
    const element = viewport.current;
    if (element) to(Math.min(1, element.clientWidth / place.width, element.clientHeight / place.height));
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
          <svg
            className="topology-drawing"
            aria-hidden="true"
            width={place.width}
            height={place.height}
            data-beat={`${String(cursor)}.${String(beat)}`}
            style={scale === 1 ? undefined : { transform: `scale(${String(scale)})` }}
          >
            <Wires place={place} />
            {route && row && <AccessLine route={route} beat={beat} row={row.row} />}
            <RailTexts place={place} picture={picture} busy={passed.size === 0 ? nothingBusy : passed} />
            {[...picture.cards.values()].map((card) => {
              const at = place.cards.get(card.fn);
              if (!at) return undefined;
              const role =
                card.fn === target
                  ? 'claims'
                  : passed.has(card.fn)
                    ? 'passes'
                    : refused.has(card.fn)
                      ? 'silent'
                      : undefined;
              return (
                <Card
                  key={card.fn}
                  card={card}
                  place={at}
                  role={role}
                  selected={selected === card.fn}
                  hovered={hovered === card.fn}
                />
              );
            })}
            <Rests place={place} />
            <CpuBox
              box={place.cpu}
              doing={row && instruction(row)}
              value={row && registerValue(row, beats, beat)}
              active={row !== undefined && instruction(row) !== undefined}
            />
            <MemoryBox box={place.memory} bytes={board.ram} active={pill?.fn === -2} />
            <HostBox
              place={place}
              card={hostCard}
              latch={picture.latch}
              written={row?.op === Op.latch && row.write && hasCome(beats, beat, 'latch')}
              decision={decision}
              deciding={explanation?.config !== undefined && hasCome(beats, beat, 'decide')}
              stamp={beats
                .slice(0, beat)
                .find((b) => b.kind === 'ones')
                ?.token.slice(2)}
              express={board.wires[0]?.express ?? false}
              active={route !== undefined && reached(route, beat) > 0}
              selected={selected !== undefined && selected === hostCard?.fn}
              hovered={hovered !== undefined && hovered === hostCard?.fn}
            />
            {route && row && (
              <>
                <AccessWords {...{ place, route, explanation, beats, beat, decision, refused }} />
                <Token {...{ place, route, beats, beat }} row={row.row} />
              </>
            )}
          </svg>
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
          <span className="mono">{`${String(Math.round(scale * 100))}%`}</span>
        </Button>
        <Button onClick={() => by(1.25)} aria-label={t('topology.zoom-in')}>
          +
        </Button>
        <Button onClick={fit}>{t('topology.fit')}</Button>
      </div>
    </div>
  );
}

/** The inner width of the viewport, in whole pixels. */
function useWidth(viewport: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(504);
  useEffect(() => {
    const element = viewport.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.max(280, Math.floor(element.clientWidth))));
    observer.observe(element);
    return () => observer.disconnect();
  }, [viewport]);
  return width;
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

/** Scrolls as little as needed to keep the claimer, or the chosen one, in sight. */
function useFollow(
  viewport: RefObject<HTMLDivElement | null>,
  box: { x: number; y: number; w: number; h: number } | undefined,
  scale: number,
  moment: string,
  /** What hangs under the card and must be seen, too. */
  under: number,
): void {
  useEffect(() => {
    const element = viewport.current;
    if (!element || !box) return;
    const nearest = (from: number, size: number, at: number, room: number): number => {
      if (from < at) return Math.max(0, from - 24);
      if (from + size > at + room) return from + size - room + 8;
      return at;
    };
    const x = nearest(box.x * scale, box.w * scale, element.scrollLeft, element.clientWidth);
    const y = nearest(box.y * scale, (box.h + under) * scale, element.scrollTop, element.clientHeight);
    if (x !== element.scrollLeft || y !== element.scrollTop) element.scrollTo(x, y);
    // only when the story moves, or the choice: the person may scroll away in between
    // oxlint-disable-next-line react/exhaustive-deps
  }, [moment]);
}
