/** The lines behind the blocks: axis, addresses, gaps, brackets and the arrow of the current access. Decoration only. */
import { memo } from 'react';
import { useWords } from '../parts/use-words.ts';
import { unitOf, type Items, type MapWindow } from './items.ts';
import type { Bracket, Gap, MapLayout } from './layout.ts';
import type { Moment } from './moment.ts';
import { addressText, roughSize } from './texts.ts';

interface Props {
  readonly layout: MapLayout;
  readonly items: Items;
  readonly moment: Moment;
  readonly digits: number;
  /** To be kept: brackets as they stand, nothing for CSS to move. */
  readonly still?: boolean;
}

export const MapDrawing = memo(function MapDrawing(props: Props) {
  const { layout, items, moment, digits, still = false } = props;
  const { t } = useWords();
  const { axisX, column, divider, shelf } = layout;
  const known = !items.blocks.some((b) => b.state === 'unsized');
  const right = column.x + column.width;
  const access = moment.access?.space === items.space ? moment.access.address : undefined;
  const marked = access === undefined || layout.boxes.length === 0 ? undefined : layout.y(access);
  const near = (y: number): boolean => marked !== undefined && Math.abs(y - 4 - marked) < 13;
  const turns = [...moment.glow];
  const windows = new Map(items.windows.map((w) => [w.key, w]));
  return (
    <svg
      className="map-drawing"
      width={layout.width}
      height={layout.height}
      aria-hidden="true"
      focusable="false"
    >
      <line className="map-axis" x1={axisX} x2={axisX} y1={4} y2={column.height} />
      {layout.ticks.map(({ y, address }) =>
        near(y) ? undefined : (
          <text key={address} className="map-tick" x={axisX - 6} y={y - 3} textAnchor="end">
            {addressText(address, digits)}
          </text>
        ),
      )}
      {layout.sizing.map(({ key, y }) => (
        <text key={key} className="map-tick" x={axisX - 6} y={y + 16} textAnchor="end">
          {t('map.sizing')}
        </text>
      ))}
      {layout.gaps.map((gap) => (
        <GapMark key={gap.from} gap={gap} x={column.x} width={column.width} known={known} />
      ))}
      {divider !== undefined && (
        <>
          <line className="map-divider" x1={0} x2={right} y1={divider} y2={divider} />
          <text className="map-tick" x={axisX - 6} y={divider + 12} textAnchor="end">
            {t('map.above')}
          </text>
        </>
      )}
      <Hatch />
      {layout.brackets.map((bracket) => (
        <BracketMark
          key={bracket.key}
          bracket={bracket}
          window={windows.get(bracket.key)}
          layout={layout}
          still={still}
          turn={turns.indexOf(windows.get(bracket.key)?.fn ?? -1)}
        />
      ))}
      {shelf !== undefined && (
        <text className="map-shelf" x={column.x} y={shelf + 19}>
          {t('map.no-address')}
        </text>
      )}
      {marked !== undefined && access !== undefined && (
        <g className="map-access">
          <path d={`M${String(axisX - 4)} ${String(marked)}h11`} />
          <path className="map-arrow" d={`M${String(axisX + 4)} ${String(marked - 4)}l5 4l-5 4z`} />
          <text x={axisX - 6} y={marked + 4} textAnchor="end">
            {addressText(access, digits)}
          </text>
        </g>
      )}
    </svg>
  );
});

const hatch = 'map-hatch';

/** Where something lies that the window would have to hold. */
const Hatch = () => (
  <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <path className="map-hatch" d="M0 0v5" />
  </pattern>
);

interface BracketProps {
  readonly bracket: Bracket;
  readonly window: MapWindow | undefined;
  readonly layout: MapLayout;
  readonly still: boolean;
  /** When it lights up; -1: not. */
  readonly turn: number;
}

/** A bracket of height 1, put into its place and stretched by `transform` alone. */
function BracketMark({ bracket, window, layout, still, turn }: BracketProps) {
  const { key, x, y, isClosed } = bracket;
  const height = isClosed ? bracket.height : Math.max(4, bracket.height - 2);
  const common = { className: 'map-bracket', 'data-kind': window?.kind } as const;
  const line = isClosed ? 'M-6 0h6v1h-6M-6 0.5h10' : 'M-6 0h6v1h-6';
  const transform = bracketTransform(x, y + 1, height);
  const path = still
    ? {
        ...common,
        d: line.replaceAll(/v1|0\.5/g, (part) => (part === 'v1' ? `v${String(height)}` : String(height / 2))),
        transform: `translate(${String(x)},${String(y + 1)})`,
      }
    : {
        ...common,
        d: line,
        vectorEffect: 'non-scaling-stroke',
        'data-end': transform,
        style: { transform },
      };
  const boxes = layout.boxes.filter((b) => window?.needs?.blocks.includes(b.key));
  return (
    <g data-bracket={key}>
      {boxes.map((b) => (
        <rect
          key={b.key}
          className="map-beyond"
          x={x - 6}
          y={b.y}
          width="9"
          height={b.height}
          fill={`url(#${hatch})`}
        />
      ))}
      <path {...path} data-off={window?.enabled === false ? '' : undefined} />
      {turn >= 0 && <path {...path} data-glow={turn} />}
      {window?.isTold === true && !isClosed && <Notches bracket={bracket} window={window} layout={layout} />}
    </g>
  );
}

export const bracketTransform = (x: number, y: number, height: number): string =>
  `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) scale(1, ${height.toFixed(1)})`;

/** The units in which its edges move, as far as they can be told apart. */
function Notches({ bracket, window, layout }: { bracket: Bracket; window: MapWindow; layout: MapLayout }) {
  const unit = unitOf(window);
  const count = (window.to - window.from + 1) / unit;
  if (count > 256) return undefined;
  const at: number[] = [];
  for (let i = 1; i < count; i++) {
    const y = layout.y(window.from + i * unit);
    if (Math.abs(y - (at.at(-1) ?? bracket.y + bracket.height)) >= 3 && y - bracket.y >= 3) at.push(y);
  }
  const d = at.map((y) => `M${String(bracket.x)} ${y.toFixed(1)}h4`).join('');
  return <path className="map-notches" data-kind={window.kind} d={d} />;
}

/** A wavy line for what is not to scale; words for room in a window. What is not known to be free is only said to lie between. */
function GapMark({ gap, x, width, known }: { gap: Gap; x: number; width: number; known: boolean }) {
  const { plain, pieces } = useWords();
  if (gap.kind === 'space') return undefined;
  const middle = gap.y + gap.height / 2 - 1;
  const words = plain(pieces(known ? 'map.gap' : 'map.between', { size: roughSize(gap.to - gap.from + 1) }));
  if (gap.kind === 'free') {
    return (
      <text className="map-free" x={x + 10} y={middle + 4}>
        {words}
      </text>
    );
  }
  const room = words.length * 6.1 + 12;
  const side = Math.max(0, (width - room) / 2);
  const waves = Math.floor(side / 12);
  const wave = (from: number): string =>
    `M${String(from)} ${middle.toFixed(1)}q3 -6 6 0t6 0${' t6 0t6 0'.repeat(Math.max(0, waves - 1))}`;
  return (
    <g className="map-break">
      {waves > 0 && <path d={`${wave(x)}${wave(x + width - waves * 12)}`} />}
      <text x={x + width / 2} y={middle + 4} textAnchor="middle">
        {words}
      </text>
    </g>
  );
}
