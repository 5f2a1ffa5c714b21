/** A box beside its anchor, in the top layer: details of something, not a question. Escape and a press elsewhere close it. */
import { useLayoutEffect, useRef, type ReactNode } from 'react';

const gap = 6;
const edge = 8;

/** Under the anchor, over it where there is no room, never outside the window. */
function placeAt(box: HTMLElement, anchor: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const left = Math.min(Math.max(edge, anchor.left), innerWidth - width - edge);
  const under = anchor.bottom + gap;
  const over = anchor.top - gap - height;
  const top =
    under + height > innerHeight - edge && over > edge ? over : Math.min(under, innerHeight - height - edge);
  box.style.left = `${String(left)}px`;
  box.style.top = `${String(Math.max(edge, top))}px`;
}

/** Shown while it is rendered: `{at && <Popover anchor={at} …>}`. The focus goes in and, on closing, back. */
export function Popover(props: { anchor: Element; label: string; onClose: () => void; children: ReactNode }) {
  const { anchor, label, onClose, children } = props;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const now = box.current;
    if (now === null) return undefined;
    now.showPopover();
    placeAt(now, anchor.getBoundingClientRect());
    now.focus();
    return () => now.hidePopover();
  }, [anchor]);
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={label}
      className="popover"
      popover="auto"
      tabIndex={-1}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      {children}
    </div>
  );
}
