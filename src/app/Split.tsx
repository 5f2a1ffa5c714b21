/** Panes with dividers between them: the first takes what is left, the others keep their pixels. CSS does the sums. */
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { recall, remember } from '../store/persist.ts';

interface PaneSpec {
  readonly id: string;
  /** The least that it is dragged or squeezed to. */
  readonly min: number;
  readonly content: ReactNode;
  /** Of all but the first: pixels. */
  readonly size?: number;
  /** Of all but the first: what the divider before it does. */
  readonly label?: string;
}

interface Props {
  readonly className: string;
  /** From top to bottom rather than side by side. */
  readonly stacked?: boolean;
  readonly panes: readonly PaneSpec[];
  /** The pane that has all of the room. */
  readonly only?: string | undefined;
  /** A person gave panes another size. */
  readonly onSizes: (sizes: Readonly<Record<string, number>>) => void;
}

const step = 16;

/** Sizes that a person gave panes; kept for the next visit. */
export function useSizes(key: string) {
  const [sizes, set] = useState<Readonly<Record<string, number>>>(() => read(recall(key)));
  const give = (more: Readonly<Record<string, number>>): void => {
    const next = { ...sizes, ...more };
    set(next);
    remember(key, JSON.stringify(next));
  };
  return [sizes, give] as const;
}

function read(text: string | undefined): Record<string, number> {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    const entries = Object.entries(kept ?? {});
    return Object.fromEntries(entries.filter(([, size]) => Number.isFinite(size)));
  } catch {
    return {};
  }
}

export function Split({ className, stacked = false, panes, only, onSizes }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const from = useRef<{ readonly at: number; readonly pair: Pair } | undefined>(undefined);
  const place = (event: PointerEvent): number => (stacked ? event.clientY : event.clientX);

  /** The panes on both sides of a divider, as they are on the screen. */
  const pairAt = (n: number): Pair => {
    const shown = [...(root.current?.children ?? [])].filter((child) => child.hasAttribute('data-panel'));
    const size = (i: number): number => {
      const box = shown[i]?.getBoundingClientRect();
      return (stacked ? box?.height : box?.width) ?? 0;
    };
    return { before: size(n - 1), after: size(n) };
  };

  /** Moves the divider before pane n, as far as both of its panes let it. */
  const move = (n: number, { before, after }: Pair, by: number): void => {
    const [one, other] = [panes[n - 1], panes[n]];
    if (!one || !other) return;
    const delta = Math.min(Math.max(by, Math.min(one.min - before, 0)), Math.max(after - other.min, 0));
    onSizes({
      [other.id]: Math.round(after - delta),
      ...(n > 1 ? { [one.id]: Math.round(before + delta) } : {}),
    });
  };

  const press = (n: number, event: KeyboardEvent): void => {
    const [back, forth] = stacked ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    const by = { [back]: -step, [forth]: step, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    move(n, pairAt(n), by);
  };

  return (
    <div ref={root} className={`split ${className}`} data-stacked={stacked ? '' : undefined}>
      {panes.flatMap(({ id, min, size, label, content }, n) => [
        n > 0 && only === undefined && (
          <div
            key={`divider ${id}`}
            role="separator"
            className="divider"
            tabIndex={0}
            aria-label={label}
            aria-orientation={stacked ? 'horizontal' : 'vertical'}
            aria-controls={`pane-${id}`}
            aria-valuenow={size}
            aria-valuemin={min}
            aria-valuemax={Math.max(size ?? 0, stacked ? innerHeight : innerWidth)}
            onKeyDown={(event) => press(n, event)}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              from.current = { at: place(event), pair: pairAt(n) };
            }}
            onPointerMove={(event) => {
              if (from.current) move(n, from.current.pair, place(event) - from.current.at);
            }}
            onLostPointerCapture={() => (from.current = undefined)}
          />
        ),
        <div
          key={id}
          id={`pane-${id}`}
          data-panel
          hidden={only !== undefined && only !== id}
          style={{
            flex: size === undefined || only === id ? '1 1 0' : `0 1 ${String(size)}px`,
            [stacked ? 'minHeight' : 'minWidth']: Math.min(min, size ?? min),
          }}
        >
          {content}
        </div>,
      ])}
    </div>
  );
}

interface Pair {
  readonly before: number;
  readonly after: number;
}
