/** CONFIG_ADDRESS put together field by field: written to CF8, followed through CFC, and seen as the cycle it becomes. */
import { useId, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { hex, hex0x } from '../../base/hex.ts';
import { bdfText } from '../../session/names.ts';
import { registerText } from '../../session/register-text.ts';
import { act, sessionStore } from '../../store/session-store.ts';
import { Button } from '../parts/Button.tsx';
import { Mono } from '../parts/Mono.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';
import { BitRow, type BitPart } from './BitRow.tsx';
import {
  fieldOf,
  fieldSpecs,
  phaseOf,
  reachOf,
  readNumber,
  stepped,
  withField,
  type FieldSpec,
} from './compose.ts';
import './composer.css';

type Base = 'hex' | 'decimal';

const dwordParts = (t: ReturnType<typeof useWords>['t']): readonly BitPart[] => [
  { hi: 31, lo: 31, label: t('topology.field-enable') },
  { hi: 30, lo: 24, label: t('composer.reserved'), quiet: true },
  { hi: 23, lo: 16, label: t('composer.part-bus') },
  { hi: 15, lo: 11, label: t('composer.part-device') },
  { hi: 10, lo: 8, label: t('composer.part-function') },
  { hi: 7, lo: 2, label: t('topology.field-register'), times: 4 },
  { hi: 1, lo: 0, label: '00', quiet: true },
];

export function Composer() {
  const { t } = useWords();
  const latch = useStore(sessionStore, (s) => {
    void s.generation; // the machine is mutable: this counts its changes
    return s.machine.latch;
  });
  const [draft, setDraft] = useState<number>();
  const [base, setBase] = useState<Base>('hex');
  // what is written is no draft any more, once the latch has it
  if (draft !== undefined && draft === latch) setDraft(undefined);
  const dword = draft ?? latch;
  const stale = dword !== latch;
  const write = (): void => {
    void act(`outl 0xcf8 ${hex0x(dword, 8)}`, [{ do: 'out', port: 0xcf8, bytes: 4, value: dword }]);
  };
  return (
    <div className="composer">
      <div className="composer-head">
        <h3 className="composer-title">{t('composer.title')}</h3>
        <BaseChoice base={base} onChange={setBase} />
      </div>
      <p className="composer-about">{t('composer.about')}</p>
      <div className="composer-dword">
        <Mono className="composer-value">{hex0x(dword, 8)}</Mono>
        <span className="composer-state" data-stale={stale ? '' : undefined}>
          {stale ? t('composer.stale') : t('composer.live')}
        </span>
      </div>
      <BitRow dword={dword} parts={dwordParts(t)} />
      <div className="composer-fields">
        {fieldSpecs.map((spec) => (
          <Field
            key={spec.id}
            spec={spec}
            base={base}
            value={fieldOf(dword, spec)}
            onChange={(v) => setDraft(withField(dword, spec, v))}
          />
        ))}
      </div>
      <Actions stale={stale} write={write} />
      <Phase dword={dword} />
    </div>
  );
}

function BaseChoice({ base, onChange }: { base: Base; onChange: (base: Base) => void }) {
  const { t } = useWords();
  return (
    <div className="composer-base" role="group" aria-label={t('composer.base')}>
      {(['hex', 'decimal'] as const).map((each) => (
        <button key={each} type="button" aria-pressed={base === each} onClick={() => onChange(each)}>
          {t(`composer.${each}`)}
        </button>
      ))}
    </div>
  );
}

const shown = (value: number, spec: FieldSpec, base: Base): string =>
  base === 'decimal' ? String(value) : hex(value, spec.most > 15 ? 2 : 1);

function Field(props: { spec: FieldSpec; value: number; base: Base; onChange: (value: number) => void }) {
  const { t } = useWords();
  const { spec, value, base, onChange } = props;
  const id = useId();
  const [text, setText] = useState<string>();
  const typed = text ?? shown(value, spec, base);
  const bad = text !== undefined && readNumber(text, base, spec.most) === undefined;
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 8, PageDown: -8 }[event.key];
    if (steps === undefined) {
      if (event.key === 'Escape' && text !== undefined) {
        setText(undefined);
        event.stopPropagation();
      }
      return;
    }
    event.preventDefault();
    setText(undefined);
    onChange(stepped(spec, value, steps));
  };
  return (
    <div className="composer-field">
      <label htmlFor={id}>{t(`composer.${spec.id}`)}</label>
      <input
        id={id}
        className="mono"
        role="spinbutton"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={spec.most}
        aria-valuetext={shown(value, spec, base)}
        aria-invalid={bad}
        aria-describedby={bad ? `${id}-bad` : undefined}
        value={typed}
        onKeyDown={press}
        onFocus={(event) => event.target.select()}
        onBlur={() => setText(undefined)}
        onChange={(event) => {
          setText(event.target.value);
          const n = readNumber(event.target.value, base, spec.most);
          if (n !== undefined) onChange(n);
        }}
      />
      {bad && (
        <span id={`${id}-bad`} className="composer-bad">
          {t('composer.bad-number', { most: shown(spec.most, spec, base) })}
        </span>
      )}
    </div>
  );
}

