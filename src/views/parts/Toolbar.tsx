/** A toolbar (WAI-ARIA): one stop of the Tab key, arrows go between its buttons. */
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';

const buttonsOf = (bar: HTMLElement | null): HTMLButtonElement[] => [
  // what a menu in it holds is the menu's; what did not fit is there instead
  ...(bar?.querySelectorAll<HTMLButtonElement>('button:not([role=menuitem], [inert] *)') ?? []),
];

export function Toolbar(props: { className?: string; label: string; children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);

  const stopAt = (button: HTMLElement | undefined): void => {
    for (const each of buttonsOf(bar.current)) each.tabIndex = each === button ? 0 : -1;
  };
  // the buttons may change with every render: one of them must stay reachable
  useEffect(() => {
    const all = buttonsOf(bar.current);
    if (all.filter((b) => b.tabIndex === 0).length !== 1) stopAt(all[0]);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = buttonsOf(bar.current);
    const now = all.findIndex((b) => b === document.activeElement);
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: now + 1,
      ArrowLeft: now - 1,
      Home: 0,
      End: all.length - 1,
    };
    const next = moves[event.key];
    if (now < 0 || next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const button = all[(next + all.length) % all.length];
    stopAt(button);
    button?.focus();
  };

  return (
    <div ref={bar} role="toolbar" aria-label={props.label} className={props.className} onKeyDown={onKeyDown}>
      {props.children}
    </div>
  );
}
