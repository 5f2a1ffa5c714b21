/** Placement as packing: a column a bus and kind, blocks in the program's order, holes hatched; a table says the same. */
import { useEffect, useMemo, useRef } from 'react';
import { hex0x, size as sizeText } from '../../base/hex.ts';
import {
  extentOf,
  packingOf,
  wasteOf,
  type Extent,
  type PackedBus,
  type PackedEntry,
  type Packing as Packed,
} from '../../session/packing.ts';
import { Mono } from '../parts/Mono.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';
import { around, columnOf } from './packing-layout.ts';
import type { Watched } from './use-program.ts';
import './packing.css';

/** More columns than this are left out, those far from the current one. */
const mostColumns = 24;

export function Packing({ seen: { sentences, at } }: { seen: Watched }) {
  const { t } = useWords();
  const packed = useMemo(() => packingOf(sentences, at), [sentences, at]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // the whole column if there is room for it, in any case the block
    for (const each of ['[data-current]', '[data-now]'])
      box.current?.querySelector(each)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [packed]);
  if (!packed || packed.buses.length === 0)
    return (
      <div className="packing">
        <p className="pane-note">{t('packing.none')}</p>
      </div>
    );
  const { buses, now } = packed;
  const [first, end] = around(now?.at ?? 0, buses.length, mostColumns);
  const shown = buses.slice(first, end);
  return (
    <div className="packing">
      <Waste packed={packed} />
      {shown.length < buses.length && (
        <p className="pane-note">{t('packing.columns', { shown: shown.length, count: buses.length })}</p>
      )}
      <div
        ref={box}
        className="packing-columns ring-inside"
        role="group"
        aria-label={t('packing.about')}
        // a scrolling region must be reachable by key
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {shown.map((bus, i) => (
          <BusColumn
            key={`${String(bus.bus)} ${bus.kind} ${String(bus.isAbove)}`}
            bus={bus}
            isNow={first + i === now?.at}
            now={first + i === now?.at ? now.entry : undefined}
          />
        ))}
        <Twin buses={shown} now={now && { at: now.at - first, entry: now.entry }} />
      </div>
    </div>
  );
}

/** How much of what is set aside nobody decodes. */
function Waste({ packed }: { packed: Packed }) {
  const { pieces } = useWords();
  const slots = ({ bytes, waste }: Extent) => ({
    waste: sizeText(waste),
    of: sizeText(bytes),
    percent: String(Math.round((100 * waste) / Math.max(1, bytes))),
  });
  const memory = wasteOf(packed, false);
  const ports = wasteOf(packed, true);
  return (
    <p className="packing-waste">
      {memory.bytes > 0 && <Said pieces={pieces('packing.memory', slots(memory))} />}{' '}
      {ports.bytes > 0 && <Said pieces={pieces('packing.ports', slots(ports))} />}
    </p>
  );
}

function BusColumn({ bus, isNow, now }: { bus: PackedBus; isNow: boolean; now: number | undefined }) {
  const { t } = useWords();
  const { kind, sum, align, window, entries } = bus;
  const { marks, height } = columnOf(bus, now);
  const isPlaced = entries.some(({ address }) => address !== undefined);
  const all = sizeText(extentOf(bus).bytes);
  return (
    <div
      className="packing-bus"
      data-kind={kind}
      data-current={isNow ? '' : undefined}
      data-now={isNow && now === undefined ? '' : undefined}
      aria-hidden="true"
    >
      <div className="packing-head">
        <span className="packing-title">{t('packing.bus', bus)}</span>
        <span className="packing-align">{t('packing.align', { align: sizeText(align) })}</span>
      </div>
      <div className="packing-body" data-placed={isPlaced ? '' : undefined}>
        <div className="packing-stack">
          {marks.map((mark, i) => {
            if (mark.is === 'block')
              return <EntryBlock key={`${String(mark.index)}b`} {...mark} isNow={mark.index === now} />;
            const word =
              mark.is === 'more'
                ? t('packing.more', { count: mark.count })
                : t(`packing.${mark.why}`, { size: sizeText(mark.bytes) });
            return (
              <div
                key={`${String(i)}h`}
                className={mark.is === 'hole' ? 'packing-hole' : 'packing-more'}
                style={{ height: mark.height }}
              >
                <span>{word}</span>
              </div>
            );
          })}
        </div>
        {height > 0 && (
          <div className="packing-bracket" style={{ height }}>
            <span>{t('packing.sum', { sum: sizeText(sum) })}</span>
          </div>
        )}
      </div>
      <div className="packing-foot">
        {t(window === undefined ? 'packing.root' : 'packing.window', { size: all })}
      </div>
    </div>
  );
}

function EntryBlock(props: { entry: PackedEntry; height: number; rounding: number; isNow: boolean }) {
  const { entry, height, rounding, isNow } = props;
  const { t } = useWords();
  const { address, bytes, takes } = entry;
  return (
    <div className="packing-row" style={{ height }} data-now={isNow ? '' : undefined}>
      {address !== undefined && <Mono className="packing-address">{hex0x(address)}</Mono>}
      <div className="packing-block" data-window={entry.bar < 0 ? '' : undefined}>
        <div className="packing-label">
          <span className="packing-name">{t('packing.name', entry)}</span>
          <Mono className="packing-size">{sizeText(bytes)}</Mono>
        </div>
        {rounding > 0 && (
          <div className="packing-hole" style={{ height: rounding }}>
            <span>{t('packing.rounding', { size: sizeText(takes - bytes) })}</span>
          </div>
        )}
      </div>
    </div>
  );
}

/** The same as a table, for those who do not see the blocks: as much of it as is drawn. */
function Twin(props: {
  buses: readonly PackedBus[];
  now: { at: number; entry: number | undefined } | undefined;
}) {
  const { buses, now } = props;
  const { t } = useWords();
  const rows = buses.flatMap((bus, i) =>
    columnOf(bus, i === now?.at ? now.entry : undefined).marks.flatMap((mark) =>
      mark.is === 'block' ? [{ bus, entry: mark.entry }] : [],
    ),
  );
  const columns = ['bus', 'name', 'wants', 'gets', 'address'] as const;
  return (
    <table className="visually-hidden">
      <caption>{t('packing.about')}</caption>
      <thead>
        <tr>
          {columns.map((each) => (
            <th key={each} scope="col">
              {t(`packing.column-${each}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ bus, entry }) => (
          <tr key={`${bus.kind} ${String(bus.isAbove)} ${entry.who} ${String(entry.bar)}`}>
            <td>{t('packing.bus', bus)}</td>
            <td>{t('packing.name', entry)}</td>
            <td>{sizeText(entry.bytes)}</td>
            <td>{sizeText(entry.takes)}</td>
            <td>{entry.address === undefined ? '' : hex0x(entry.address)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