function Actions({ stale, write }: { stale: boolean; write: () => void }) {
  const { t } = useWords();
  const id = useId();
  const [text, setText] = useState('ffffffff');
  const value = readNumber(text, 'hex', 0xffff_ffff);
  const reason = stale ? t('composer.stale') : undefined;
  return (
    <div className="composer-actions">
      <Button kind={stale ? 'accent' : 'lined'} onClick={write}>
        {t('composer.write-cf8')}
      </Button>
      <Button
        kind={stale ? 'lined' : 'accent'}
        onClick={() => void act('inl 0xcfc', [{ do: 'in', port: 0xcfc, bytes: 4 }])}
      >
        {t('composer.read-cfc')}
      </Button>
      <span className="composer-write">
        <label htmlFor={id} className="visually-hidden">
          {t('composer.value')}
        </label>
        <input
          id={id}
          className="mono"
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-invalid={value === undefined}
          onChange={(event) => setText(event.target.value)}
        />
        <Button
          kind="lined"
          reason={value === undefined ? t('composer.bad-number', { most: 'ffffffff' }) : reason}
          onClick={() => {
            if (value !== undefined)
              void act(`outl 0xcfc ${hex0x(value, 8)}`, [{ do: 'out', port: 0xcfc, bytes: 4, value }]);
          }}
        >
          {t('composer.write-cfc')}
        </Button>
      </span>
    </div>
  );
}

/** What the host bridge would put on the bus, and who would hear it. */
function Phase({ dword }: { dword: number }) {
  const { t, pieces } = useWords();
  const machine = useStore(sessionStore, (s) => s.machine);
  useStore(sessionStore, (s) => s.generation);
  const phase = phaseOf(dword);
  const reach = reachOf(machine, dword);
  if (!phase || !reach) {
    return (
      <div className="composer-phase">
        <h4>{t('composer.phase')}</h4>
        <p>{t('composer.phase-off')}</p>
      </div>
    );
  }
  const express = machine.board.wires[0]?.express === true;
  const register = dword & 0xfc;
  const words =
    phase.type === 1
      ? t('composer.phase-1', { bus: hex(reach.bdf >> 8, 2) })
      : phase.line === undefined
        ? t('composer.phase-0-none')
        : express
          ? t('composer.phase-0-express', { device: hex((reach.bdf >> 3) & 31, 2) })
          : t('composer.phase-0', { line: phase.line });
  const who = bdfText(reach.bdf);
  const answer =
    reach.fn < 0
      ? pieces('composer.nobody', { who })
      : pieces('composer.reaches', {
          who,
          model: machine.board.parts[reach.fn]?.model ?? '',
          register: registerText(machine, reach.fn, register, 4),
        });
  return (
    <div className="composer-phase">
      <h4>{t('composer.phase')}</h4>
      <p>{words}</p>
      <BitRow
        dword={phase.ad}
        raised={phase.line}
        parts={phase.parts.map(({ hi, lo, id }) => ({
          hi,
          lo,
          label:
            id === 'type' ? `${t('composer.part-type')} ${String(phase.type)}` : t(`composer.part-${id}`),
          quiet: id === 'zero',
        }))}
      />
      <p className="composer-reach" data-nobody={reach.fn < 0 ? '' : undefined} aria-live="polite">
        <Said pieces={answer} />
      </p>
    </div>
  );
}
