/** Where the selected bytes come from, in one line. Loaded after the first paint. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Place } from '../../session/provenance.ts';
import { restedStore } from '../../store/rested.ts';
import { seek, sessionStore } from '../../store/session-store.ts';
import { select } from '../../store/ui-store.ts';
import { whyOf } from '../../store/why.ts';
import { Why } from '../parts/Why.tsx';

export function WhyLine({ place }: { place: Place }) {
  const rested = useStore(restedStore);
  // looking far back at every moment of a scrub would hold it up: what was told last stands until it rests
  const asked = useStore(sessionStore, (s) => s.scrubbing) ? undefined : JSON.stringify(place);
  const answer = useMemo(() => {
    void asked;
    return whyOf(rested, place);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the place by its contents, and not while one scrubs
  }, [rested, asked]);
  return (
    <Why
      answer={answer}
      onGo={(row) => {
        select(place);
        seek(row + 1);
      }}
    />
  );
}
