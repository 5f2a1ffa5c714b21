/** The column: axis, blocks, gaps and brackets. Blocks and brackets are a list of options for keyboard and screen reader. */
import {
  memo,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
} from 'react';
import { size } from '../../base/hex.ts';
import { functionText } from '../../session/names.ts';
import { hover, type Selection } from '../../store/ui-store.ts';
import { useSize } from '../parts/use-size.ts';
import { useWords } from '../parts/use-words.ts';
import { Flight } from './Flight.tsx';
import { MapDrawing } from './MapDrawing.tsx';
import type { Block, MapWindow } from './items.ts';
import { digitsOf, labelHeight, layoutOf, type Box, type Bracket } from './layout.ts';
import { blockLabel, blockName, faultsOf, rangeText, shortSize, windowName, windowState } from './texts.ts';
import {
  choose,
  linkOf,
  registerOf,
  selectionOf,
  useHover,
  useSelection,
  windowRegister,
  type Link,
  type MapModel,
} from './use-map.ts';

export function MapColumn({ model }: { model: MapModel }) {
  const words = useWords();
  const { machine, items, moment } = model;
  const [ref, { width, height }] = useSize();
  const layout = useMemo(() => layoutOf(items, width, height), [items, width, height]);
  const still = useStill(model.cursor, width);
  const selection = useSelection();
  const pointed = useHover();
  const digits = digitsOf(items.blocks, items.space === 'io');
  const { order, focused, onKeyDown, onFocus } = useRoving(layout.boxes, layout.brackets);

  const rows = useMemo(() => {
    const boxes = new Map(layout.boxes.map((b) => [b.key, b]));
    const brackets = new Map(layout.brackets.map((b) => [b.key, b]));
    return {
      blocks: items.blocks.flatMap((block) => {
        const box = boxes.get(block.key);
        const register = registerOf(block);
        if (!box) return [];
        const faults = faultsOf(machine, items, block, words);
        const label = blockLabel(machine, items, block, digits, words);
        return [{ block, box, register, faults, label, name: blockName(machine, block, words) }];
      }),
      windows: items.windows.flatMap((window) => {
        const bracket = brackets.get(window.key);
        if (!bracket) return [];
        const name = windowName(machine, window, words);
        const range = (w: { from: number; to: number }): string => rangeText(w.from, w.to, digits, words);
        const needs = window.needs ? [words.t('map.needs', { size: range(window.needs) })] : [];
        const extent = bracket.isClosed ? [] : [range(window)];
        const parts = [name, ...extent, windowState(window, words), ...needs];
        const label = words.t('text.list', { parts });
        return [{ window, bracket, label, who: functionText(machine, window.fn) }];
      }),
    };
  }, [layout, items, machine, words, digits]);

  const selections = useMemo(
    () =>
      new Map<string | undefined, Selection>([
        ...items.blocks.map((b) => [b.key, selectionOf(b.fn, registerOf(b))] as const),
        ...items.windows.map((w) => [w.key, selectionOf(w.fn, windowRegister(w))] as const),
      ]),
    [items],
  );
  const selectionAt = ({ target }: { target: EventTarget }): Selection =>
    (target instanceof Element && selections.get(keyOf(target))) || {};

  const spaceName = words.t(`map.${items.space}`);
  return (
    <div className="map-scroll pane-body" ref={ref}>
      {width > 0 && (
        <div className="map-column" ref={still} data-beat={model.beat} style={{ height: layout.height }}>
          <MapDrawing layout={layout} items={items} moment={moment} digits={digits} />
          <div
            role="listbox"
            tabIndex={-1}
            aria-label={words.plain(words.pieces('map.blocks', { space: spaceName }))}
            onKeyDown={onKeyDown}
            onFocus={onFocus}
            onClick={(event) => choose(selectionAt(event))}
            onPointerOver={(event) => hover(selectionAt(event))}
            onPointerLeave={() => hover({})}
          >
            {rows.blocks.map(({ block, box, register, faults, label, name }) => (
              <MapBlock
                key={block.key}
                id={block.key}
                block={block}
                box={box}
                name={name}
                label={label}
                fault={faults[0]}
                motion={moment.moved.get(block.key)}
                link={linkOf(selection, block.fn, register)}
                hovered={linkOf(pointed, block.fn, register)}
                tabStop={focused === block.key}
              />
            ))}
            {rows.windows.map(({ window, bracket, label, who }) => (
              <WindowLabel
                key={window.key}
                window={window}
                bracket={bracket}
                x={layout.labelX}
                who={who}
                label={label}
                link={linkOf(selection, window.fn, windowRegister(window))}
                hovered={linkOf(pointed, window.fn, windowRegister(window))}
                glow={moment.glow.has(window.fn)}
                tabStop={focused === window.key}
              />
            ))}
          </div>
          <Flight model={model} layout={layout} column={still} />
          {order.length === 0 && <p className="pane-note">{words.t('map.empty')}</p>}
        </div>
      )}
    </div>
  );
}

/** The block or window that an element is part of. */
const keyOf = (element: Element): string | undefined =>
  element.closest<HTMLElement>('[data-key]')?.dataset['key'];

