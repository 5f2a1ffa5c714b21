/** The link of a choice, made anew whenever the choice or the session changes. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { linkOf, type Choice } from '../../store/sharing/make.ts';
import { sessionStore } from '../../store/session-store.ts';

/** Undefined while it is being made. */
export function useLink(choice: Choice): string | undefined {
  const [made, setMade] = useState<{ readonly of: Choice; readonly link: string }>();
  const log = useStore(sessionStore, (s) => s.log);
  const cursor = useStore(sessionStore, (s) => s.cursor);
  const scenario = useStore(sessionStore, (s) => s.scenario);
  useEffect(() => {
    let stale = false;
    void linkOf(choice).then((link) => {
      if (!stale) setMade({ of: choice, link });
    });
    return () => {
      stale = true;
    };
  }, [choice, log, cursor, scenario]);
  return made?.of === choice ? made.link : undefined;
}

/** How far a link of so many characters gets. */
export type Verdict = 'fits' | 'long' | 'too-long';

export const verdictOf = (characters: number): Verdict =>
  characters <= 2000 ? 'fits' : characters <= 8000 ? 'long' : 'too-long';

/** Bytes that a QR code is offered for: more cannot be read from the back of a room. */
export const mostInQr = 1200;
