/** Buses as rails, the stems of the cards, the drops to the buses below with the bridges' windows beside them. */
import { memo } from 'react';
import { useWords } from '../parts/use-words.ts';
import { hex } from '../../base/hex.ts';
import { advance, widthOf } from './fit.ts';
import type { CardPlace, Layout } from './layout.ts';
import { windowLines, type Picture } from './picture.ts';
import { pathOf } from './route.ts';

/** What never moves while the pane keeps its width. */
export const Wires = memo(function Wires({ place }: { place: Layout }) {
  const stems = [...place.cards.values()].filter((c) => !c.compact);
  const { memory, host, cpu } = place;
  const memoryX = memory.x + memory.w / 2;
  return (
    <g>
      <line className="topology-wire" x1={cpu.x + 66} y1={cpu.y + cpu.h} x2={cpu.x + 66} y2={host.y} />
      <line className="topology-wire" x1={memoryX} y1={memory.y + memory.h} x2={memoryX} y2={host.y} />
      {place.rails.map((rail) => (
        <path key={rail.wire} className="topology-wire" d={pathOf(rail.drop, 0, rail.drop.length - 1)} />
      ))}
      {stems.map((c) => (
        <line key={c.fn} className="topology-wire" x1={c.stem.x} y1={c.stem.y} x2={c.stem.x} y2={c.top} />
      ))}
      {place.frames.map((f) => (
        <line
          key={f.fns[0]}
          className="topology-wire"
          x1={f.stem.x}
          y1={f.stem.y}
          x2={f.stem.x}
          y2={f.box.y}
        />
      ))}
      {place.rests.map(({ folded, stem, box }) => (
        <line key={folded.wire} className="topology-wire" x1={stem.x} y1={stem.y} x2={stem.x} y2={box.y} />
      ))}
      {place.rails.map((rail) => (
        <g key={rail.wire} data-wire={rail.wire}>
          {rail.rows.map((row) => (
            <g key={row.y}>
              <line className="topology-rail" x1={row.from} y1={row.y} x2={row.to} y2={row.y} />
              <line className="topology-rail-reach" x1={row.from} y1={row.y} x2={row.to} y2={row.y} />
            </g>
          ))}
          {rail.rows.length > 1 && (
            <line
              className="topology-rail"
              x1={rail.rows[0]?.from}
              y1={rail.rows[0]?.y}
              x2={rail.rows[0]?.from}
              y2={rail.rows.at(-1)?.y}
            />
          )}
        </g>
      ))}
      {place.frames.map((f) => (
        <rect
          key={f.fns[0]}
          className="topology-box"
          x={f.box.x}
          y={f.box.y}
          width={f.box.w}
          height={f.box.h}
          rx="7"
        />
      ))}
    </g>
  );
});

/** Bus numbers and windows. Bridges in `busy` say something else there. */
export function RailTexts({
  place,
  picture,
  busy,
}: {
  place: Layout;
  picture: Picture;
  busy: ReadonlySet<number>;
}) {
  const { t } = useWords();
  return (
    <g>
      {place.rails.map(({ wire, label }) => {
        const bus = picture.rails[wire]?.bus ?? -1;
        return (
          <text
            key={wire}
            data-wire={wire}
            x={label.x}
            y={label.y}
            textAnchor={label.anchor}
            className="topology-bus topology-halo"
            data-unknown={bus < 0 ? '' : undefined}
          >
            {bus < 0 ? t('topology.bus-unknown') : t('topology.bus', { number: busNumber(bus) })}
          </text>
        );
      })}
      {[...picture.cards.values()].map(({ fn, bridge }) => {
        const card = place.cards.get(fn);
        if (!bridge || !card || card.folded || busy.has(fn)) return undefined;
        const under = underOf(place, fn);
        const lines = windowLines(bridge, t(bridge.isRoot ? 'topology.another-root' : 'topology.closed'));
        const longest = Math.max(...lines.map((line) => widthOf(line, advance.mono11)));
        const side = sideOf(place, card, longest);
        if (side === undefined) return undefined;
        const left = side === 'left';
        return (
          <text
            key={fn}
            className="topology-window topology-halo"
            textAnchor={left ? 'end' : 'start'}
            x={card.stem.x + (left ? -7 : 7)}
            y={under.y}
          >
            {lines.map((line, i) => (
              <tspan key={line} x={card.stem.x + (left ? -7 : 7)} dy={i === 0 ? 42 : 14}>
                {line}
              </tspan>
            ))}
          </text>
        );
      })}
    </g>
  );
}

/**
 * On which side of a bridge's drop its windows can stand: clear of the edge, and of the drops and windows of its
 * neighbours, which stand at the right while they can. Undefined: nowhere, the outline tells them.
 */
function sideOf(place: Layout, card: CardPlace, length: number): 'left' | 'right' | undefined {
  const { x } = card.stem;
  const others = [...place.cards.values()]
    .filter((c) => c !== card && c.below >= 0 && c.wire === card.wire && c.row === card.row)
    .map((c) => c.stem.x);
  const next = Math.min(place.width, ...others.filter((o) => o > x));
  if (x + 10 + length <= next) return 'right';
  const before = Math.max(0, ...others.filter((o) => o < x));
  const room = before === 0 ? x : x - before - 10 - length;
  return room >= length + 10 ? 'left' : undefined;
}

/** Decimal while it is short, as people say it; hex from 10 on, as BDFs write it. */
export const busNumber = (bus: number): string => (bus < 10 ? String(bus) : `0x${hex(bus, 2)}`);

/** The middle of the lower edge of what a function is drawn in. */
export function underOf(place: Layout, fn: number): { x: number; y: number } {
  const card = place.cards.get(fn);
  if (!card) return { x: place.host.x + place.host.w / 2, y: place.host.y + place.host.h };
  const frame = card.compact ? place.frames.find((f) => f.fns.includes(fn)) : undefined;
  const box = frame?.box ?? card.box;
  return { x: box.x + box.w / 2, y: box.y + box.h };
}
