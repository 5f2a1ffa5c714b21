/** The model's own properties, each as its kind wants it. What most leave alone is folded away. */
import type { PropertySpec } from '../../models/model.ts';
import { useWords } from '../parts/use-words.ts';
import type { FormProps } from './PartForm.tsx';

/** More than this many optional ones are folded. */
const few = 4;

/** Of these two ports of one machine may not have the same. */
const twins = new Set(['chassis', 'slot']);

export function Properties(props: FormProps) {
  const { t } = useWords();
  const { properties } = props.draft.model;
  if (properties.length === 0) return undefined;
  const fold = properties.length > few;
  const isPlain = (spec: PropertySpec): boolean => !fold || spec.required === true || twins.has(spec.name);
  const rest = properties.filter((spec) => !isPlain(spec));
  return (
    <div className="add-row" role="group" aria-label={t('add.properties')}>
      <span className="add-label">{t('add.properties')}</span>
      <div className="add-properties">
        {properties.filter(isPlain).map((spec) => (
          <Property key={spec.name} {...props} spec={spec} />
        ))}
        {rest.length > 0 && (
          <details open={rest.some((spec) => props.wrong.has(spec.name)) ? true : undefined}>
            <summary className="add-more">{t('add.more-properties', { count: rest.length })}</summary>
            {rest.map((spec) => (
              <Property key={spec.name} {...props} spec={spec} />
            ))}
          </details>
        )}
      </div>
    </div>
  );
}

function Property({ draft, onChange, wrong, problemsId, spec }: FormProps & { spec: PropertySpec }) {
  const { t } = useWords();
  const { name, kind, choices = [], range, initial, required } = spec;
  const value = draft.values[name] ?? initial;
  const set = (next: string): void => onChange({ ...draft, values: { ...draft.values, [name]: next } });
  const invalid = wrong.has(name);
  const told = { 'aria-invalid': invalid, 'aria-describedby': invalid ? problemsId : undefined };
  const note = required
    ? t('add.required')
    : value !== initial && initial !== ''
      ? t('add.default', { value: initial })
      : range
        ? t('add.range', { least: String(range[0]), most: String(range[1]) })
        : '';
  return (
    <label className="add-property">
      <span className="mono">{name}</span>
      {kind === 'flag' ? (
        <input
          type="checkbox"
          {...told}
          checked={value === 'on'}
          onChange={(event) => set(event.target.checked ? 'on' : 'off')}
        />
      ) : kind === 'choice' ? (
        <select
          className="field add-input"
          {...told}
          value={value}
          onChange={(event) => set(event.target.value)}
        >
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input
          className="field add-input mono"
          spellCheck={false}
          autoComplete="off"
          {...told}
          placeholder={required ? undefined : t('add.default-value')}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
      <small>{note}</small>
    </label>
  );
}
