/** Where the selected bytes come from, in one line. Loaded after the first paint. */
import { useStore } from 'zustand';
import type { Place } from '../../session/provenance.ts';
import { seek, sessionStore } from '../../store/session-store.ts';
import { select } from '../../store/ui-store.ts';
import { whyOf } from '../../store/why.ts';
import { Why } from '../parts/Why.tsx';

export function WhyLine({ place }: { place: Place }) {
  useStore(sessionStore, (s) => s.generation);
  return (
    <Why
      answer={whyOf(sessionStore.getState(), place)}
      onGo={(row) => {
        select(place);
        seek(row + 1);
      }}
    />
  );
}
