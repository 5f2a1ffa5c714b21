/** What can be saved of the session. */
import { fileKinds, fileOf, save } from '../../store/sharing/files.ts';
import { chosen, type Choice } from '../../store/sharing/make.ts';
import { useWords } from '../parts/use-words.ts';

/** A file that somebody else makes: a drawing. */
export interface MoreFile {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly run: () => void;
}

export function Files({ choice, more = [] }: { choice: Choice; more?: readonly MoreFile[] }) {
  const { t } = useWords();
  // a file has room for the whole session
  const whole: Choice = { ...choice, what: 'session' };
  const entries: readonly MoreFile[] = [
    ...fileKinds.map((kind) => ({
      id: kind,
      title: t(`share.file-${kind}`),
      about: t(`share.file-${kind}-about`),
      run: () => void fileOf(kind, chosen(whole)).then(save),
    })),
    ...more,
  ];
  return (
    <ul className="share-files">
      {entries.map(({ id, title, about, run }) => (
        <li key={id}>
          <button type="button" className="share-file" onClick={run}>
            <b>{title}</b>
            <small>{about}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
