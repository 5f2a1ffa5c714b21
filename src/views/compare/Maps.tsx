/** Both address maps as two thin columns at one scale, with lines between the places of the same BAR. */
import { useMemo, useState } from 'react';
import { hex } from '../../base/hex.ts';
import type { FunctionDifference, Side } from '../../session/compare.ts';
import { placesOf, type Place } from '../../session/places.ts';
import { Button } from '../parts/Button.tsx';
import { useSize } from '../parts/use-size.ts';
import { useWords } from '../parts/use-words.ts';
import { columnsOf, type Box, type Located } from './map-layout.ts';
import { placeTitle, rangeOf, who } from './texts.ts';

const axis = 62;
const widest = 150;

/** Places with the key of the function that they belong to on both sides. */
function located(side: Side, keys: ReadonlyMap<number, string>): Located[] {
  return placesOf(side.machine).map((place) => ({
    key: `${keys.get(place.fn) ?? ''} ${place.name}`,
    place,
  }));
}

const keysOf = (differences: readonly FunctionDifference[], which: 'left' | 'right') =>
  new Map(differences.map((d) => [d[which], `${String(d.left)}.${String(d.right)}`]));

export function Maps(props: {
  differences: readonly FunctionDifference[];
  left: Side;
  right: Side;
  chosen: string | undefined;
  onChoose: (key: string) => void;
}) {
  const { differences, left, right, chosen, onChoose } = props;
  const { t, plain, pieces } = useWords();
  const [space, setSpace] = useState<'memory' | 'io'>('memory');
  const [ref, { width }] = useSize();
  const columns = useMemo(
    () =>
      columnsOf(
        located(left, keysOf(differences, 'left')),
        located(right, keysOf(differences, 'right')),
        space === 'io',
      ),
    [left, right, differences, space],
  );
  const column = Math.max(40, Math.min(widest, (width - axis) * 0.4));
  const rightX = Math.max(axis + column + 24, Math.min(width - 8, axis + column * 2 + 90) - column);
  const moved = columns.links.filter((link) => link.moved).length;
  const counts = { left: columns.left.length, right: columns.right.length, moved };
  const isChosen = (key: string): boolean => chosen !== undefined && key.startsWith(`${chosen} `);
  const draw = (side: Side, x: number) => (box: Box) => (
    <MapBox
      key={`${box.key}${String(box.lane)}`}
      side={side}
      box={box}
      x={x}
      width={column}
      chosen={isChosen(box.key)}
      onChoose={() => onChoose(box.key.split(' ')[0] ?? '')}
    />
  );
  const middle = { from: axis + column, to: rightX };
  return (
    <section className="compare-maps" aria-label={t('compare.maps')}>
      <div className="compare-spaces">
        <h3>{t('compare.maps')}</h3>
        {(['memory', 'io'] as const).map((each) => (
          <Button key={each} aria-pressed={space === each} onClick={() => setSpace(each)}>
            {t(`compare.${each}`)}
          </Button>
        ))}
      </div>
      <div className="compare-map" ref={ref}>
        {counts.left + counts.right === 0 ? (
          <p className="compare-note">{t('compare.map-empty')}</p>
        ) : (
          width > 0 && (
            <svg
              role="img"
              aria-label={plain(pieces('compare.map-label', counts))}
              width={width}
              height={columns.height + 22}
            >
              <text className="compare-side" x={axis} y={12}>
                {t('compare.left')}
              </text>
              <text className="compare-side" x={rightX} y={12}>
                {t('compare.right')}
              </text>
              <g transform="translate(0 18)">
                {columns.ticks.map(({ y, address }) => (
                  <text key={address} className="compare-tick" x={axis - 8} y={y} textAnchor="end">
                    {hex(address, space === 'io' ? 4 : 8).toUpperCase()}
                  </text>
                ))}
                {columns.links.map(({ key, left: from, right: to, moved: isMoved }) => (
                  <path
                    key={key}
                    className="compare-link"
                    data-moved={isMoved ? '' : undefined}
                    data-chosen={isChosen(key) ? '' : undefined}
                    d={`M${String(middle.from)} ${from.toFixed(1)}C${String(middle.from + 30)} ${from.toFixed(1)} ${String(middle.to - 30)} ${to.toFixed(1)} ${String(middle.to)} ${to.toFixed(1)}`}
                  />
                ))}
                {columns.leftWindows.map((box) => (
                  <Bracket key={box.key} box={box} x={axis - 3} chosen={isChosen(box.key)} />
                ))}
                {columns.rightWindows.map((box) => (
                  <Bracket key={box.key} box={box} x={rightX + column + 3} chosen={isChosen(box.key)} />
                ))}
                {columns.left.map(draw(left, axis))}
                {columns.right.map(draw(right, rightX))}
              </g>
            </svg>
          )
        )}
        {width > 0 && counts.left === 0 && counts.right > 0 && (
          <Empty x={axis} width={column} height={columns.height} />
        )}
        {width > 0 && counts.right === 0 && counts.left > 0 && (
          <Empty x={rightX} width={column} height={columns.height} />
        )}
      </div>
    </section>
  );
}

/** A column of nothing: its outline, and why it is empty. */
function Empty({ x, width, height }: { x: number; width: number; height: number }) {
  const { t } = useWords();
  return (
    <p className="compare-nowhere" style={{ left: x, width, height }}>
      {t('compare.map-none')}
    </p>
  );
}

const describePlace = (side: Side, place: Place, title: string): string =>
  `${who(side, place.fn).bdf} ${title}, ${rangeOf(place)}`;

function MapBox(props: {
  side: Side;
  box: Box;
  x: number;
  width: number;
  chosen: boolean;
  onChoose: () => void;
}) {
  const { side, box, x, chosen, onChoose } = props;
  const words = useWords();
  const { place, lane, lanes, y, height } = box;
  const width = props.width / lanes;
  const title = placeTitle(place.name, words);
  const label = `${who(side, place.fn).bdf} ${title}`;
  const room = Math.floor((width - 8) / 6.1);
  return (
    // a convenience of the mouse: the list beside it does the same by keyboard
    <g
      className="compare-block"
      data-look={place.look}
      data-off={place.state === 'off' ? '' : undefined}
      data-chosen={chosen ? '' : undefined}
      onClick={onChoose}
    >
      <title>{describePlace(side, place, title)}</title>
      <rect
        x={x + lane * width + 0.5}
        y={y + 0.5}
        width={width - 1}
        height={Math.max(3, height - 1)}
        rx={2}
      />
      {height >= 12 && (
        <text x={x + lane * width + 6} y={y + height / 2 + 3.5}>
          {label.length > room ? `${label.slice(0, Math.max(0, room - 1))}…` : label}
        </text>
      )}
    </g>
  );
}

function Bracket({ box, x, chosen }: { box: Box; x: number; chosen: boolean }) {
  return (
    <path
      className="compare-window"
      data-look={box.place.look}
      data-off={box.place.state === 'off' ? '' : undefined}
      data-chosen={chosen ? '' : undefined}
      d={`M${String(x)} ${String(box.y)}v${String(Math.max(4, box.height))}`}
    />
  );
}
