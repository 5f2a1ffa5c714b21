/** A byte explained beside the grid: its register, its fields with what they mean, who set it, and how lspci puts it. */
import { useId, useLayoutEffect, useMemo, useRef } from 'react';
import { bits } from '../../base/bits.ts';
import { hex, hex0x } from '../../base/hex.ts';
import { placeOf } from '../../pci/fields.ts';
import { fieldValue } from '../../pci/describe.ts';
import { sessionStore } from '../../store/session-store.ts';
import { whyOf } from '../../store/why.ts';
import { SpecName } from '../parts/SpecName.tsx';
import { useWords } from '../parts/use-words.ts';
import { whyText } from '../parts/Why.tsx';
import { attributeSpoken } from './attribute-words.ts';
import { attributeOf, isAddress, writableRun } from './bits-layout.ts';
import { lspciLine } from './lspci-line.ts';
import type { DecodeAt } from './use-decode.ts';
import type { Inspected } from './use-inspected.ts';

const gap = 10;
const edge = 8;

/** Beside the grid where there is room: what one reads is not covered. Else under the row, or over it. */
function placeAt(box: HTMLElement, cell: DOMRect, grid: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const right = grid.right + gap;
  const left = grid.left - gap - width;
  const isRight = right + width <= innerWidth - edge;
  const isBeside = isRight || left >= edge;
  const under = cell.bottom + 6;
  const over = cell.top - 6 - height;
  const x = isRight ? right : isBeside ? left : Math.min(cell.left, innerWidth - width - edge);
  const y = isBeside ? cell.top - 10 : under + height > innerHeight - edge && over > edge ? over : under;
  box.style.left = `${String(Math.max(edge, x))}px`;
  box.style.top = `${String(Math.max(edge, Math.min(y, innerHeight - height - edge)))}px`;
}

export function Decode(props: DecodeAt & { inspected: Inspected; onEnter: () => void; onLeave: () => void }) {
  const words = useWords();
  const { t, meaning, both } = words;
  const { inspected, cell, offset, onEnter, onLeave } = props;
  const { machine, fn, bdf, space, description } = inspected;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const now = box.current;
    if (now === null) return undefined;
    now.showPopover();
    const grid = cell.closest('.hex') ?? cell;
    placeAt(now, cell.getBoundingClientRect(), grid.getBoundingClientRect());
    cell.setAttribute('aria-describedby', id);
    return () => cell.removeAttribute('aria-describedby');
  }, [cell, offset, id]);

  const register = description.registerAt(offset);
  const { reset, bars } = machine.shape(fn);
  const fields = description
    .fieldsAt(offset)
    .filter(({ access }) => access !== 'rsvdp' && access !== 'rsvdz')
    .toReversed();
  const line = useMemo(() => {
    const sizes = Object.fromEntries(bars.map((bar) => [bar.index, bar.bytes]));
    return register && lspciLine(space, bdf, sizes, register);
  }, [space, bdf, bars, register]);
  const where = register && { offset: register.at, bytes: register.bytes };
  const why =
    where && where.offset < space.known
      ? whyText(whyOf(sessionStore.getState(), { fn, ...where }), words)
      : undefined;
  const owner =
    register?.owner === 'header' ? t('inspector.header', { type: description.header.id }) : register?.owner;
  const last = where ? where.offset + where.bytes - 1 : offset;
  return (
    <div
      ref={box}
      id={id}
      role="tooltip"
      className="popover decode"
      popover="manual"
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      <p className="decode-title">
        <b>{register ? <SpecName name={register.name} /> : t('inspector.no-register')}</b>
        <span className="mono" dir="ltr">
          {where === undefined || where.bytes === 1
            ? hex(offset, 2)
            : `${hex(where.offset, 2)}–${hex(last, 2)}`}
        </span>
        {owner !== undefined && <span>{both(owner)}</span>}
      </p>
      {fields.length === 0 ? (
        <p className="decode-note">{t('hex.decode-nothing')}</p>
      ) : (
        <table className="decode-fields">
          <thead>
            <tr>
              <th scope="col">{t('hex.decode-bits')}</th>
              <th scope="col">{t('hex.decode-field')}</th>
              <th scope="col">{t('hex.decode-value')}</th>
              <th scope="col">{t('hex.decode-reset')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => {
              const value = fieldValue(space.config, field);
              const place = placeOf(field);
              const first = bits(reset[place.word] ?? 0, place.hi, place.lo);
              const attribute = attributeOf(space, field);
              const run = attribute === 'partial' ? writableRun(space, field) : undefined;
              const access = run ? t('inspector.bits-writable', run) : t(attributeSpoken[attribute]);
              const number = (n: number): string => (field.hi === field.lo ? String(n) : hex0x(n));
              const said = value === undefined ? t('inspector.unknown') : meaning(field.show?.(value));
              const address = isAddress(said, value, place.lo);
              return (
                <tr key={field.lo} data-set={value === undefined || value === 0 ? undefined : ''}>
                  <td className="mono">
                    {field.hi === field.lo ? String(field.lo) : `${String(field.hi)}–${String(field.lo)}`}
                  </td>
                  <td>
                    <SpecName name={field.name} />
                    <span className="decode-access">{access}</span>
                  </td>
                  <td className="mono" dir="ltr">
                    {value === undefined ? '··' : address ? `0x${said}` : number(value)}
                    {!address && said !== '' && said !== number(value ?? 0) && (
                      <span className="decode-said">{said}</span>
                    )}
                  </td>
                  <td className="mono" dir="ltr">
                    {number(first)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {why !== undefined && <p className="decode-note">{why}</p>}
      {line !== undefined && (
        <p className="decode-note">
          {t('hex.decode-lspci')} <code dir="ltr">{line}</code>
        </p>
      )}
    </div>
  );
}
