/** The selected register explained: its name, its bits, what the current access did to it, and who set it. */
import { useStore } from 'zustand';
import { hex } from '../../base/hex.ts';
import { size } from '../../base/hex.ts';
import { registerValue } from '../../pci/describe.ts';
import { nextAccess, previousAccess } from '../../session/inspector-accesses.ts';
import { barText } from '../../session/names.ts';
import { hexStore } from '../../store/hex-store.ts';
import { seek, sessionStore } from '../../store/session-store.ts';
import { select } from '../../store/ui-store.ts';
import { Button } from '../parts/Button.tsx';
import { Mono } from '../parts/Mono.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';
import { areLow, isMasked, popCount, refusedBits, sizingOf, sizingStage } from './bits-layout.ts';
import { BitRow } from './BitRow.tsx';
import { FieldStrip } from './FieldStrip.tsx';
import { WhyLine } from './LazyWhy.tsx';
import { SizingRows } from './SizingRows.tsx';
import type { Inspected } from './use-inspected.ts';

export function RegisterCard({ inspected }: { inspected: Inspected }) {
  const { t } = useWords();
  const { space, range } = inspected;
  const scrubbing = useStore(sessionStore, (s) => s.scrubbing);
  if (range === undefined) return <p className="reg-empty">{t('inspector.choose')}</p>;
  const word = range.offset >> 2;
  if (range.offset >= space.known) return <p className="reg-empty">{t('inspector.not-dumped')}</p>;
  return (
    <section className="reg" data-still={scrubbing ? '' : undefined} aria-label={t('inspector.register')}>
      <Title inspected={inspected} />
      <Bits inspected={inspected} word={word} />
      <Was inspected={inspected} word={word} />
      <FieldStrip inspected={inspected} word={word} range={range} />
      <Outcome inspected={inspected} word={word} />
    </section>
  );
}

/** Names of the registers in the range, its bytes, what it is. */
function Title({ inspected }: { inspected: Inspected }) {
  const { t, meaning, both } = useWords();
  const { machine, fn, space, description, range } = inspected;
  if (range === undefined) return undefined;
  const { offset, bytes } = range;
  const registers = description.registers.filter((r) => r.at < offset + bytes && offset < r.at + r.bytes);
  const bar = machine
    .shape(fn)
    .bars.find((b) => offset >= b.at && offset < b.at + (b.kind === 'mem64' ? 8 : 4));
  const [first] = registers;
  const value = first && registers.length === 1 ? registerValue(space.config, first) : undefined;
  const whole =
    first && description.fieldsAt(first.at).find((f) => f.register === first && f.name === first.name);
  const parts = [
    bytes === 1 ? `${hex(offset, 2)}` : `${hex(offset, 2)}–${hex(offset + bytes - 1, 2)}`,
    bar === undefined || first === undefined ? undefined : both(first.name),
    bar === undefined
      ? undefined
      : t('inspector.bar-kind', { kind: bar.kind, prefetchable: bar.prefetchable }),
    bar !== undefined || first === undefined || first.owner === 'header' ? undefined : both(first.owner),
    bar === undefined && value !== undefined ? meaning(whole?.show?.(value)) : undefined,
  ];
  const name =
    bar !== undefined
      ? barText(bar)
      : registers.length === 0
        ? t('inspector.no-register')
        : t('text.list', { parts: registers.slice(0, 3).map((r) => both(r.name)) }) +
          (registers.length > 3 ? '…' : '');
  return (
    <h3 className="reg-title">
      <b>{name}</b>
      {parts.map((part, i) =>
        part === undefined || part === '' ? undefined : (
          <span key={i}>
            {' · '}
            {i === 0 ? <Mono>{part}</Mono> : part}
          </span>
        ),
      )}
    </h3>
  );
}

/** The write that the current row did to this dword, the sizing that it read back, or the value as it is. */
function Bits({ inspected, word }: { inspected: Inspected; word: number }) {
  const { t } = useWords();
  const { machine, fn, space, explanation, beats, beat } = inspected;
  const effect = explanation?.row.fn === fn ? explanation.effect : undefined;
  const kind = beats[beat - 1]?.kind ?? '';
  if (effect?.word === word) {
    const masked = isMasked(beats, beat);
    const refused = refusedBits(effect);
    const open = effect.mask | (machine.shape(fn).w1c[word] ?? 0);
    return (
      <div className="bit-rows" data-beat={kind}>
        <BitRow
          label={t('inspector.tried')}
          word={effect.tried}
          dim={~effect.lanes}
          falling={masked ? refused : 0}
          step="tried"
        />
        <BitRow label={t('inspector.mask-row')} word={open} dim={~open} shown={masked} step="mask" />
        <BitRow
          label={t('inspector.kept')}
          word={effect.now}
          dim={~effect.now | ~effect.lanes}
          refused={refused}
          shown={masked}
          step="kept"
          result
        />
      </div>
    );
  }
  const bar = sizingBar(inspected, word);
  if (bar !== undefined && explanation !== undefined) {
    return (
      <div className="bit-rows" data-beat={kind}>
        <SizingRows
          sizing={sizingOf(explanation.row.value, bar)}
          stage={sizingStage(beats, beat)}
          bar={bar}
        />
      </div>
    );
  }
  const now = space.words[word] ?? 0;
  return (
    <div className="bit-rows" data-beat={kind}>
      <BitRow label={t('inspector.now')} word={now} dim={~now} />
    </div>
  );
}

