/** A pane: a named region that holds one view and can have the focus. */
import { lazy, Suspense } from 'react';
import { largePanes } from '../store/ui-store.ts';
import { views, type ViewId } from '../views/index.ts';
import { PaneCorner, PaneHead } from '../views/parts/PaneHead.tsx';
import { useWords } from '../views/parts/use-words.ts';

/** Panes whose view may still be on its way: their heads stand there before. */
const late: readonly ViewId[] = ['address-map', 'console', 'program'];

const Maximise = lazy(() => import('./Maximise.tsx').then((m) => ({ default: m.Maximise })));

/** Like any pane, and it can have all of the room. */
export function LargePane({ id, className }: { id: ViewId; className: string }) {
  const pane = largePanes.find((each) => each === id);
  const blank = <span className="pane-corner" />;
  return (
    <PaneCorner value={<Suspense fallback={blank}>{pane && <Maximise pane={pane} />}</Suspense>}>
      <Pane id={id} className={className} />
    </PaneCorner>
  );
}

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
