/** The hex tab: the verbs, the grid, the selected register explained. What it can do besides comes after the first paint. */
import { lazy, Suspense, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { hexStore } from '../../store/hex-store.ts';
import { near } from '../../store/near.ts';
import { HexGrid } from './HexGrid.tsx';
import { HexToolbar } from './HexToolbar.tsx';
import { WhyBox } from './LazyWhy.tsx';
import { useHex } from './use-hex.ts';
import type { Inspected } from './use-inspected.ts';

const more = () => near.then(() => import('./HexMore.tsx'));
const HexAbove = lazy(() => more().then((m) => ({ default: m.HexAbove })));
const RegisterCard = lazy(() => import('./RegisterCard.tsx').then((m) => ({ default: m.RegisterCard })));
const HexTold = lazy(() => more().then((m) => ({ default: m.HexTold })));

/** What the card of most registers takes, so that nothing moves when it comes. */
const cardHeight = 183;

export function HexTab({ inspected }: { inspected: Inspected }) {
  const verbs = useHex(inspected);
  const line = useStore(hexStore, (s) => s.line);
  const tab = useRef<HTMLDivElement>(null);
  const latest = useRef(verbs);
  useLayoutEffect(() => {
    latest.current = verbs;
  });
  const [asking, setAsking] = useState<Element | undefined>(undefined);
  const { offset, bytes } = verbs.range;
  const isKnown = offset < inspected.space.known;
  const onWhy = useCallback((): void => {
    if (isKnown) setAsking(tab.current?.querySelector('.hex-cell[tabindex="0"]') ?? undefined);
  }, [isKnown]);
  return (
    <div ref={tab} className="hex-tab" data-hardware={verbs.hardware ? '' : undefined}>
      <Suspense>
        <HexAbove
          tab={tab}
          inspected={inspected}
          verbs={verbs}
          onWhy={onWhy}
          isAsking={asking !== undefined}
        />
      </Suspense>
      <div className="hex-verbs">
        {line === undefined ? (
          <HexToolbar
            verbs={latest}
            blocked={verbs.blocked}
            width={verbs.width}
            masked={verbs.masked}
            pending={verbs.pending}
            hasPrevious={verbs.previous >= 0}
            hasNext={verbs.next >= 0}
            isKnown={isKnown}
            hardware={verbs.hardware}
            onWhy={onWhy}
          />
        ) : undefined}
        <div className="hex-line" />
        <Suspense>
          <HexTold inspected={inspected} />
        </Suspense>
      </div>
      <HexGrid inspected={inspected} verbs={verbs} onWhy={onWhy} />
      <Suspense fallback={<section className="reg" style={{ height: cardHeight }} />}>
        <RegisterCard inspected={inspected} />
      </Suspense>
      {asking && (
        <WhyBox
          inspected={inspected}
          anchor={asking}
          offset={offset}
          bytes={bytes}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}
