/** "Go to": an offset, or a name that is completed as it is typed (WAI-ARIA combobox). */
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { hex } from '../../base/hex.ts';
import { setpciRegister, setpciRegisters } from '../../pci/setpci-names.ts';
import { setHex } from '../../store/hex-store.ts';
import { Button } from '../parts/Button.tsx';
import { useWords } from '../parts/use-words.ts';
import { completions } from './hex-find.ts';
import type { Hex } from './use-hex.ts';
import type { Inspected } from './use-inspected.ts';

export function GoLine(props: { inspected: Inspected; verbs: Hex; onDone: () => void }) {
  const { t } = useWords();
  const { inspected, verbs, onDone } = props;
  const { description } = inspected;
  const list = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(-1);
  const [wrong, setWrong] = useState(false);
  const names = useMemo(() => {
    const type = description.header.id === 'type-1' ? 1 : description.header.id === 'type-2' ? 2 : 0;
    const here = description.registers.map(({ name }) => name);
    const setpci = setpciRegisters.filter(({ headers }) => headers.includes(type)).map(({ name }) => name);
    return [...here, ...description.registers.map(({ owner }) => owner), ...setpci].filter(
      (name) => name !== 'header',
    );
  }, [description]);
  const offered = completions(text, names);
  const go = (to: string): void => {
    if (verbs.goTo(to, setpciRegister)) onDone();
    else setWrong(true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && offered.length > 0) {
      event.preventDefault();
      const from = chosen < 0 && by < 0 ? offered.length : chosen;
      setChosen((from + by + offered.length) % offered.length);
    } else if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter') go(offered[chosen] ?? text);
  };
  const placeOf = (name: string): string => {
    const register = description.registers.find((r) => r.name === name || r.owner === name);
    const at = register?.at ?? setpciRegisters.find((r) => r.name === name)?.at;
    return at === undefined ? '' : `${hex(at, 2)}h`;
  };
  return (
    <div className="hex-tools">
      <span className="hex-combo">
        <input
          className="field hex-go"
          role="combobox"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by the key that opened it
          autoFocus
          autoComplete="off"
          spellCheck={false}
          aria-label={t('inspector.go-label')}
          placeholder={t('inspector.go-label')}
          aria-invalid={wrong}
          aria-expanded={offered.length > 0}
          aria-autocomplete="list"
          aria-controls={list}
          aria-activedescendant={chosen < 0 ? undefined : `${list}-${String(chosen)}`}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(-1);
            setWrong(false);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setHex({ line: undefined })}
        />
        <ul
          id={list}
          role="listbox"
          aria-label={t('hex.names')}
          className="hex-names"
          hidden={offered.length === 0}
        >
          {offered.map((name, i) => (
            <li
              key={name}
              id={`${list}-${String(i)}`}
              role="option"
              aria-selected={i === chosen}
              // the field keeps the focus
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => go(name)}
            >
              <span>{name}</span>
              <code dir="ltr">{placeOf(name)}</code>
            </li>
          ))}
        </ul>
      </span>
      <Button className="hex-verb" onPointerDown={(event) => event.preventDefault()} onClick={() => go(text)}>
        {t('hex.go')}
      </Button>
      {wrong && (
        <span className="hex-reading" role="alert">
          {t('inspector.go-nowhere')}
        </span>
      )}
    </div>
  );
}
