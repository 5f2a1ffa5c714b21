/** The base address registers: what kind, how big, where, and whether anything answers there. */
import { hex, size } from '../../base/hex.ts';
import { placeAct, reach, sizeAct } from '../../session/inspector-acts.ts';
import { functionText } from '../../session/names.ts';
import { act, seek } from '../../store/session-store.ts';
import { select } from '../../store/ui-store.ts';
import { Button } from '../parts/Button.tsx';
import { Tooltip } from '../parts/Tooltip.tsx';
import { Term } from '../parts/Term.tsx';
import { useWords } from '../parts/use-words.ts';
import { BarMark } from './BarMark.tsx';
import { barRows, type BarRow } from './bars-layout.ts';
import { HexInput } from './HexInput.tsx';
import type { Inspected } from './use-inspected.ts';

export function BarsTab({ inspected }: { inspected: Inspected }) {
  const { t } = useWords();
  const { machine, fn, cursor } = inspected;
  const rows = barRows(machine, fn, cursor);
  if (rows.length === 0) return <p className="pane-note">{t('inspector.no-bars')}</p>;
  return (
    <div className="bars-tab">
      <table className="bars">
        <thead>
          <tr>
            <th scope="col">{t('inspector.bar')}</th>
            <th scope="col">{t('inspector.bar-space')}</th>
            <th scope="col">
              <Term id="sizing">{t('inspector.bar-size')}</Term>
            </th>
            <th scope="col">{t('inspector.bar-address')}</th>
            <th scope="col">
              <Term id="decode">{t('inspector.bar-decodes')}</Term>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.index} inspected={inspected} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ inspected, row }: { inspected: Inspected; row: BarRow }) {
  const { t } = useWords();
  const { machine, fn, range } = inspected;
  const { index, kind, at, bytes, bar, state } = row;
  const wide = kind === 'mem64' ? 8 : 4;
  const name = index === 6 ? t('inspector.rom') : `BAR${String(index)}`;
  const selected = range !== undefined && range.offset < at + wide && at < range.offset + range.bytes;
  const reason =
    reach(machine, fn, at) === 'bus'
      ? t('inspector.no-bus')
      : bar === undefined
        ? t('inspector.size-untold')
        : undefined;
  const pick = (): void => select({ fn, offset: at, bytes: wide });
  const digits = kind === 'io' ? 4 : kind === 'mem64' ? 16 : 8;
  const decodes = state.why === 'decodes';
  return (
    <tr data-selected={selected ? '' : undefined}>
      <th scope="row" data-bar-field={`${String(fn)}.${String(index)}`}>
        <button type="button" className="fields-name" onClick={pick}>
          {name}
        </button>
      </th>
      <td className="bars-kind">
        <BarMark kind={kind} prefetchable={row.prefetchable} filled={decodes} />
        <span>{t('inspector.bar-short', { kind, prefetchable: row.prefetchable })}</span>
      </td>
      <td>
        <div className="bars-size">
          {bytes === undefined ? (
            <abbr title={t('inspector.size-untold')}>{t('inspector.unknown')}</abbr>
          ) : (
            <b>{size(bytes)}</b>
          )}
          {row.sizedBy >= 0 ? (
            <Button
              className="reg-link"
              onClick={() => {
                pick();
                seek(row.sizedBy + 1);
              }}
            >
              {t('inspector.sized-by', { row: row.sizedBy + 1 })}
            </Button>
          ) : (
            bar !== undefined && <span className="bars-unsized">{t('inspector.unsized')}</span>
          )}
        </div>
        {bar !== undefined && (
          <Tooltip tip={reason ?? t('inspector.size-it-tip')}>
            <Button
              className="bars-do"
              kind="lined"
              reason={reason}
              aria-label={t('inspector.size-it-spoken', { bar: name })}
              onClick={() => {
                const { text, commands } = sizeAct(machine, fn, bar);
                pick();
                void act(text, commands);
              }}
            >
              {t('inspector.size-it')}
            </Button>
          </Tooltip>
        )}
      </td>
      <td className="mono">
        {bar === undefined ? (
          hex(row.address, digits)
        ) : (
          <HexInput
            label={t('inspector.address-of', { bar: name })}
            value={row.address}
            digits={digits}
            most={kind === 'mem64' ? Number.MAX_SAFE_INTEGER : 0xffff_ffff}
            reason={reason}
            onCommit={(address) => {
              const { text, commands } = placeAct(machine, fn, bar, address);
              pick();
              void act(text, commands);
            }}
          />
        )}
        {bytes !== undefined && row.address !== 0 && (
          <span className="bars-end">–{hex(row.address + bytes - 1, digits)}</span>
        )}
      </td>
      <td className="bars-state" data-decodes={decodes ? '' : undefined}>
        {t('inspector.bar-state', {
          why: state.why,
          bridge: state.why === 'outside' ? functionText(machine, state.bridge) : '',
        })}
      </td>
    </tr>
  );
}
