/** The map as a table: the same facts, one row each, highest address first. */
import { size } from '../../base/hex.ts';
import { functionText } from '../../session/names.ts';
import { Mono } from '../parts/Mono.tsx';
import { useWords } from '../parts/use-words.ts';
import { digitsOf, inColumn } from './layout.ts';
import { addressText, blockName, blockState, faultsOf, windowName, windowState } from './texts.ts';
import {
  choose,
  linkOf,
  registerOf,
  selectionOf,
  useSelection,
  windowRegister,
  type MapModel,
} from './use-map.ts';
import type { Selection } from '../../store/ui-store.ts';
import './map-table.css';

interface Line {
  readonly key: string;
  readonly name: string;
  /** Undefined for what has no address. */
  readonly range: { readonly from: number; readonly to: number } | undefined;
  readonly bytes: number;
  readonly owner: string;
  readonly state: string;
  readonly fault: boolean;
  readonly selection: Selection;
  readonly selected: boolean;
}

export function MapTable({ model }: { model: MapModel }) {
  const words = useWords();
  const { t } = words;
  const { machine: m, items } = model;
  const selection = useSelection();
  const digits = digitsOf(items.blocks, items.space === 'io');
  const owner = (fn: number): string => (fn < 0 ? '' : functionText(m, fn));
  const blocks = items.blocks.map((b): Line => {
    const faults = faultsOf(m, items, b, words);
    return {
      key: b.key,
      name: blockName(m, b, words),
      range: inColumn(b) ? { from: b.from, to: b.to } : undefined,
      bytes: b.unsized ? 0 : b.to - b.from + 1,
      owner: owner(b.fn),
      state: words.t('text.list', { parts: [blockState(b, words), ...faults] }),
      fault: faults.length > 0,
      selection: selectionOf(b.fn, registerOf(b)),
      selected: linkOf(selection, b.fn, registerOf(b)) === 'exact',
    };
  });
  const windows = items.windows.map((w): Line => {
    const open = w.to >= w.from;
    return {
      key: w.key,
      name: windowName(m, w, words),
      range: open ? { from: w.from, to: w.to } : undefined,
      bytes: open ? w.to - w.from + 1 : 0,
      owner: owner(w.fn),
      state: windowState(w, words),
      fault: false,
      selection: selectionOf(w.fn, windowRegister(w)),
      selected: linkOf(selection, w.fn, windowRegister(w)) === 'exact',
    };
  });
  const lines = [...blocks, ...windows].sort(
    (a, b) => (b.range?.from ?? -1) - (a.range?.from ?? -1) || (b.range?.to ?? -1) - (a.range?.to ?? -1),
  );
  const space = t(`map.${items.space}`);
  return (
    <div
      className="map-scroll pane-body"
      role="region"
      aria-label={words.plain(words.pieces('map.table-of', { space }))}
    >
      <table className="map-list">
        <caption className="visually-hidden">{words.plain(words.pieces('map.table-of', { space }))}</caption>
        <thead>
          <tr>
            {(['region', 'from', 'to', 'size', 'owner', 'state'] as const).map((id) => (
              <th key={id} scope="col">
                {t(`map.col.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr
              key={line.key}
              data-selected={line.selected ? '' : undefined}
              data-fault={line.fault ? '' : undefined}
            >
              <th scope="row">
                {line.selection.fn === undefined ? (
                  line.name
                ) : (
                  <button type="button" aria-pressed={line.selected} onClick={() => choose(line.selection)}>
                    {line.name}
                  </button>
                )}
              </th>
              <td>{line.range && <Mono>{addressText(line.range.from, digits)}</Mono>}</td>
              <td>{line.range && line.bytes > 0 && <Mono>{addressText(line.range.to, digits)}</Mono>}</td>
              <td>{line.bytes > 0 && <Mono>{size(line.bytes)}</Mono>}</td>
              <td>
                <Mono>{line.owner}</Mono>
              </td>
              <td>
                {line.fault && '✕ '}
                {line.state}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
