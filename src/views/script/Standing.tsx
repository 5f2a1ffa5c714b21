/** One line under the editor: where the program stands, or why it cannot run; and the keys. */
import type { Problem } from '../../base/problem.ts';
import type { ScriptPlace } from '../../store/script-store.ts';
import { caps } from '../parts/Kbd.tsx';
import { Said } from '../parts/Said.tsx';
import { WayOut } from '../parts/Trouble.tsx';
import { useWords } from '../parts/use-words.ts';
import { refusalText, type Refusal } from './Tools.tsx';

export function Standing(props: {
  place: ScriptPlace | undefined;
  problems: readonly Problem[];
  refusal: Refusal;
  keysId: string;
}) {
  const { place, problems, refusal, keysId } = props;
  const words = useWords();
  const { t, pieces } = words;
  const first = problems[0];
  const keys = t('script.keys', { run: caps('Mod+Enter').join('+'), point: caps('Mod+B').join('+') });
  return (
    <div className="script-foot">
      <p role="status" className="script-standing" data-wrong={first || place?.failed ? '' : undefined}>
        {refusal === 'long' || first ? (
          <>
            {refusalText(refusal, words)} {first && <Said message={first.message} />}
          </>
        ) : place?.failed ? (
          <Said message={place.failed.message} />
        ) : place?.next !== undefined ? (
          <Said pieces={pieces('script.before', { line: place.next })} />
        ) : (
          place && t('program.ended')
        )}
      </p>
      {first && (
        <div className="script-keys">
          <WayOut message={first.message} />
        </div>
      )}
      <p id={keysId} className="script-keys">
        {keys}
      </p>
    </div>
  );
}
