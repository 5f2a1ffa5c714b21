/** A button that opens a list of things to do or to choose from. The browser's popover opens, closes and gives the focus back. */
import { cloneElement, useId, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { Keys } from './Kbd.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  /** A second, quieter line. */
  readonly note?: string | undefined;
  readonly keys?: string | undefined;
  /** Listed and reachable, but does nothing; `note` then says why. */
  readonly disabled?: boolean;
  readonly run: () => void;
}

const gap = 4;

/** The item that a key leads to, from item `at` of `titles`; undefined when the key means nothing here. */
export function itemFor(key: string, at: number, titles: readonly string[]): number | undefined {
  const count = titles.length;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key.length !== 1 || key === ' ') return undefined;
  const after = titles.map((_, i) => (at + 1 + i) % count);
  return after.find((i) => titles[i]?.toLowerCase().startsWith(key.toLowerCase()));
}

/** `children` is the button. */
export function Menu(props: {
  label: string;
  entries: readonly MenuEntry[];
  placement?: 'bottom start' | 'bottom end';
  children: JSX.Element;
}) {
  const { label, entries, placement = 'bottom start', children } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const items = (): HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];

  const place = (): void => {
    const rect = anchor.current?.firstElementChild?.getBoundingClientRect();
    const style = list.current?.style;
    if (rect === undefined || style === undefined) return;
    style.top = `${String(rect.bottom + gap)}px`;
    style.maxHeight = `${String(innerHeight - rect.bottom - 2 * gap)}px`;
    style.minWidth = `${String(rect.width)}px`;
    if (placement === 'bottom start') style.left = `${String(rect.left)}px`;
    else style.right = `${String(document.documentElement.clientWidth - rect.right)}px`;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Tab') {
      list.current?.hidePopover();
      return;
    }
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    const to = itemFor(
      event.key,
      at,
      entries.map((e) => e.title),
    );
    if (to === undefined) return;
    event.preventDefault();
    all[to]?.focus();
  };

  const openByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || open) return;
    event.preventDefault();
    list.current?.showPopover();
  };

  return (
    <span className="tip-anchor" role="presentation" ref={anchor} onKeyDown={openByKey}>
      {cloneElement(children, {
        popoverTarget: id,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
      })}
      <div
        ref={list}
        id={id}
        role="menu"
        aria-label={label}
        className="menu"
        popover="auto"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onBeforeToggle={place}
        onToggle={(event) => {
          setOpen(event.newState === 'open');
          if (event.newState === 'open') items()[0]?.focus();
        }}
      >
        {entries.map((entry) => (
          <button
            key={entry.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className="menu-item ring-inside"
            aria-disabled={entry.disabled === true ? true : undefined}
            onPointerEnter={(event) => event.currentTarget.focus({ preventScroll: true })}
            onClick={() => {
              if (entry.disabled === true) return;
              list.current?.hidePopover();
              entry.run();
            }}
          >
            <span>{entry.title}</span>
            {entry.keys !== undefined && <Keys keys={entry.keys} />}
            {entry.note !== undefined && <span className="menu-note">{entry.note}</span>}
          </button>
        ))}
      </div>
    </span>
  );
}
