/** The access in progress: one line, drawn hop by hop, with what is said along it, and the token that carries the value. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { uiStore } from '../../store/ui-store.ts';
import type { Beat } from '../../session/beats.ts';
import type { Explanation } from '../../engine/explain.ts';
import { sessionStore } from '../../store/session-store.ts';
import { isStill } from '../parts/still.ts';
import { useWords } from '../parts/use-words.ts';
import { advance, widthOf } from './fit.ts';
import type { Layout } from './layout.ts';
import { TokenMark } from './marks.tsx';
import { underOf } from './Rails.tsx';
import { between, fractions, legsOf, pathOf, reached, type Route } from './route.ts';
import { absentText, comparesOf, hasCome, pillOf, type Decision, type Refusal } from './story.ts';

export interface AccessProps {
  readonly place: Layout;
  readonly route: Route;
  readonly explanation: Explanation;
  readonly beats: readonly Beat[];
  readonly beat: number;
}

/** Under the cards: the line itself. */
export function AccessLine({ route, beat, row }: { route: Route; beat: number; row: number }) {
  const far = reached(route, beat);
  return (
    <g
      key={row}
      className="topology-access"
      data-space={route.space}
      data-died={route.died >= 0 ? '' : undefined}
    >
      {legsOf(route).map(({ from, to }) => (
        <path
          key={to}
          className="topology-leg"
          data-drawn={to <= far ? '' : undefined}
          pathLength={1}
          d={pathOf(route.points, from, to)}
        />
      ))}
    </g>
  );
}

/** Over the cards: who claims, what bridges compare, where it dies. */
export function AccessWords(
  props: AccessProps & { decision: Decision; refused: ReadonlyMap<number, Refusal> },
) {
  const { t } = useWords();
  const { place, route, explanation, beats, beat } = props;
  const pill = pillOf(explanation, beats, beat);
  const compares = comparesOf(explanation, beats, beat);
  const died = route.died >= 0 && hasCome(beats, beat, 'abort');
  const ghost = died ? place.rails[route.died]?.ghost : undefined;
  const decided = explanation.config !== undefined && hasCome(beats, beat, 'decide');
  return (
    <g>
      {decided && (
        <text
          x={place.cpu.x + 75}
          y={place.host.y + place.host.h + 21}
          className="topology-collar topology-halo"
          // the token stands on it
          data-covered={beats[beat - 1]?.kind === 'decide' ? '' : undefined}
        >
          {t(props.decision.type === 1 ? 'topology.collar-type1' : 'topology.collar-type0')}
        </text>
      )}
      {[...props.refused].map(([fn, why]) => {
        if (place.cards.get(fn)?.compact !== false) return undefined;
        const at = underOf(place, fn);
        if (ghost && Math.abs(at.y + 12 - ghost.y) < 30 && at.x + 36 > ghost.x) return undefined;
        return (
          <text
            key={fn}
            x={at.x}
            y={at.y + 14}
            textAnchor="middle"
            className="topology-refusal topology-halo"
          >
            {typeof why === 'object' ? why.outside : t(`topology.${why}`)}
          </text>
        );
      })}
      {compares.map(({ fn, text, collar }) => {
        const at = underOf(place, fn);
        const left = at.x + 110 > place.width;
        return (
          <g key={fn}>
            <Label x={at.x} y={at.y + 7} text={text} kind="compare" place={place} />
            {collar !== undefined && (
              <text
                x={at.x + (left ? -8 : 8)}
                y={at.y + 50}
                textAnchor={left ? 'end' : 'start'}
                className="topology-collar topology-halo"
              >
                {t(collar === 'converts' ? 'topology.collar-converts' : 'topology.collar-type1')}
              </text>
            )}
          </g>
        );
      })}
      {pill && (
        <PillAt
          place={place}
          fn={pill.fn}
          text={[t(`topology.${pill.verb}`), pill.value].filter((s) => s !== undefined).join(' · ')}
        />
      )}
      {died && <Death place={place} wire={route.died} who={absentText(explanation)} />}
      <Markers place={place} route={route} beat={beat} />
    </g>
  );
}

function PillAt({ place, fn, text }: { place: Layout; fn: number; text: string }) {
  if (fn === -2) {
    const { memory, host } = place;
    return (
      <Label
        x={memory.x - 70}
        y={(memory.y + memory.h + host.y) / 2 - 12}
        text={text}
        kind="pill"
        place={place}
      />
    );
  }
  const at = underOf(place, fn);
  const isHost = !place.cards.has(fn);
  return <Label x={at.x} y={at.y + (isHost ? 4 : 7)} text={text} kind="pill" place={place} />;
}

function Label(props: { x: number; y: number; text: string; kind: 'pill' | 'compare'; place: Layout }) {
  const w = widthOf(props.text, advance.mono11) + 24;
  const x = Math.max(2, Math.min(props.x - w / 2, props.place.width - w - 2));
  return (
    <g className={`topology-${props.kind}`} transform={`translate(${String(x)},${String(props.y)})`}>
      <rect width={w} height="24" rx="12" />
      <text x={w / 2} y="16" textAnchor="middle">
        {props.text}
      </text>
    </g>
  );
}

