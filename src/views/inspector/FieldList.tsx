/** Registers and fields of one owner as rows: where, what, value, meaning, and what may be done about it. */
import { memo } from 'react';
import { hex, hex0x } from '../../base/hex.ts';
import { fieldValue, registerValue, type PlacedField, type PlacedRegister } from '../../pci/describe.ts';
import { fieldAct, reach } from '../../session/inspector-acts.ts';
import { act } from '../../store/session-store.ts';
import { hover, select } from '../../store/ui-store.ts';
import { Button } from '../parts/Button.tsx';
import { SpecName } from '../parts/SpecName.tsx';
import { useWords } from '../parts/use-words.ts';
import { attributeSpoken } from './attribute-words.ts';
import { attributeOf, letters } from './bits-layout.ts';
import type { RegisterRow } from './fields-layout.ts';
import { HexInput } from './HexInput.tsx';
import type { Inspected } from './use-inspected.ts';

const digitsOf = (bits: number): number => Math.max(1, Math.ceil(bits / 4));

export function FieldList({ inspected, rows }: { inspected: Inspected; rows: readonly RegisterRow[] }) {
  const { t } = useWords();
  return (
    <table className="fields">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('inspector.column-place')}</th>
          <th scope="col">{t('inspector.column-name')}</th>
          <th scope="col">{t('inspector.column-value')}</th>
          <th scope="col">{t('inspector.column-meaning')}</th>
          <th scope="col">{t('inspector.column-access')}</th>
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.register.at}>
          <RegisterLine inspected={inspected} row={row} />
          {row.fields.map((field) => (
            <FieldLine key={`${String(field.at)}.${String(field.lo)}`} inspected={inspected} field={field} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

const touchesRange = (inspected: Inspected, at: number, bytes: number): boolean => {
  const { range } = inspected;
  return range !== undefined && at < range.offset + range.bytes && range.offset < at + bytes;
};

function RegisterLine({ inspected, row }: { inspected: Inspected; row: RegisterRow }) {
  const { t, meaning } = useWords();
  const { space, fn } = inspected;
  const { register, whole } = row;
  const value = registerValue(space.config, register);
  return (
    <tr
      className="fields-register"
      data-selected={touchesRange(inspected, register.at, register.bytes) ? '' : undefined}
      data-changed={changedBytes(inspected, register) ? '' : undefined}
    >
      <td className="fields-place mono">{hex(register.at, 2)}</td>
      <th scope="row">
        <NameButton fn={fn} at={register.at} bytes={register.bytes} name={register.name} />
      </th>
      <td className="mono">
        {value === undefined ? (
          '··'
        ) : whole !== undefined ? (
          <Value inspected={inspected} field={whole} />
        ) : (
          hex(value, register.bytes * 2)
        )}
      </td>
      <td className="fields-meaning">
        {value === undefined ? t('inspector.unknown') : meaning(whole?.show?.(value))}
      </td>
      <td className="fields-access">
        {whole !== undefined && <Attribute inspected={inspected} field={whole} />}
      </td>
    </tr>
  );
}

function FieldLine({ inspected, field }: { inspected: Inspected; field: PlacedField }) {
  const { t, meaning } = useWords();
  const { space, fn } = inspected;
  const value = fieldValue(space.config, field);
  return (
    <tr className="fields-field">
      <td className="fields-place mono">
        {field.hi === field.lo ? String(field.lo) : `${String(field.hi)}:${String(field.lo)}`}
      </td>
      <th scope="row">
        <NameButton fn={fn} {...bytesOf(field)} name={field.name} />
      </th>
      <td className="mono">{value === undefined ? '··' : <Value inspected={inspected} field={field} />}</td>
      <td className="fields-meaning">
        {value === undefined ? t('inspector.unknown') : meaning(field.show?.(value))}
      </td>
      <td className="fields-access">
        <Attribute inspected={inspected} field={field} />
      </td>
    </tr>
  );
}

const changedBytes = ({ space }: Inspected, { at, bytes }: PlacedRegister): boolean => {
  for (let i = at; i < at + bytes; i++) if (((space.changed[i >> 4] ?? 0) >>> (i & 15)) & 1) return true;
  return false;
};

/** The bytes that a field has bits in, and which bits of them it is. */
const bytesOf = ({ at, hi, lo }: PlacedField) => {
  const first = lo >> 3;
  return { at: at + first, bytes: (hi >> 3) - first + 1, hi: hi - first * 8, lo: lo & 7 };
};

/** Without `hi` and `lo` it is the whole bytes that it names. */
const NameButton = memo(function NameButton(props: {
  fn: number;
  at: number;
  bytes: number;
  hi?: number;
  lo?: number;
  name: string;
}) {
  const { at, name, ...place } = props;
  const { fn, bytes } = place;
  return (
    <button
      type="button"
      className="fields-name"
      onClick={() => select({ ...place, offset: at })}
      onPointerEnter={() => hover({ fn, offset: at, bytes })}
      onPointerLeave={() => hover({})}
    >
      <SpecName name={name} />
    </button>
  );
});

function Attribute({ inspected, field }: { inspected: Inspected; field: PlacedField }) {
  const { t } = useWords();
  const attribute = attributeOf(inspected.space, field);
  return (
    <abbr title={t(attributeSpoken[attribute])} data-attribute={attribute}>
      {letters[attribute]}
    </abbr>
  );
}

/** The value as something to read, a switch, a button that clears, or a number to type over. */
function Value({ inspected, field }: { inspected: Inspected; field: PlacedField }) {
  const { t, term } = useWords();
  const { machine, fn, space } = inspected;
  const value = fieldValue(space.config, field) ?? 0;
  const attribute = attributeOf(space, field);
  const bits = field.hi - field.lo + 1;
  const single = bits === 1;
  const reached = reach(machine, fn, field.at);
  const reason =
    reached === 'bus' ? t('inspector.no-bus') : reached === 'ecam' ? t('inspector.no-ecam') : undefined;
  const write = (to: number): void => {
    const { text, commands } = fieldAct(machine, fn, field.at, field.hi, field.lo, to);
    const { at, ...bits } = bytesOf(field);
    select({ ...bits, fn, offset: at });
    void act(text, commands);
  };
  const plain = single ? String(value) : hex(value, digitsOf(bits));
  if (attribute === 'rw1c' || attribute === 'rw1cs') {
    return value === 0 ? (
      plain
    ) : (
      <>
        {plain}{' '}
        <Button className="fields-clear" kind="lined" reason={reason} onClick={() => write(2 ** bits - 1)}>
          {t('inspector.clear')}
        </Button>
      </>
    );
  }
  if (attribute !== 'rw' && attribute !== 'rws' && attribute !== 'partial') return plain;
  if (single) {
    return (
      <button
        type="button"
        role="switch"
        className="fields-switch"
        aria-checked={value === 1}
        aria-label={term(field.name)}
        aria-disabled={reason === undefined ? undefined : true}
        title={reason}
        onClick={reason === undefined ? () => write(1 - value) : undefined}
      >
        <span className="fields-knob" />
        {plain}
      </button>
    );
  }
  return (
    <HexInput
      label={t('inspector.edit', { name: term(field.name), value: hex0x(value) })}
      value={value}
      digits={digitsOf(bits)}
      most={2 ** bits - 1}
      reason={reason}
      onCommit={write}
    />
  );
}
