/** The bus in words: a tree that says everything that the map draws. */
import type { Board } from '../../engine/board.ts';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { hex } from '../../base/hex.ts';
import { restedStore } from '../../store/rested.ts';
import { hover, select, uiStore } from '../../store/ui-store.ts';
import { useWords, type Words } from '../parts/use-words.ts';
import { titleOf } from './fit.ts';
import { closedAtFirst, outlineRows, type OutlineRow } from './outline-rows.ts';
import { busText, windowLines, type CardPicture } from './picture.ts';
import { pillOf } from './story.ts';
import { useAbsent, usePicture } from './use-picture.ts';
import { PipMark } from './marks.tsx';

export function Outline() {
  const words = useWords();
  const { t } = words;
  const board = useStore(restedStore, (s) => s.machine.board);
  const explanation = useStore(restedStore, (s) => s.explanation);
  const beats = useStore(restedStore, (s) => s.beats);
  const beat = useStore(restedStore, (s) => s.beat);
  const selected = useStore(uiStore, (s) => s.selection.fn);
  const [held, hold] = useState(() => ({ board, closed: closedAtFirst(board) }));
  const closed = useMemo(
    () => (held.board === board || closedAtFirst(board).size === 0 ? held.closed : closedAtFirst(board)),
    [held, board],
  );
  const setClosed = (next: ReadonlySet<number>): void => hold({ board, closed: next });
  const [at, setAt] = useState<number>();
  const tree = useRef<HTMLDivElement>(null);
  const absent = useAbsent();
  const rows = useMemo(() => outlineRows(board, closed, absent), [board, closed, absent]);
  const picture = usePicture(useMemo(() => rows.map((row) => row.fn), [rows]));
  const claiming = explanation ? pillOf(explanation, beats, beat)?.fn : undefined;
  const active = rows.find((r) => r.fn === at) ?? rows.find((r) => r.fn === selected) ?? rows[0];

  const go = (fn: number | undefined): void => {
    if (fn === undefined || fn < 0) return;
    setAt(fn);
    tree.current?.querySelector<HTMLElement>(`[data-fn="${String(fn)}"]`)?.focus();
  };
  const toggle = (fn: number, open: boolean): void => {
    const next = new Set(closed);
    if (open) next.delete(fn);
    else next.add(fn);
    setClosed(next);
  };
  /** The next line whose model begins with the letter. */
  const rowFor = (letter: string, from: number): number | undefined =>
    [...rows.slice(from + 1), ...rows.slice(0, from + 1)].find(({ fn }) =>
      picture.cards.get(fn)?.model.toLowerCase().startsWith(letter.toLowerCase()),
    )?.fn;
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (!active || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = rows.indexOf(active);
    const parentOf = active.children !== undefined;
    const open = parentOf && !closed.has(active.fn);
    switch (event.key) {
      case 'ArrowDown':
        go(rows[index + 1]?.fn);
        break;
      case 'ArrowUp':
        go(rows[index - 1]?.fn);
        break;
      case 'Home':
        go(rows[0]?.fn);
        break;
      case 'End':
        go(rows.at(-1)?.fn);
        break;
      case 'ArrowRight':
        if (parentOf && !open) toggle(active.fn, true);
        else if (open && active.children > 0) go(rows[index + 1]?.fn);
        break;
      case 'ArrowLeft':
        if (open) toggle(active.fn, false);
        else go(active.parent);
        break;
      case 'Enter':
      case ' ':
        select({ fn: active.fn });
        break;
      default: {
        const found = /^[a-z]$/i.test(event.key) ? rowFor(event.key, index) : undefined;
        if (found === undefined) return;
        go(found);
      }
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={tree}
      className="topology-tree pane-body"
      role="tree"
      aria-label={t('view.topology')}
      tabIndex={-1}
      onKeyDown={press}
    >
      {rows.map((row) => {
        const card = picture.cards.get(row.fn);
        if (!card) return undefined;
        const open = row.children === undefined ? undefined : !closed.has(row.fn);
        const inside = open === false && selected !== undefined && isBehind(selected, row.fn, board);
        return (
          <div
            key={row.fn}
            role="treeitem"
            className="topology-row ring-inside"
            data-fn={row.fn}
            data-claims={claiming === row.fn ? '' : undefined}
            aria-level={row.level}
            aria-posinset={row.position}
            aria-setsize={row.of}
            aria-expanded={open}
            aria-selected={selected === row.fn}
            aria-label={spoken(words, card, row, { claims: claiming === row.fn, inside })}
            tabIndex={active?.fn === row.fn ? 0 : -1}
            style={{ paddingInlineStart: `${String(8 + (row.level - 1) * 20)}px` }}
            onFocus={() => setAt(row.fn)}
            onPointerEnter={() => hover({ fn: row.fn })}
            onPointerLeave={() => hover({})}
            onClick={() => {
              select({ fn: row.fn });
              go(row.fn);
            }}
          >
            <Twist open={open} toggle={() => toggle(row.fn, open === false)} />
            <Line card={card} claims={claiming === row.fn} />
          </div>
        );
      })}
    </div>
  );
}

function Twist({ open, toggle }: { open: boolean | undefined; toggle: () => void }) {
  return (
    <span
      className="topology-twist"
      data-open={open === true ? '' : undefined}
      aria-hidden="true"
      onClick={(event) => {
        if (open === undefined) return;
        event.stopPropagation();
        toggle();
      }}
    >
      {open === undefined ? '' : '▸'}
    </span>
  );
}

function Line({ card, claims }: { card: CardPicture; claims: boolean }) {
  const { t } = useWords();
  const { bridge } = card;
  const word = t(`kind.${card.kind}`);
  return (
    <>
      <span className="topology-row-bdf mono">{card.label}</span>
      <span className="topology-row-name">
        {titleOf(card.model, word, bridge === undefined && card.kind !== 'unknown')}
      </span>
      {bridge && (
        <span className="topology-row-numbers mono">
          {`${busText(bridge.primary)} ▸ ${busText(bridge.secondary)}–${busText(bridge.subordinate)}`}
        </span>
      )}
      {claims && <span className="topology-row-claims">{t('topology.claims')}</span>}
      <svg className="topology-row-pips" width={card.pips.length * 15} height="14" aria-hidden="true">
        {card.pips.map((pip, i) => (
          <PipMark key={i} pip={pip} x={7 + i * 15} y={7} />
        ))}
      </svg>
      <span className="topology-row-ids mono">{`${hex(card.vendor, 4)}:${hex(card.device, 4)}`}</span>
      {bridge && (
        <span className="topology-row-windows mono">
          {bridge.windows.some((w) => w.range !== undefined)
            ? windowLines(bridge, t('topology.closed')).join(' · ')
            : t(bridge.isRoot ? 'topology.another-root' : 'topology.spoken-closed')}
        </span>
      )}
    </>
  );
}

function isBehind(fn: number, bridge: number, board: Pick<Board, 'parts' | 'wires'>): boolean {
  for (let at = fn; at >= 0;) {
    const wire = board.wires[board.parts[at]?.wire ?? 0];
    at = wire?.root?.expander ?? wire?.bridge ?? -1;
    if (at === bridge) return true;
  }
  return false;
}

/** What a screen reader says of a line. */
export function spoken(
  { t }: Pick<Words, 't'>,
  card: CardPicture,
  row: OutlineRow,
  now: { claims: boolean; inside: boolean },
): string {
  const ids = `${hex(card.vendor, 4)}:${hex(card.device, 4)}`;
  const { bridge, label: who, model } = card;
  const parts: string[] = [];
  if (bridge) {
    const numbers = { secondary: busText(bridge.secondary), subordinate: busText(bridge.subordinate) };
    parts.push(
      bridge.secondary === 0
        ? t('topology.spoken-bridge-unnumbered', { who, model })
        : t('topology.spoken-bridge', { who, model, ...numbers }),
    );
    const open = bridge.windows.filter((w) => w.range !== undefined);
    for (const { letter, from, to } of open) {
      const digits = letter === 'I/O' ? 4 : 8;
      const range = { from: hex(from, digits).toUpperCase(), to: hex(to, digits).toUpperCase() };
      if (letter === 'M') parts.push(t('topology.spoken-memory', range));
      else if (letter === 'P') parts.push(t('topology.spoken-prefetch', range));
      else parts.push(t('topology.spoken-io', range));
    }
    if (open.length === 0) parts.push(t(bridge.isRoot ? 'topology.another-root' : 'topology.spoken-closed'));
    parts.push(t('topology.spoken-children', { count: row.children ?? 0 }));
  } else {
    const kind = card.kind === 'unknown' ? model : t(`kind.${card.kind}`);
    parts.push(t('topology.spoken-function', { who, model, kind, ids }));
  }
  const bars = card.pips.filter((p) => p.space !== 'message');
  if (bars.length > 0) {
    parts.push(
      t('topology.spoken-decodes', { count: bars.filter((p) => p.state === 'on').length, of: bars.length }),
    );
  }
  if (!card.present) parts.push(t('topology.spoken-absent'));
  if (now.claims) parts.push(t('topology.spoken-claims'));
  if (now.inside) parts.push(t('topology.spoken-selected-inside'));
  return t('text.list', { parts });
}
