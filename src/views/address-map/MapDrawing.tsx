/** The lines behind the blocks: axis, addresses, gaps, brackets and the arrow of the current access. Decoration only. */
import { memo } from 'react';
import { useWords } from '../parts/use-words.ts';
import type { Items } from './items.ts';
import type { Gap, MapLayout } from './layout.ts';
import type { Moment } from './moment.ts';
import { addressText, roughSize } from './texts.ts';

interface Props {
  readonly layout: MapLayout;
  readonly items: Items;
  readonly moment: Moment;
  readonly digits: number;
}

export const MapDrawing = memo(function MapDrawing({ layout, items, moment, digits }: Props) {
  const { t } = useWords();
  const { axisX, column, divider, shelf } = layout;
  const known = !items.blocks.some((b) => b.state === 'unsized');
  const right = column.x + column.width;
  const access = moment.access?.space === items.space ? moment.access.address : undefined;
  const marked = access === undefined || layout.boxes.length === 0 ? undefined : layout.y(access);
  const near = (y: number): boolean => marked !== undefined && Math.abs(y - 4 - marked) < 13;
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
      {layout.brackets.map(({ key, x, y, height }) => {
        const window = windows.get(key);
        const glow = window !== undefined && moment.glow.has(window.fn);
        return (
          <path
            key={key}
            className="map-bracket"
            data-kind={window?.kind}
            data-off={window?.enabled === false ? '' : undefined}
            data-glow={glow ? '' : undefined}
            d={`M${String(x - 6)} ${String(y + 1)}h6v${String(Math.max(4, height - 2))}h-6`}
          />
        );
      })}
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