/** The rail's end: a cross, on conventional PCI five clocks of waiting for DEVSEL#, and the outline of who is not there. */
function Death({ place, wire, who }: { place: Layout; wire: number; who: string }) {
  const { t } = useWords();
  const waits = useStore(sessionStore, (s) => s.machine.board.wires[wire]?.express !== true);
  const rail = place.rails[wire];
  if (!rail) return undefined;
  const { end, ghost } = rail;
  const ticks = waits ? [0, 1, 2, 3, 4] : [];
  const tall = ghost.h > 30;
  return (
    <g className="topology-death">
      {waits && (
        <text x={end.x - 62} y={end.y + 13} textAnchor="end" className="topology-waiting topology-halo">
          {t('topology.no-devsel')}
        </text>
      )}
      {ticks.map((i) => (
        <rect
          key={i}
          className="topology-tick"
          x={end.x - 20 - i * 9}
          y={end.y + 5}
          width="5"
          height="8"
          rx="1.5"
        />
      ))}
      <line className="topology-ghost-stem" x1={end.x} y1={end.y} x2={end.x} y2={ghost.y} />
      <rect className="topology-ghost" x={ghost.x} y={ghost.y} width={ghost.w} height={ghost.h} rx="7" />
      <text
        x={ghost.x + (tall ? 9 : ghost.w / 2)}
        y={ghost.y + (tall ? 18 : 17)}
        textAnchor={tall ? 'start' : 'middle'}
        className="topology-ghost-name"
      >
        {tall ? who : `${who} · ${t('topology.nobody')}`}
      </text>
      {tall && (
        <text x={ghost.x + 9} y={ghost.y + 33} className="topology-ghost-word">
          {t('topology.nobody')}
        </text>
      )}
      <circle className="topology-cross-ground" cx={end.x} cy={end.y} r="9" />
      <path className="topology-cross" d={`M${String(end.x - 5)} ${String(end.y - 5)}l10 10m0 -10l-10 10`} />
    </g>
  );
}

/** Where motion is unwanted, the hops are numbered instead of travelled. */
function Markers({ place, route, beat }: { place: Layout; route: Route; beat: number }) {
  const under = place.cpu.y + place.cpu.h;
  const stops = [...new Set(route.stops.slice(0, beat))];
  return (
    <g className="topology-markers">
      {stops.map((stop, i) => {
        const at = route.points[stop];
        if (!at) return undefined;
        // back at the CPU: clear of its words and of the way out
        const [x, y] = at.y === under ? [at.x + 14, at.y + 12] : [at.x - 14, at.y];
        return (
          <g key={stop} transform={`translate(${String(x)},${String(y)})`}>
            <circle r="8" />
            <text y="4" textAnchor="middle">
              {i + 1}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The one moving thing. Where it is follows from the beat; on the way there it is carried by an animation of `transform`. */
export function Token({
  place,
  route,
  beats,
  beat,
  row,
}: Omit<AccessProps, 'explanation'> & { row: number }) {
  const ref = useRef<SVGGElement>(null);
  const motion = useStore(uiStore, (s) => s.motion);
  const speed = useStore(sessionStore, (s) => s.speed);
  const was = useRef({ row: -1, beat: 0 });
  const stop = route.stops[beat - 1] ?? 0;
  const at = route.points[stop] ?? { x: 0, y: 0 };
  const text = beats[beat - 1]?.token ?? '';
  const done = beat >= beats.length;
  useEffect(() => {
    const before = was.current;
    was.current = { row, beat };
    const element = ref.current;
    if (!element) return;
    const from = before.row === row ? (route.stops[before.beat - 1] ?? 0) : 0;
    const onward =
      (before.row === row && before.beat + 1 === beat) || (before.row !== row && beat === 1 && !done);
    if (!onward || from === stop || isStill()) return;
    const way = between(route.points, from, stop);
    const shares = fractions(way);
    element.animate(
      way.map((p, i) => ({
        transform: `translate(${String(p.x)}px, ${String(p.y)}px)`,
        offset: shares[i] ?? 1,
      })),
      { duration: 360 / Math.max(0.25, speed), easing: 'cubic-bezier(0.3, 0, 0.2, 1)' },
    );
  }, [route, row, beat, stop, done, motion, speed]);
  const w = widthOf(text, advance.mono11) + 12;
  const left = at.x + 16 + w > place.width;
  // over where it stands, but not over what the CPU says
  const above = at.y === place.cpu.y + place.cpu.h ? 4 : -23;
  return (
    <g
      ref={ref}
      className="topology-token"
      data-space={route.space}
      data-done={done ? '' : undefined}
      style={{ transform: `translate(${String(at.x)}px, ${String(at.y)}px)` }}
    >
      <TokenMark space={route.space} />
      {text !== '' && text !== '✕' && (
        <g transform={`translate(${String(left ? -12 - w : 12)},${String(above)})`}>
          <rect className="topology-token-tag" width={w} height="22" rx="5" />
          <text x={w / 2} y="15" textAnchor="middle">
            {text}
          </text>
        </g>
      )}
    </g>
  );
}
