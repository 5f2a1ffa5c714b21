/** A pane: a named region that holds one view and can have the focus. */
import { Suspense } from 'react';
import { views, type ViewId } from '../views/index.ts';
import { PaneHead } from '../views/parts/PaneHead.tsx';
import { useWords } from '../views/parts/use-words.ts';

/** Panes whose view may still be on its way: their heads stand there before. */
const late: readonly ViewId[] = ['address-map', 'console', 'program'];

export function Pane({ id, className }: { id: ViewId; className: string }) {
  const { t } = useWords();
  const spec = views.find((view) => view.id === id);
  if (spec === undefined) return undefined;
  return (
    <section className={className} aria-label={t(spec.title)} data-pane={id} tabIndex={-1}>
      <Suspense fallback={late.includes(id) && <PaneHead title={t(spec.title)} />}>
        <spec.Component />
      </Suspense>
    </section>
  );
}
