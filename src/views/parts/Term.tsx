/** A term of the glossary: what it is, in both languages, on hover, on focus and on a tap. Escape hides it. */
import {
  cloneElement,
  lazy,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
  type JSX,
  type ReactNode,
} from 'react';
import type { TermId } from '../../content/words/glossary.ts';

const TermTip = lazy(() => import('./TermTip.tsx').then((m) => ({ default: m.TermTip })));

const openAfter = 300;
const closeAfter = 120;

/** Explains what it stands around: one focusable element that has another purpose too, as a tab has. */
export function Explained({ term, children }: { term: TermId; children: JSX.Element }) {
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
      onFocus={(event) => {
        // a tap on a term gives it the focus, and that is not visible
        if (event.target.matches(':focus-visible, .term')) set(event.target, 0);
      }}
      onBlur={() => set(undefined, 0)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || anchor === undefined) return;
        event.stopPropagation();
        set(undefined, 0);
      }}
    >
      {cloneElement(children, anchor === undefined ? {} : { 'aria-describedby': id })}
      {anchor !== undefined && (
        <Suspense>
          <TermTip id={id} term={term} anchor={anchor} />
        </Suspense>
      )}
    </span>
  );
}

/** A term inside a text. */
export function Term({ id, children }: { id: TermId; children: ReactNode }) {
  return (
    <Explained term={id}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what it means is not for the mouse alone */}
      <dfn className="term" tabIndex={0}>
        {children}
      </dfn>
    </Explained>
  );
}
