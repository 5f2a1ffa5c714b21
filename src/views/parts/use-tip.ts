/** What a tip opens on and closes on: hover, focus and Escape, after a moment. */
import {
  useEffect,
  useId,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';

const closeAfter = 120;

interface Options {
  /** Milliseconds that the pointer rests before the tip opens. */
  readonly after: number;
  /** Which focus opens it. */
  readonly focus: string;
}

/** `anchor`: what the tip stands at while it is open. `events` are for the element around it, `described` for itself. */
export function useTip({ after, focus }: Options) {
  const id = useId();
  const [anchor, setAnchor] = useState<Element | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const set = (to: Element | undefined, delay: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(to), delay);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const close = (): void => set(undefined, 0);
  const events = {
    onPointerEnter: ({ pointerType, currentTarget }: PointerEvent): void => {
      if (pointerType === 'mouse') set(currentTarget.firstElementChild ?? undefined, after);
    },
    onPointerLeave: (): void => set(undefined, closeAfter),
    onFocus: ({ target }: FocusEvent): void => {
      if (target.matches(focus)) set(target, 0);
    },
    onBlur: close,
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && anchor !== undefined) {
        event.stopPropagation();
        close();
      }
    },
  };
  return { id, anchor, close, events, described: anchor === undefined ? {} : { 'aria-describedby': id } };
}
