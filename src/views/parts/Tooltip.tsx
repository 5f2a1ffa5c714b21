/** A tip on hover and on focus, in the top layer. Escape hides it; the pointer may rest on it. */
import {
  cloneElement,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type JSX,
  type ReactNode,
} from 'react';
import { createPortal } from 'react-dom';

const openAfter = 500;
const closeAfter = 120;
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
  const id = useId();
  const [anchor, setAnchor] = useState<Element | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const set = (to: Element | undefined, after: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(to), after);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <span
      className="tip-anchor"
      role="presentation"
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') set(event.currentTarget.firstElementChild ?? undefined, openAfter);
      }}
      onPointerLeave={() => set(undefined, closeAfter)}
      onPointerDown={() => set(undefined, 0)}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) set(event.target, 0);
      }}
      onBlur={() => set(undefined, 0)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') set(undefined, 0);
      }}
    >
      {cloneElement(children, anchor === undefined ? {} : { 'aria-describedby': id })}
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
