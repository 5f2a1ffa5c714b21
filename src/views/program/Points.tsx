/** Breakpoints: what there is, on or off, and what else to stop at. */
import { useState, type FormEvent, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { hex } from '../../base/hex.ts';
import { bdfOf } from '../../engine/explain.ts';
import { formatBdf } from '../../pci/bdf.ts';
import { addPoint, programStore, removePoint, switchPoint } from '../../store/program-store.ts';
import { sessionStore } from '../../store/session-store.ts';
import { uiStore } from '../../store/ui-store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Popover } from '../parts/Popover.tsx';
import { useWords } from '../parts/use-words.ts';
import { pointText } from './slots.ts';
import type { ProgramSource } from './source.ts';

/** Stands in the toolbar; what it opens stands beside it, so that the toolbar's keys stay its own. */
export function PointsButton({ isOpen, onOpen }: { isOpen: boolean; onOpen: (button: Element) => void }) {
  const { t } = useWords();
  const count = useStore(programStore, (s) => s.points.length);
  const title = t('program.points');
  return (
    <Button aria-haspopup="dialog" aria-expanded={isOpen} onClick={(event) => onOpen(event.currentTarget)}>
      {count === 0 ? title : `${title} ${String(count)}`}
    </Button>
  );
}

export function Points(props: { source: ProgramSource | undefined; anchor: Element; onClose: () => void }) {
  const { source, anchor, onClose } = props;
  const { t } = useWords();
  return (
    <Popover anchor={anchor} label={t('program.points')} onClose={onClose}>
      <div className="program-points">
        <List source={source} />
        <AtRegister />
        <AtAddress />
        <Row word={t('program.point-abort')} onAdd={() => addPoint({ on: 'abort' })} />
      </div>
    </Popover>
  );
}

function List({ source }: { source: ProgramSource | undefined }) {
  const words = useWords();
  const { t } = words;
  const points = useStore(programStore, (s) => s.points);
  const machine = useStore(sessionStore, (s) => s.machine);
  if (points.length === 0) return <p className="pane-note">{t('program.points-none')}</p>;
  return (
    <ul>
      {points.map(({ id, on, at }) => {
        const text = pointText(at, words, machine, source);
        return (
          <li key={id} className="program-point">
            <label className="check">
              <input
                type="checkbox"
                checked={on}
                onChange={(event) => switchPoint(id, event.target.checked)}
              />
              {text}
            </label>
            <IconButton
              icon="close"
              label={t('program.point-remove', { at: text })}
              onClick={() => removePoint(id)}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** One kind of breakpoint: its words, what it asks for, and the button that adds it. */
function Row(props: { word: string; reason?: string; onAdd: () => void; children?: ReactNode }) {
  const { word, reason, onAdd, children } = props;
  const { t } = useWords();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason === undefined) onAdd();
  };
  return (
    <form className="program-row" aria-label={word} onSubmit={submit}>
      <span className="program-row-word">{word}</span>
      {children}
      <Button
        type="submit"
        kind="lined"
        reason={reason}
        aria-label={t('text.named', { name: t('program.add'), text: word })}
      >
        {t('program.add')}
      </Button>
    </form>
  );
}

/** The number that a person typed in hex; undefined for anything else. */
function hexOf(text: string, most: number): number | undefined {
  const digits = text.trim().replace(/^0x/i, '');
  const number = /^[0-9a-f]+$/i.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
  return number <= most ? number : undefined;
}

function Range(props: {
  from: string;
  to: string;
  most: number;
  onChange: (from: string, to: string) => void;
}) {
  const { from, to, most, onChange } = props;
  const { t } = useWords();
  const field = (word: string, value: string, change: (value: string) => void) => (
    <label className="program-range">
      {word}
      <input
        className="field mono"
        value={value}
        aria-invalid={hexOf(value, most) === undefined ? true : undefined}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
  return (
    <>
      {field(t('program.point-from'), from, (value) => onChange(value, to))}
      {field(t('program.point-to'), to, (value) => onChange(from, value))}
    </>
  );
}

const whens = ['access', 'write', 'change'] as const;

/** Bytes of the chosen function's configuration space; those that are chosen, to begin with. */
function AtRegister() {
  const { t } = useWords();
  const machine = useStore(sessionStore, (s) => s.machine);
  const { fn, offset = 0x10, bytes = 4 } = useStore(uiStore, (s) => s.selection);
  const bdf = fn === undefined ? -1 : bdfOf(machine, fn);
  const most = 0xfff;
  const [range, setRange] = useState({ from: hex(offset, 2), to: hex(offset + bytes - 1, 2) });
  const [when, setWhen] = useState<(typeof whens)[number]>('access');
  const from = hexOf(range.from, most);
  const to = hexOf(range.to, most);
  const who = formatBdf(Math.max(0, bdf));
  if (bdf < 0) return <p className="program-row pane-note">{t('program.point-none')}</p>;
  return (
    <Row
      word={t('program.point-of', { who })}
      onAdd={() => {
        if (from === undefined || to === undefined) return;
        addPoint({ on: 'register', bdf, from, to, ...(when === 'access' ? {} : { when }) });
      }}
    >
      <Range {...range} most={most} onChange={(a, b) => setRange({ from: a, to: b })} />
      <select
        className="field program-space"
        aria-label={t('program.point-when')}
        value={when}
        onChange={(event) => setWhen(whens.find((each) => each === event.target.value) ?? 'access')}
      >
        {whens.map((each) => (
          <option key={each} value={each}>
            {t(`program.point-${each}`)}
          </option>
        ))}
      </select>
    </Row>
  );
}

function AtAddress() {
  const { t } = useWords();
  const [space, setSpace] = useState<'io' | 'memory'>('io');
  const [range, setRange] = useState({ from: 'cf8', to: 'cfb' });
  const most = space === 'io' ? 0xffff : Number.MAX_SAFE_INTEGER;
  const from = hexOf(range.from, most);
  const to = hexOf(range.to, most);
  return (
    <Row
      word={t('program.point-range')}
      onAdd={() => {
        if (from !== undefined && to !== undefined) addPoint({ on: 'address', space, from, to });
      }}
    >
      <select
        className="field program-space"
        aria-label={t('program.point-space')}
        value={space}
        onChange={(event) => setSpace(event.target.value === 'io' ? 'io' : 'memory')}
      >
        <option value="io">{t('map.io')}</option>
        <option value="memory">{t('map.memory')}</option>
      </select>
      <Range {...range} most={most} onChange={(a, b) => setRange({ from: a, to: b })} />
    </Row>
  );
}
