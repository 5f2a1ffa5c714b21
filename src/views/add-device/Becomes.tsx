/** What the part would be: QEMU's spelling, ids, place, BARs, capabilities. */
import type { ReactNode } from 'react';
import { size } from '../../base/hex.ts';
import { className } from '../../pci/classes.ts';
import type { PciIds } from '../../pci/ids.ts';
import { slotText } from '../../scenario/build.ts';
import type { PartSpec, Scenario } from '../../scenario/scenario.ts';
import type { Tried } from '../../scenario/try-part.ts';
import { barText } from '../../session/names.ts';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';
import { humanName, idsText } from './listing.ts';
import { capabilitiesOf, optionsOf } from './offered.ts';

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="add-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Becomes(props: {
  scenario: Scenario;
  part: PartSpec;
  tried: Tried;
  ids: PciIds | undefined;
}) {
  const { scenario, part, tried, ids } = props;
  const { t, pieces, both } = useWords();
  const { board } = tried.built;
  const made = tried.fn === undefined ? undefined : board.parts[tried.fn];
  const word = made?.shape.reset[0] ?? 0;
  const numbers = { vendor: word & 0xffff, device: word >>> 16 };
  return (
    <section className="add-becomes" aria-label={t('add.becomes')}>
      <h4 className="add-kind">{t('add.becomes')}</h4>
      <dl>
        <Line name={t('add.command-line')}>
          {optionsOf(scenario, part).map((option) => (
            <code key={option} className="add-option-text" dir="ltr">
              {option}
            </code>
          ))}
        </Line>
        {made && (
          <>
            <Line name={t('add.place')}>
              <Said
                pieces={pieces('add.place-of', {
                  bus: board.wires[made.wire]?.name ?? '',
                  slot: slotText(made.devfn),
                })}
              />
            </Line>
            <Line name={t('add.ids')}>
              <span className="mono">{idsText(numbers)}</span>{' '}
              {t('text.list', {
                parts: [humanName(numbers, ids), both(className((made.shape.reset[2] ?? 0) >>> 8))],
              })}
            </Line>
            <Line name={t('add.bars')}>
              {made.shape.bars.length === 0 && t('add.no-bars')}
              {made.shape.bars
                .toSorted((a, b) => a.index - b.index)
                .map((bar) => (
                  <span key={bar.index} className="add-bar">
                    <span className="mono">{barText(bar)}</span>
                    <span>{t('inspector.bar-short', bar)}</span>
                    <span>{size(bar.bytes)}</span>
                    <small>{bar.modelled || bar.kind === 'rom' ? '' : t('add.not-modelled')}</small>
                  </span>
                ))}
            </Line>
            <Line name={t('add.capabilities')}>
              {t('text.list', { parts: capabilitiesOf(made).map(both) }) || t('add.no-bars')}
            </Line>
          </>
        )}
      </dl>
    </section>
  );
}
