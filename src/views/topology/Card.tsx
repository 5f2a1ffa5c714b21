/** A function as a card on its rail, or as a line in the card of its device. */
import { memo } from 'react';
import { hex } from '../../base/hex.ts';
import { useWords } from '../parts/use-words.ts';
import { advance, bestOf, titleOf, widthOf } from './fit.ts';
import { FoldedCard } from './Folded.tsx';
import type { CardPlace } from './layout.ts';
import { PipMark } from './marks.tsx';
import { busText, type CardPicture } from './picture.ts';

export interface CardProps {
  readonly card: CardPicture;
  readonly place: CardPlace;
  /** Takes the access, passes it on, or heard it and stays silent. */
  readonly role: 'claims' | 'passes' | 'silent' | undefined;
  readonly selected: boolean;
  readonly hovered: boolean;
}

const pad = 9;
const pipStep = 15;
/** Lines are narrow. */
const lineStep = 12.5;

export const Card = memo(function Card({ card, place, role, selected, hovered }: CardProps) {
  const { box, compact } = place;
  return (
    <g
      className={compact ? 'topology-card topology-line' : 'topology-card'}
      data-fn={card.fn}
      data-role={role}
      data-selected={selected ? '' : undefined}
      data-hovered={hovered ? '' : undefined}
      data-absent={card.present ? undefined : ''}
      transform={`translate(${String(box.x)},${String(box.y)})`}
    >
      {place.folded ? (
        <FoldedCard folded={place.folded} card={card} box={box} />
      ) : compact ? (
        <Line card={card} width={box.w} height={box.h} />
      ) : (
        <Whole card={card} width={box.w} height={box.h} />
      )}
    </g>
  );
}, isSame);

function isSame(a: CardProps, b: CardProps): boolean {
  return (
    a.card.look === b.card.look &&
    a.place === b.place &&
    a.role === b.role &&
    a.selected === b.selected &&
    a.hovered === b.hovered
  );
}

function Whole({ card, width, height }: { card: CardPicture; width: number; height: number }) {
  const { t } = useWords();
  const ids = `${hex(card.vendor, 4)}:${hex(card.device, 4)}`;
  const numbers =
    card.bridge &&
    `${busText(card.bridge.primary)} ▸ ${busText(card.bridge.secondary)}–${busText(card.bridge.subordinate)}`;
  const labelWidth = widthOf(card.label, advance.mono12);
  const idsAbove = pad * 2 + labelWidth + 6 + widthOf(ids, advance.mono11) <= width;
  const word = t(`kind.${card.kind}`);
  const known = card.kind !== 'unknown';
  const both = titleOf(card.model, word, card.bridge === undefined && known);
  const names = known ? [both, card.model, word] : [both];
  const right = numbers ?? (idsAbove ? undefined : ids);
  const room = width - pad * 2 - (right === undefined ? 0 : widthOf(right, advance.mono11) + 6);
  const pips = card.pips.slice(0, Math.max(0, Math.floor((room + 6) / pipStep)));
  const fits = right !== undefined && (numbers !== undefined || card.pips.length <= pips.length);
  const shown =
    fits || right === undefined ? pips : card.pips.slice(0, Math.floor((width - pad * 2 + 6) / pipStep));
  return (
    <>
      <rect className="topology-box" width={width} height={height} rx="7" />
      <text x={pad} y="20" className="topology-bdf">
        {card.label}
      </text>
      {idsAbove && (
        <text x={width - pad} y="20" className="topology-ids" textAnchor="end">
          {ids}
        </text>
      )}
      <text x={pad} y={height > 70 ? 40 : 38} className="topology-name">
        {bestOf(names, width - pad * 1.5, advance.ui12)}
      </text>
      {shown.map((pip, i) => (
        <PipMark key={i} pip={pip} x={pad + 5 + i * pipStep} y={height - 12} />
      ))}
      {fits && (
        <text
          x={width - pad}
          y={height - 8}
          className="topology-ids"
          textAnchor="end"
          data-open={isOpenEnded(card.bridge) ? '' : undefined}
        >
          {right}
        </text>
      )}
    </>
  );
}

/** While firmware looks behind a bridge, every number above its own leads there. */
const isOpenEnded = (bridge: CardPicture['bridge']): boolean =>
  bridge !== undefined && bridge.subordinate === 0xff && bridge.secondary > 0 && bridge.secondary < 0xff;

function Line({ card, width, height }: { card: CardPicture; width: number; height: number }) {
  const { t } = useWords();
  const labelWidth = widthOf(card.label, advance.mono12);
  const left = pad + labelWidth + 5;
  const pips = card.pips.slice(0, 3);
  const word = t(`kind.${card.kind}`);
  const room = width - left - pad + 3 - pips.length * lineStep;
  const names = card.kind === 'unknown' ? [card.model] : [card.model, word];
  return (
    <>
      <rect className="topology-box" x="3" width={width - 6} height={height} rx="5" />
      <text x={pad} y="15" className="topology-bdf">
        {card.label}
      </text>
      <text x={left} y="15" className="topology-name">
        {bestOf(names, room, advance.ui12)}
      </text>
      {pips.map((pip, i) => (
        <PipMark key={i} pip={pip} x={width - pad - 4 - (pips.length - 1 - i) * lineStep} y={height / 2} />
      ))}
    </>
  );
}
