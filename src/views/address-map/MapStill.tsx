/** The address map as one SVG, to be kept or printed: the column's layout, its blocks drawn instead of laid out. */
import { useMemo } from 'react';
import { size } from '../../base/hex.ts';
import { functionText } from '../../session/names.ts';
import { useWords } from '../parts/use-words.ts';
import type { Block, MapWindow, Space } from './items.ts';
import { digitsOf, layoutOf, type Box, type Bracket } from './layout.ts';
import { MapDrawing } from './MapDrawing.tsx';
import { blockLabel, blockName, shortSize } from './texts.ts';
import { useMap } from './use-map.ts';
import './address-map.css';
import './map-still.css';

const head = 26;
/** Of a letter, about. */
const advance = 6.7;

/** One space, `width` wide at `x`; its own height follows from what is in it. `room`: up to which blocks may grow. */
export function useMapStill(space: Space, width: number, room: number) {
  const model = useMap(space);
  const layout = useMemo(() => layoutOf(model.items, width, room), [model.items, width, room]);
  return { model, layout, height: layout.height + head };
}

export function MapStill({ still, x }: { still: ReturnType<typeof useMapStill>; x: number }) {
  const words = useWords();
  const { model, layout } = still;
  const { machine, items, moment } = model;
  const digits = digitsOf(items.blocks, items.space === 'io');
  const boxes = new Map(layout.boxes.map((b) => [b.key, b]));
  const brackets = new Map(layout.brackets.map((b) => [b.key, b]));
  return (
    <g transform={`translate(${String(x)},0)`}>
      <text className="map-still-title" x={layout.column.x} y="14">
        {words.t(`map.${items.space}`)}
      </text>
      <g transform={`translate(0,${String(head)})`}>
        <MapDrawing layout={layout} items={items} moment={moment} digits={digits} still />
        <Patterns />
        {items.blocks.map((block) => {
          const box = boxes.get(block.key);
          if (!box) return undefined;
          const label = blockLabel(machine, items, block, digits, words);
          return (
            <StillBlock
              key={block.key}
              {...{ block, box, label }}
              name={blockName(machine, block, words)}
              off={block.state === 'off' ? `${words.t('map.off')} · ` : ''}
            />
          );
        })}
        {items.windows.map((window) => {
          const bracket = brackets.get(window.key);
          return (
            bracket && (
              <StillWindow
                key={window.key}
                {...{ window, bracket }}
                x={layout.labelX}
                who={functionText(machine, window.fn)}
              />
            )
          );
        })}
      </g>
    </g>
  );
}

interface BlockProps {
  readonly block: Block;
  readonly box: Box;
  readonly name: string;
  readonly label: string;
  readonly off: string;
}

/** Space by pattern, not by colour alone: dots, stripes, and a lattice for what is wrong. */
const Patterns = () => (
  <>
    <pattern id="still-io" width="6" height="6" patternUnits="userSpaceOnUse">
      <circle className="map-still-dot" cx="3" cy="3" r="0.9" />
    </pattern>
    <pattern
      id="still-prefetch"
      width="6.5"
      height="6.5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(-45)"
    >
      <path className="map-still-stripe" d="M0 1h6.5" />
    </pattern>
    <pattern
      id="still-fault"
      width="6.5"
      height="6.5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path className="map-still-lattice" d="M0 1h6.5M1 0v6.5" />
    </pattern>
  </>
);

function StillBlock({ block, box, name, label, off }: BlockProps) {
  const { x, y, width, height } = box;
  const isBad = block.overlaps.length > 0 || block.outside.length > 0;
  const wide = width >= 112;
  const extent = wide
    ? `${off}${block.state === 'unsized' ? '?' : shortSize(block.to - block.from + 1)}`
    : '';
  const room = Math.floor((width - 14 - extent.length * advance) / advance);
  const whole = isBad ? `✕ ${name}` : name;
  const middle = y + height / 2 + 4;
  const edges = { x: x + 0.75, y: y + 0.75, width: width - 1.5, height: height - 1.5, rx: 3 };
  return (
    <g
      className="map-still-block"
      data-region={block.key}
      data-look={block.look}
      data-state={block.state}
      data-fault={isBad ? '' : undefined}
    >
      <title>{label}</title>
      <rect className="map-still-box" {...edges} />
      {block.state === 'on' && (isBad || block.look === 'io' || block.look === 'prefetch') && (
        <rect {...edges} fill={`url(#still-${isBad ? 'fault' : block.look})`} />
      )}
      <text x={x + 8} y={middle}>
        {whole.length > room ? `${whole.slice(0, Math.max(1, room - 1))}…` : whole}
      </text>
      <text className="map-tick" x={x + width - 7} y={middle} textAnchor="end">
        {extent}
      </text>
    </g>
  );
}

function StillWindow(props: { window: MapWindow; bracket: Bracket; x: number; who: string }) {
  const { t } = useWords();
  const { window, bracket, x, who } = props;
  const what = window.needs
    ? t('map.needs', { size: shortSize(window.needs.to - window.needs.from + 1) })
    : bracket.isClosed
      ? t('map.disabled')
      : window.kind === 'prefetchable'
        ? t('map.kind.prefetchable')
        : size(window.to - window.from + 1);
  return (
    <g className="map-still-window" data-region={window.key} data-kind={window.kind}>
      <text className="map-still-who" x={x + 2} y={bracket.labelY + 12}>
        {who}
      </text>
      <text x={x + 2} y={bracket.labelY + 26}>
        {window.enabled || bracket.isClosed ? what : `${what} · ${t('map.off')}`}
      </text>
    </g>
  );
}
