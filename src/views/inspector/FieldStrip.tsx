/** The fields of a dword drawn under its bits: one stop of the Tab key, arrows go from field to field. */
import { useState } from 'react';
import { mask } from '../../base/bits.ts';
import { hex0x } from '../../base/hex.ts';
import { fieldValue, type PlacedField } from '../../pci/describe.ts';
import { useWords } from '../parts/use-words.ts';
import {
  attributeOf,
  columnOf,
  isAddress,
  letters,
  segmentsOf,
  writableRun,
  type Segment,
} from './bits-layout.ts';
import type { Range } from './hex-layout.ts';
import type { Inspected } from './use-inspected.ts';
import { attributeSpoken } from './attribute-words.ts';

/** Does a segment of dword `word` have bits in the range? */
const within = ({ hi, lo }: Segment, word: number, range: Range): boolean => {
  const from = word * 4 + (lo >> 3);
  const to = word * 4 + (hi >> 3);
  return from < range.offset + range.bytes && range.offset <= to;
};

const isReserved = (field: PlacedField): boolean => field.access === 'rsvdp' || field.access === 'rsvdz';

/** The segment to read out unasked: one that changed, else the widest one that says something. */
function telling(segments: readonly (Segment | undefined)[], changed: number): number {
  let best = 0;
  let most = -1;
  segments.forEach((segment, i) => {
    if (segment?.field === undefined || isReserved(segment.field)) return;
    const { hi, lo } = segment;
    const weight = (changed & mask(hi, lo)) === 0 ? hi - lo : 64;
    if (weight >= most) [best, most] = [i, weight];
  });
  return best;
}

export function FieldStrip({ inspected, word, range }: { inspected: Inspected; word: number; range: Range }) {
  const { t, meaning, term, both } = useWords();
  const { space, description } = inspected;
  const segments = segmentsOf(description, word);
  const effect = inspected.explanation?.row.fn === inspected.fn ? inspected.explanation.effect : undefined;
  const changed = effect?.word === word ? effect.old ^ effect.now : 0;
  const [chosen, setChosen] = useState({ word, lo: -1 });
  const at = segments.findIndex((s) => chosen.word === word && s.lo === chosen.lo);
  const current =
    at >= 0
      ? at
      : telling(
          segments.map((s) => (within(s, word, range) ? s : undefined)),
          changed,
        );

  const spoken = ({ hi, lo, field }: Segment): string => {
    const place = t('inspector.bits', { hi, lo });
    if (field === undefined) return `${place} · ${t('inspector.no-field')}`;
    const value = fieldValue(space.config, field);
    const words = value === undefined ? t('inspector.unknown') : meaning(field.show?.(value));
    const number = value === undefined ? '' : hi === lo ? String(value) : hex0x(value);
    const address = isAddress(words, value, lo);
    const attribute = attributeOf(space, field);
    const run = attribute === 'partial' ? writableRun(space, field) : undefined;
    const access = run === undefined ? t(attributeSpoken[attribute]) : t('inspector.bits-writable', run);
    return [
      place,
      both(field.name),
      address ? `0x${words}` : number,
      words === number || address ? '' : words,
      access,
    ]
      .filter((part) => part !== '')
      .join(' · ');
  };

  const move = (event: React.KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? segments.length - 1
          : Math.max(0, Math.min(segments.length - 1, current + by));
    const segment = segments[to];
    if (to === current || segment === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setChosen({ word, lo: segment.lo });
    const option = event.currentTarget.children[to];
    if (option instanceof HTMLElement) option.focus();
  };

  const reading = segments[current];
  return (
    <>
      <div
        className="field-strip"
        role="listbox"
        aria-orientation="horizontal"
        aria-label={t('inspector.fields-of', { offset: hex0x(word * 4, 2) })}
        dir="ltr"
        tabIndex={-1}
        onKeyDown={move}
      >
        {segments.map((segment, i) => {
          const { hi, lo, field } = segment;
          const attribute = field === undefined ? 'rsvdp' : attributeOf(space, field);
          const show = (): void => setChosen({ word, lo });
          return (
            <div
              key={lo}
              role="option"
              className="field-part"
              style={{ gridColumn: `${String(columnOf(hi))} / ${String(columnOf(lo) + 1)}` }}
              data-attribute={attribute}
              data-bits={Math.min(hi - lo + 1, 5)}
              data-out={within(segment, word, range) ? undefined : ''}
              aria-selected={i === current}
              aria-label={spoken(segment)}
              tabIndex={i === current ? 0 : -1}
              onFocus={show}
              onPointerEnter={show}
            >
              {hi - lo >= 4 && field !== undefined && !isReserved(field) && (
                <span className="field-name">{term(field.name)}</span>
              )}
              <span className="field-letters">{letters[attribute]}</span>
            </div>
          );
        })}
      </div>
      <p className="field-reading" aria-hidden="true">
        {reading === undefined ? '' : spoken(reading)}
      </p>
    </>
  );
}
