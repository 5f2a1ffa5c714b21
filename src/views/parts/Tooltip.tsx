/** A tip on hover and on focus, in the top layer. Escape hides it; the pointer may rest on it. */
import { cloneElement, useLayoutEffect, useRef, type JSX, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTip } from './use-tip.ts';

const gap = 6;

/** Under the anchor, over it where there is no room, never outside the window. */
function placeAt(tip: HTMLElement, anchor: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.min(Math.max(4, anchor.left + (anchor.width - width) / 2), innerWidth - width - 4);
  const under = anchor.bottom + gap;
  tip.style.left = `${String(left)}px`;
  tip.style.top = `${String(under + height > innerHeight ? anchor.top - gap - height : under)}px`;
}

/** A tip that stands at its anchor while it is rendered. */
export function Tip({ id, anchor, children }: { id: string; anchor: Element; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.showPopover();
    if (box.current) placeAt(box.current, anchor.getBoundingClientRect());
  }, [anchor]);
  return (
    <div ref={box} id={id} role="tooltip" className="tip" popover="manual">
      {children}
    </div>
  );
}

/** `children` is one focusable element. */
export function Tooltip({ tip, children }: { tip: ReactNode; children: JSX.Element }) {
  const { id, anchor, close, events, described } = useTip({ after: 500, focus: ':focus-visible' });
  return (
    <span className="tip-anchor" role="presentation" {...events} onPointerDown={close}>
      {cloneElement(children, described)}
      {anchor !== undefined &&
        createPortal(
          <Tip id={id} anchor={anchor}>
            {tip}
          </Tip>,
          // not among the tabs or menu items that it tells of; nor out of a dialog, where nobody could reach it
          anchor.closest('dialog, section, main, header, footer') ?? document.body,
        )}
    </span>
  );
}
