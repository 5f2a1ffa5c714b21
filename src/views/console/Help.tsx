/** The console's help, made from the table of verbs. */
import { findVerb } from '../../session/console/language.ts';
import { verbs } from '../../session/console/verbs.ts';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';

export function Help({ verb }: { verb: string | undefined }) {
  const { t } = useWords();
  const found = verb === undefined ? undefined : findVerb(verb);
  return (
    <dl className="console-help">
      {(found ? [found] : verbs).map(({ name, usage, about, example }) => (
        <div key={name}>
          <dt>
            <code>
              <b>{name}</b> {t('console.usage', { usage })}
            </code>
          </dt>
          <dd>
            <Said message={about} /> {found && <code>{example}</code>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
