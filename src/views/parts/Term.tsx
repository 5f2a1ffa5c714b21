/** A term of the glossary: what it is, in both languages, on hover, on focus and on a tap. Escape hides it. */
import { cloneElement, lazy, Suspense, type JSX, type ReactNode } from 'react';
import type { TermId } from '../../content/words/glossary.ts';
import { useTip } from './use-tip.ts';

const TermTip = lazy(() => import('./TermTip.tsx').then((m) => ({ default: m.TermTip })));

/** Explains what it stands around: one focusable element that has another purpose too, as a tab has. */
export function Explained({ term, children }: { term: TermId; children: JSX.Element }) {
  // a tap on a term gives it the focus, and that is not visible
  const { id, anchor, events, described } = useTip({ after: 300, focus: ':focus-visible, .term' });
  return (
    <span className="tip-anchor" role="presentation" {...events}>
      {cloneElement(children, described)}
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
