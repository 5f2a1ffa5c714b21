/** A name of the specifications as the page says it, with the English one beside it where that is another. */
import { useWords } from './use-words.ts';

export function SpecName({ name }: { name: string }) {
  const { term } = useWords();
  const own = term(name);
  if (own.includes(name)) return own;
  return (
    <>
      {own}{' '}
      <span className="spec-name" lang="en" title={name}>
        {name}
      </span>
    </>
  );
}
