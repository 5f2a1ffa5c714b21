/** Cards that stand for others: what is counted on them, and the buttons that fold and unfold. */
import { useWords, type Words } from '../parts/use-words.ts';
import { advance, fitted } from './fit.ts';
import type { Box, Layout } from './layout.ts';
import type { CardPicture, Picture } from './picture.ts';
import type { Folded } from './plan.ts';
import { busNumber } from './Rails.tsx';
import type { Folds } from './use-folds.ts';

const pad = 9;

const mostFirst = ({ kinds }: Folded, { t }: Words): string =>
  [...kinds]
    .toSorted((a, b) => b[1] - a[1])
    .map(([kind, count]) => t('topology.of-kind', { count, kind: t(`kind.${kind}`) }))
    .join(' · ');

/** A stack of cards with a count; a bridge keeps its name on top. */
export function FoldedCard({ folded, card, box }: { folded: Folded; card?: CardPicture; box: Box }) {
  const words = useWords();
  const { t } = words;
  const { w, h } = box;
  const functions = t('topology.functions', { count: folded.functions });
  const buses = t('topology.buses', { count: folded.buses });
  const [title, ...lines] = card
    ? [card.label, `${functions} · ${buses}`, mostFirst(folded, words)]
    : [t('topology.more', { count: folded.functions }), folded.buses > 0 ? buses : '', ''];
  return (
    <>
      <path
        className="topology-stack"
        d={`M6 ${String(h + 3)}h${String(w - 12)}M12 ${String(h + 6)}h${String(w - 24)}`}
      />
      <rect className="topology-box" width={w} height={h} rx="7" />
      <text x={pad} y="20" className="topology-bdf">
        {title}
      </text>
      {lines.map((line, i) => (
        <text key={i} x={pad} y={38 + i * 15} className={i === 0 ? 'topology-name' : 'topology-kinds'}>
          {fitted(line, w - pad * 1.5, advance.ui12)}
        </text>
      ))}
    </>
  );
}

/** The cards for what is left of rails. */
export function Rests({ place }: { place: Layout }) {
  return place.rests.map(({ folded, box }) => (
    <g
      key={folded.wire}
      className="topology-card"
      data-rest={folded.wire}
      transform={`translate(${String(box.x)},${String(box.y)})`}
    >
      <FoldedCard folded={folded} box={box} />
    </g>
  ));
}

interface Toggle {
  /** The same before and after, so that the focus stays. */
  readonly key: string;
  readonly what: Folded['what'];
  readonly wire: number;
  readonly open: boolean;
  readonly box: Box;
  readonly label: string;
}

const side = 24;

const corner = ({ x, y, w }: Box): Box => ({ x: x + w - side, y, w: side, h: side });

/** Everything that can be folded or unfolded, in the order of the drawing. */
function togglesOf(place: Layout, picture: Picture, { unfolded }: Folds, { t }: Words): readonly Toggle[] {
  const bus = (wire: number): string => {
    const number = picture.rails[wire]?.bus ?? -1;
    return number < 0 ? t('topology.bus-unknown') : t('topology.bus', { number: busNumber(number) });
  };
  const toggles: Toggle[] = [];
  for (const { fn, folded, below, box } of place.cards.values()) {
    const who = picture.cards.get(fn)?.label ?? '';
    if (folded) {
      const label = t('topology.unfold-behind', {
        who,
        buses: t('topology.buses', { count: folded.buses }),
        functions: t('topology.functions', { count: folded.functions }),
      });
      toggles.push({
        key: `fn${String(fn)}`,
        what: 'behind',
        wire: folded.wire,
        open: false,
        box: corner(box),
        label,
      });
    } else if (below >= 0 && unfolded.open.has(below)) {
      const label = t('topology.fold-behind', { who });
      toggles.push({
        key: `fn${String(fn)}`,
        what: 'behind',
        wire: below,
        open: true,
        box: corner(box),
        label,
      });
    }
  }
  for (const { folded, box } of place.rests) {
    const { wire, functions: count } = folded;
    const label = t('topology.unfold-more', { bus: bus(wire), count: t('topology.more', { count }) });
    toggles.push({ key: `wire${String(wire)}`, what: 'more', wire, open: false, box, label });
  }
  for (const wire of unfolded.whole) {
    const last = place.rails[wire]?.rows.at(-1);
    if (!last) continue;
    const box = { x: last.to - side, y: last.y - side - 2, w: side, h: side };
    toggles.push({
      key: `wire${String(wire)}`,
      what: 'more',
      wire,
      open: true,
      box,
      label: t('topology.fold-more', { bus: bus(wire) }),
    });
  }
  return toggles;
}

/** Over the drawing, where a keyboard and a screen reader find them. */
export function Toggles({
  place,
  picture,
  folds,
  scale,
}: {
  place: Layout;
  picture: Picture;
  folds: Folds;
  scale: number;
}) {
  const words = useWords();
  if (!folds.large) return undefined;
  return togglesOf(place, picture, folds, words).map(({ key, what, wire, open, box, label }) => (
    <button
      key={key}
      type="button"
      className="topology-toggle"
      data-what={what}
      aria-label={label}
      title={label}
      aria-expanded={open}
      style={{ left: box.x * scale, top: box.y * scale, width: box.w * scale, height: box.h * scale }}
      onClick={() => folds.set(what, wire, !open)}
    >
      <span aria-hidden="true">{open ? '−' : '+'}</span>
    </button>
  ));
}
