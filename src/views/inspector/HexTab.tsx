/** The hex tab: the grid, its verbs, the selected register explained. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { HexGrid } from './HexGrid.tsx';
import { HexToolbar } from './HexToolbar.tsx';
import { WhyBox } from './LazyWhy.tsx';
import { RegisterCard } from './RegisterCard.tsx';
import { useHex } from './use-hex.ts';
import type { Inspected } from './use-inspected.ts';

export function HexTab({ inspected }: { inspected: Inspected }) {
  const verbs = useHex(inspected);
  const [going, setGoing] = useState(false);
  const tab = useRef<HTMLDivElement>(null);
  const latest = useRef(verbs);
  useLayoutEffect(() => {
    latest.current = verbs;
  });
  const onGoing = useCallback((now: boolean): void => {
    setGoing(now);
    if (now) return;
    // the line that had the focus is gone: back to the grid
    requestAnimationFrame(() => {
      if (document.activeElement === document.body)
        tab.current?.querySelector<HTMLElement>('.hex-cell[tabindex="0"]')?.focus();
    });
  }, []);
  const onGoTo = useCallback((): void => setGoing(true), []);
  const [asking, setAsking] = useState<Element | undefined>(undefined);
  const { offset, bytes } = verbs.range;
  const isKnown = offset < inspected.space.known;
  const onWhy = useCallback((): void => {
    if (isKnown) setAsking(tab.current?.querySelector('.hex-cell[tabindex="0"]') ?? undefined);
  }, [isKnown]);
  return (
    <div ref={tab} className="hex-tab">
      <HexGrid inspected={inspected} verbs={verbs} onGoTo={onGoTo} onWhy={onWhy} />
      <HexToolbar
        verbs={latest}
        blocked={verbs.blocked}
        width={verbs.width}
        masked={verbs.masked}
        pending={verbs.pending}
        hasPrevious={verbs.previous >= 0}
        hasNext={verbs.next >= 0}
        going={going}
        onGoing={onGoing}
        isKnown={isKnown}
        onWhy={onWhy}
      />
      <RegisterCard inspected={inspected} />
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
