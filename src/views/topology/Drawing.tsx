/** The drawing of one moment: the machine, the access in it, what both say. What scrolls and zooms it is BusMap's affair. */
import { useMemo, type CSSProperties } from 'react';
import { useStore } from 'zustand';
import { restedStore } from '../../store/rested.ts';
import { uiStore } from '../../store/ui-store.ts';
import { Op } from '../../engine/trace.ts';
import { AccessLine, AccessWords, Token } from './Access.tsx';
import { Card } from './Card.tsx';
import { Rests } from './Folded.tsx';
import { CpuBox, HostBox, MemoryBox } from './HostBox.tsx';
import type { Layout } from './layout.ts';
import type { Plan } from './plan.ts';
import { RailTexts, Wires } from './Rails.tsx';
import { reached, routeOf } from './route.ts';
import { decisionOf, hasCome, instruction, pillOf, refusals, registerValue, type Refusal } from './story.ts';
import { usePicture } from './use-picture.ts';

const nothingRefused: ReadonlyMap<number, Refusal> = new Map();
const nothingBusy: ReadonlySet<number> = new Set();

/** All that one moment comes to, for this layout. */
export function useScene(plan: Plan, place: Layout) {
  const board = useStore(restedStore, (s) => s.machine.board);
  const beats = useStore(restedStore, (s) => s.beats);
  const beat = useStore(restedStore, (s) => s.beat);
  const cursor = useStore(restedStore, (s) => s.cursor);
  const explanation = useStore(restedStore, (s) => s.explanation);

  const drawn = useMemo(() => [plan.host, ...place.cards.keys()].toSorted((a, b) => a - b), [plan, place]);
  const picture = usePicture(drawn);
  const route = useMemo(
    () => (explanation ? routeOf(explanation, beats, place) : undefined),
    [explanation, beats, place],
  );
  const refused = useMemo(
    () =>
      explanation && route
        ? refusals(explanation, route, beats, beat, (fn) => board.parts[fn]?.wire ?? -1, place.cards.keys())
        : nothingRefused,
    [explanation, route, beats, beat, board, place],
  );
  const row = explanation?.row;
  const pill = explanation ? pillOf(explanation, beats, beat) : undefined;
  const passed = new Set(
    beats.slice(0, beat).flatMap((b) => (b.kind === 'forward' || b.kind === 'convert' ? [b.fn] : [])),
  );
  const decision = explanation?.config
    ? decisionOf(explanation.config.bdf, explanation.config.enabled)
    : decisionOf((picture.latch >>> 8) & 0xffff, picture.latch >>> 31 === 1);
  const target = pill !== undefined && pill.fn >= 0 ? pill.fn : -1;
  return {
    plan,
    place,
    picture,
    route,
    refused,
    row,
    pill,
    passed,
    decision,
    target,
    board,
    beats,
    beat,
    cursor,
    explanation,
  };
}

export type Scene = ReturnType<typeof useScene>;

interface Props {
  readonly scene: Scene;
  readonly style?: CSSProperties | undefined;
  /** A picture to be kept: nothing of it is chosen or pointed at. */
  readonly still?: boolean;
}

export function BusDrawing({ scene, style, still = false }: Props) {
  const { plan, place, picture, route, refused, row, pill, passed, decision, target } = scene;
  const { board, beats, beat, cursor, explanation } = scene;
  const selected = useStore(uiStore, (s) => (still ? undefined : s.selection.fn));
  const hovered = useStore(uiStore, (s) => (still ? undefined : s.hover.fn));
  const hostCard = picture.cards.get(plan.host);
  return (
    <svg
      className="topology-drawing"
      aria-hidden="true"
      width={place.width}
      height={place.height}
      data-beat={`${String(cursor)}.${String(beat)}`}
      style={style}
      viewBox={still ? `0 0 ${String(place.width)} ${String(place.height)}` : undefined}
    >
      <Wires place={place} />
      {route && row && <AccessLine route={route} beat={beat} row={row.row} />}
      <RailTexts place={place} picture={picture} busy={passed.size === 0 ? nothingBusy : passed} />
      {[...picture.cards.values()].map((card) => {
        const at = place.cards.get(card.fn);
        if (!at) return undefined;
        const role =
          card.fn === target
            ? 'claims'
            : passed.has(card.fn)
              ? 'passes'
              : refused.has(card.fn)
                ? 'silent'
                : undefined;
        return (
          <Card
            key={card.fn}
            card={card}
            place={at}
            role={role}
            selected={selected === card.fn}
            hovered={hovered === card.fn}
          />
        );
      })}
      <Rests place={place} />
      <CpuBox
        box={place.cpu}
        doing={row && instruction(row)}
        value={row && registerValue(row, beats, beat)}
        active={row !== undefined && instruction(row) !== undefined}
      />
      <MemoryBox box={place.memory} bytes={board.ram} active={pill?.fn === -2} />
      <HostBox
        place={place}
        card={hostCard}
        latch={picture.latch}
        written={row?.op === Op.latch && row.write && hasCome(beats, beat, 'latch')}
        decision={decision}
        deciding={explanation?.config !== undefined && hasCome(beats, beat, 'decide')}
        stamp={beats
          .slice(0, beat)
          .find((b) => b.kind === 'ones')
          ?.token.slice(2)}
        express={board.wires[0]?.express ?? false}
        active={route !== undefined && reached(route, beat) > 0}
        selected={selected !== undefined && selected === hostCard?.fn}
        hovered={hovered !== undefined && hovered === hostCard?.fn}
      />
      {route && row && explanation && (
        <>
          <AccessWords {...{ place, route, explanation, beats, beat, decision, refused }} />
          <Token {...{ place, route, beats, beat }} row={row.row} />
        </>
      )}
    </svg>
  );
}
