/** Where a value comes from, in one line: what made it, with the way there, and in whose words. */
import type { Answer } from '../../store/why.ts';
import { Button } from './Button.tsx';
import { Said } from './Said.tsx';
import { useWords, type Words } from './use-words.ts';

const headOf = ({ kind, row, isNow }: Answer, { t }: Words): string =>
  row < 0 ? t('why.plain', { kind }) : t('why.made', { kind, step: row + 1, now: isNow });

/** The same as plain text: "Written by step 37: outl cfc febc0000". */
export function whyText(answer: Answer, words: Words): string {
  const { maker } = answer;
  const head = headOf(answer, words);
  if (maker === undefined) return head;
  const by =
    maker.by === 'person'
      ? maker.text
      : words.t('text.named', {
          name: words.name(`program.${maker.program}`),
          text: words.render(maker.say),
        });
  return words.t('text.named', { name: head, text: by });
}

/** `onGo` goes to a row of the trace. */
export function Why({ answer, onGo }: { answer: Answer; onGo: (row: number) => void }) {
  const words = useWords();
  const { t, name } = words;
  const { row, isNow, maker, again } = answer;
  const head = headOf(answer, words);
  const colon = t('text.named', { name: '', text: '' });
  return (
    <span className="why">
      {row < 0 || isNow ? (
        head
      ) : (
        <Button className="why-link" onClick={() => onGo(row)}>
          {head}
        </Button>
      )}
      {maker?.by === 'person' && (
        <>
          {colon}
          <code dir="ltr">{maker.text}</code>
        </>
      )}
      {maker?.by === 'program' && (
        <>
          {colon}
          {name(`program.${maker.program}`)}
          {colon}
          <Said message={maker.say} />
        </>
      )}
      {again >= 0 && (
        <>
          {' · '}
          <Button className="why-link" onClick={() => onGo(again)}>
            {t('why.again', { step: again + 1 })}
          </Button>
        </>
      )}
    </span>
  );
}