interface BlockProps {
  readonly id: string;
  readonly block: Block;
  readonly box: Box;
  readonly name: string;
  readonly label: string;
  readonly fault: string | undefined;
  readonly motion: string | undefined;
  readonly link: Link;
  readonly hovered: Link;
  readonly tabStop: boolean;
}

const place = (box: { x: number; y: number }, width: number, height: number): CSSProperties => ({
  transform: `translate(${box.x.toFixed(1)}px, ${box.y.toFixed(1)}px)`,
  width,
  height,
});

const MapBlock = memo(function MapBlock(props: BlockProps) {
  const { block, box, name, label, fault, motion, link, hovered } = props;
  const { t } = useWords();
  const bytes = block.to - block.from + 1;
  return (
    <div
      className="map-block"
      role="option"
      aria-selected={link === 'exact'}
      aria-label={label}
      title={label}
      tabIndex={props.tabStop ? 0 : -1}
      data-key={props.id}
      data-look={block.look}
      data-state={block.state}
      data-fault={fault === undefined ? undefined : ''}
      data-moved={motion}
      data-narrow={box.width < 112 ? '' : undefined}
      data-link={link}
      data-hover={hovered}
      style={place(box, box.width, box.height)}
    >
      {fault !== undefined && <span className="map-cross">✕</span>}
      <span className="map-name">{name}</span>
      {box.width >= 112 && (
        <span className="map-size">
          {block.state === 'off' && box.width >= 140 ? `${t('map.off')} · ` : ''}
          {block.state === 'unsized' ? '?' : shortSize(bytes)}
        </span>
      )}
      {fault !== undefined && box.height >= 40 && <span className="map-fault">{fault}</span>}
    </div>
  );
});

interface WindowProps {
  readonly window: MapWindow;
  readonly bracket: Bracket;
  readonly x: number;
  readonly who: string;
  readonly label: string;
  readonly link: Link;
  readonly hovered: Link;
  readonly glow: boolean;
  readonly tabStop: boolean;
}

const WindowLabel = memo(function WindowLabel(props: WindowProps) {
  const { window, bracket, x, who, label, link, hovered, glow } = props;
  const { t } = useWords();
  return (
    <div
      className="map-window"
      role="option"
      aria-selected={link === 'exact'}
      aria-label={label}
      title={label}
      tabIndex={props.tabStop ? 0 : -1}
      data-key={window.key}
      data-kind={window.kind}
      data-link={link}
      data-hover={hovered}
      data-glow={glow ? '' : undefined}
      style={{ ...place({ x, y: bracket.labelY }, 62, labelHeight) }}
    >
      <b>{who}</b>
      {window.needs ? (
        <span className="map-needs">
          {t('map.needs', { size: shortSize(window.needs.to - window.needs.from + 1) })}
        </span>
      ) : (
        <span>
          {bracket.isClosed
            ? t('map.disabled')
            : window.kind === 'prefetchable'
              ? t('map.kind.prefetchable')
              : size(window.to - window.from + 1)}
          {window.enabled || bracket.isClosed ? '' : ` · ${t('map.off')}`}
        </span>
      )}
    </div>
  );
});

/** One tab stop; arrows go by height on the screen, Home and End to the ends, Enter and Space choose. */
function useRoving(boxes: readonly Box[], brackets: readonly Bracket[]) {
  const [wanted, setWanted] = useState<string | undefined>(undefined);
  const order = useMemo(
    () =>
      [
        ...boxes.map(({ key, x, y }) => ({ key, x, y })),
        ...brackets.map(({ key, x, labelY }) => ({ key, x, y: labelY })),
      ]
        .sort((a, b) => a.y - b.y || a.x - b.x)
        .map((o) => o.key),
    [boxes, brackets],
  );
  const focused = wanted !== undefined && order.includes(wanted) ? wanted : order[0];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = focused === undefined ? -1 : order.indexOf(focused);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }[event.key];
    const options = event.currentTarget.querySelectorAll<HTMLElement>('[role=option]');
    if (to !== undefined) {
      const key = order[Math.max(0, Math.min(to, order.length - 1))];
      options.forEach((option) => option.dataset['key'] === key && option.focus());
    } else if (event.key === 'Enter' || event.key === ' ') {
      options.forEach((option) => option.dataset['key'] === focused && option.click());
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = (event: { target: EventTarget }): void => {
    if (event.target instanceof HTMLElement) setWanted(event.target.dataset['key']);
  };
  return { order, focused, onKeyDown, onFocus };
}

/** A jump in the story, or another width, moves nothing slowly: transitions are off for that one frame. */
function useStill(cursor: number, width: number) {
  const element = useRef<HTMLDivElement>(null);
  const last = useRef({ cursor, width });
  useLayoutEffect(() => {
    const jumped = Math.abs(cursor - last.current.cursor) > 1 || width !== last.current.width;
    last.current = { cursor, width };
    if (!jumped || element.current === null) return undefined;
    const column = element.current;
    column.dataset['still'] = '';
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => delete column.dataset['still']));
    return () => {
      cancelAnimationFrame(frame);
      delete column.dataset['still'];
    };
  }, [cursor, width]);
  return element;
}
