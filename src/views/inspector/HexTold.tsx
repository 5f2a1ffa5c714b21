/** What a write came to, what was copied, what cannot be: said once, over the tools, until the next key or for a moment. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { hex } from '../../base/hex.ts';
import { hexStore, setHex } from '../../store/hex-store.ts';
import { Said } from '../parts/Said.tsx';
import { WayOut } from '../parts/Trouble.tsx';
import { useWords } from '../parts/use-words.ts';
import { isMasked } from './bits-layout.ts';
import { resultOf } from './hex-result.ts';
import type { Inspected } from './use-inspected.ts';

const writtenMs = 1500;
/** A sentence to read. */
const sentenceMs = 6000;

export function HexTold({ inspected }: { inspected: Inspected }) {
  const { t, pieces, render } = useWords();
  const told = useStore(hexStore, (s) => s.told);
  const { machine, fn, explanation, beats, beat } = inspected;
  const effect = explanation?.row.fn === fn ? explanation.effect : undefined;
  const isDue = told?.kind !== 'written' || (explanation?.row.row === told.row && isMasked(beats, beat));
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (told === undefined || !isDue || held) return undefined;
    const done = (): void => setHex({ told: undefined });
    const timer = setTimeout(done, told.kind === 'written' ? writtenMs : sentenceMs);
    addEventListener('keydown', done, true);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', done, true);
    };
  }, [told, isDue, held]);

  const content = () => {
    if (told === undefined || !isDue) return undefined;
    switch (told.kind) {
      case 'written': {
        if (!effect) return undefined;
        const result = resultOf(effect, machine.shape(fn).w1c[effect.word] ?? 0);
        const digits = (n: number): string => hex(n, result.digits).toUpperCase();
        const { tried, mask, now, refused, cleared } = result;
        return (
          <Said
            pieces={pieces('hex.result', {
              tried: digits(tried),
              mask: digits(mask),
              now: digits(now),
              refused,
              cleared,
            })}
          />
        );
      }
      case 'label':
        return t(told.id);
      case 'problem':
        return (
          <>
            {render(told.message)}
            <WayOut message={told.message} />
          </>
        );
      case 'copied':
        return t('hex.copied', { bytes: told.bytes, format: told.format });
    }
  };
  const said = content();
  return (
    <div
      role="status"
      className="hex-told"
      data-kind={said === undefined ? undefined : told?.kind}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {said}
    </div>
  );
}
