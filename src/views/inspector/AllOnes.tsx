/** A function that a dump holds as ones only: why that may be, most likely first. */
import { bdfText } from '../../session/names.ts';
import { sessionStore } from '../../store/session-store.ts';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';

const reasons = ['ones.asleep', 'ones.link', 'ones.permission', 'ones.number'] as const;

export function AllOnes({ fn, bdf }: { fn: number; bdf: number }) {
  const { t, pieces } = useWords();
  const path = sessionStore.getState().machine.board.parts[fn]?.path ?? '';
  return (
    <section className="inspector-ones">
      <p>
        <Said pieces={pieces('ones.title', { who: bdf < 0 ? path : bdfText(bdf) })} />
      </p>
      <p>{t('ones.likely')}</p>
      <ol>
        {reasons.map((id) => (
          <li key={id}>{t(id)}</li>
        ))}
      </ol>
      <p>
        <Said pieces={pieces('ones.lspci', undefined)} />
      </p>
    </section>
  );
}
