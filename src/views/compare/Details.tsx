/** What differs in one function: its places and its fields by name, left and right. */
import { useId, type ReactNode } from 'react';
import type { FieldDifference, PlaceDifference, Side } from '../../session/compare.ts';
import { isWindow, type Place } from '../../session/places.ts';
import { Button } from '../parts/Button.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';
import type { Row } from './rows.ts';
import { fieldName, fieldPlace, idsOf, placeTitle, rangeOf, valueText, who } from './texts.ts';

export interface Range {
  readonly at: number;
  readonly bytes: number;
}

export function Details(props: {
  row: Row;
  left: Side;
  right: Side;
  leftTitle: string;
  rightTitle: string;
  /** What going there does. */
  going: string;
  onGo: (range?: Range) => void;
}) {
  const { row, left, right, going, onGo } = props;
  const { t, pieces } = useWords();
  const id = useId();
  const { of, fields } = row;
  const titles = { left: props.leftTitle, right: props.rightTitle };
  const one = of.left < 0 ? undefined : who(left, of.left);
  const other = of.right < 0 ? undefined : who(right, of.right);
  const both = one !== undefined && other !== undefined;
  return (
    <section className="compare-details" aria-labelledby={id}>
      <div className="compare-who">
        <h3 id={id}>
          <b className="mono">{(other ?? one)?.bdf}</b> {(other ?? one)?.model}
        </h3>
        <Button kind="lined" onClick={() => onGo(fields[0])}>
          {going}
        </Button>
      </div>
      {!both && (
        <p className="compare-note">
          <Said pieces={pieces('compare.only', { side: one ? 'left' : 'right' })} />
        </p>
      )}
      {of.kind === 'replaced' && <p className="compare-note">{t('compare.other')}</p>}
      {both && (one.bdf !== other.bdf || of.kind === 'replaced') && (
        <Table title={t('compare.who')} titles={titles} hasName={false}>
          <tr>
            <th scope="row" className="compare-name">
              {t('compare.who')}
            </th>
            {([one, other] as const).map(({ bdf, model }, i) => (
              <td key={i}>
                <span className="mono">{bdf}</span>{' '}
                {of.kind === 'replaced' && (
                  <>
                    {model}{' '}
                    <span className="mono">{i === 0 ? idsOf(left, of.left) : idsOf(right, of.right)}</span>
                  </>
                )}
              </td>
            ))}
          </tr>
        </Table>
      )}
      {of.places.length > 0 && (
        <Table title={t('compare.lies')} titles={titles}>
          {of.places.map((place) => (
            <PlaceLine key={place.name} difference={place} />
          ))}
        </Table>
      )}
      {fields.length > 0 && (
        <Table title={t('compare.registers')} titles={titles}>
          {fields.map((field) => (
            <FieldLine
              key={`${String(field.at)}.${String(field.field?.lo)}.${field.field?.name ?? ''}`}
              difference={field}
              onGo={onGo}
            />
          ))}
        </Table>
      )}
    </section>
  );
}

function Table(props: {
  title: string;
  titles: { readonly left: string; readonly right: string };
  hasName?: boolean;
  children: ReactNode;
}) {
  const { t } = useWords();
  const { left, right } = props.titles;
  return (
    <table className="compare-table">
      <caption className="visually-hidden">{props.title}</caption>
      <thead>
        <tr>
          <th scope="col">
            {props.hasName === false ? (
              <span className="visually-hidden">{t('compare.name')}</span>
            ) : (
              props.title
            )}
          </th>
          <th scope="col" title={left}>
            {left}
          </th>
          <th scope="col" title={right}>
            {right}
          </th>
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

function PlaceLine({ difference }: { difference: PlaceDifference }) {
  const words = useWords();
  const { left, right, name } = difference;
  return (
    <tr>
      <th scope="row" className="compare-name">
        {placeTitle(name, words)}
      </th>
      <td>
        <PlaceText place={left} />
      </td>
      <td>
        <PlaceText place={right} />
      </td>
    </tr>
  );
}

function PlaceText({ place }: { place: Place | undefined }) {
  const { t } = useWords();
  if (!place) return <span className="compare-nothing">{t('compare.none')}</span>;
  if (place.state === 'none')
    return (
      <span className="compare-nothing">{t(isWindow(place) ? 'compare.closed' : 'compare.nowhere')}</span>
    );
  return (
    <>
      <span className="mono" data-look={place.look}>
        {rangeOf(place)}
      </span>{' '}
      {place.state === 'off' && <span className="compare-nothing">{t('compare.off')}</span>}
    </>
  );
}

function FieldLine({
  difference,
  onGo,
}: {
  difference: FieldDifference;
  onGo: (range: FieldDifference) => void;
}) {
  const words = useWords();
  const { t, plain, pieces } = words;
  const name = fieldName(difference, words);
  const place = fieldPlace(difference, words);
  return (
    <tr>
      <th scope="row" className="compare-name">
        <button
          type="button"
          aria-label={plain(pieces('compare.go-to', { name }))}
          title={t('compare.go')}
          onClick={() => onGo(difference)}
        >
          {name}
        </button>{' '}
        {place !== '' && <small>{place}</small>}
      </th>
      {([difference.left, difference.right] as const).map((given, i) => {
        const { value, meaning } = valueText(difference, given, words);
        return (
          <td key={i}>
            {given === undefined ? (
              <span className="compare-nothing">{t('compare.none')}</span>
            ) : (
              <>
                <span className="mono">{value}</span> {meaning !== '' && <small>{meaning}</small>}
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
}