/** What it was at the moment that the grid is compared with, where that differs. */
function Was({ inspected: { fn, space }, word }: { inspected: Inspected; word: number }) {
  const { t } = useWords();
  const was = useStore(hexStore, (s) => (s.marks?.fn === fn ? s.marks.differs?.was[word] : undefined));
  if (was === undefined || was === space.words[word]) return undefined;
  return <BitRow label={t('hex.was-row')} word={was} dim={~was} />;
}

/** The register whose size the current row's read-back tells, if it is about this dword. */
function sizingBar({ machine, fn, explanation, beats }: Inspected, word: number) {
  if (explanation?.row.fn !== fn || explanation.config?.offset !== word * 4) return undefined;
  if (!beats.some((b) => b.kind === 'add')) return undefined;
  return machine.shape(fn).bars.find((b) => b.at === word * 4);
}

/** The result in one sentence, and the way to the accesses before and after. */
function Outcome({ inspected, word }: { inspected: Inspected; word: number }) {
  const { t, pieces } = useWords();
  const { machine, fn, cursor, explanation, beats, beat, range } = inspected;
  if (range === undefined) return undefined;
  const effect =
    explanation?.row.fn === fn && explanation.effect?.word === word ? explanation.effect : undefined;
  const previous = previousAccess(machine.trace, cursor - 1, fn, range.offset, range.bytes);
  const next = nextAccess(machine.trace, cursor, fn, range.offset, range.bytes);
  const bar = machine.shape(fn).bars.find((b) => b.at === word * 4);
  const upper = (n: number): string => hex(n >>> 0, 8).toUpperCase();

  const sentence = () => {
    if (effect !== undefined && isMasked(beats, beat)) {
      const refused = refusedBits(effect);
      const address = bar?.kind === 'rom' ? effect.mask & ~1 : effect.mask;
      const isSizing = bar !== undefined && address !== 0 && (effect.now & address) >>> 0 === address >>> 0;
      const cleared = (effect.cleared & effect.old) >>> 0;
      const moved = beats
        .slice(0, beat)
        .findLast((b) => b.kind === 'map' || b.kind === 'unmap' || b.kind === 'outline');
      if (moved !== undefined) return <Said message={moved.say} />;
      return (
        <>
          <Said
            pieces={pieces('inspector.refused', {
              count: popCount(refused),
              low: areLow(refused),
              cleared: popCount(cleared),
              changed: effect.now !== effect.old,
            })}
          />{' '}
          {isSizing && <Said pieces={pieces('inspector.arithmetic', arithmetic(effect.now, bar))} />}
        </>
      );
    }
    const sized = sizingBar(inspected, word);
    if (sized !== undefined && explanation !== undefined && sizingStage(beats, beat) === 4)
      return <Said pieces={pieces('inspector.arithmetic', arithmetic(explanation.row.value, sized))} />;
    return undefined;
  };
  const arithmetic = (read: number, of: Parameters<typeof sizingOf>[1]) => {
    const { bare, bytes } = sizingOf(read, of);
    return { bare: upper(bare), sum: upper(bytes), bytes: size(bytes) };
  };
  const go = (row: number) => (): void => {
    select({ fn, offset: range.offset, bytes: range.bytes });
    seek(row + 1);
  };
  return (
    <div className="reg-say">
      {(effect !== undefined || sizingBar(inspected, word) !== undefined) && (
        <p className="reg-sentence">{sentence()}</p>
      )}
      <p className="reg-why">
        <WhyLine place={{ fn, offset: range.offset, bytes: range.bytes }} />
      </p>
      <Button
        className="reg-link"
        reason={previous < 0 ? t('inspector.no-access') : undefined}
        onClick={go(previous)}
      >
        {t('inspector.previous-access')}
      </Button>
      {' / '}
      <Button
        className="reg-link"
        reason={next < 0 ? t('inspector.no-access') : undefined}
        onClick={go(next)}
      >
        {t('inspector.next-access')}
      </Button>
    </div>
  );
}
