/** A sentence: values in mono and blue, results in bold, terms explained, names of registers with the English ones in their tip. */
import type { Message } from '../../base/problem.ts';
import { tipOf, type Piece } from '../../content/words/pieces.ts';
import { Term } from './Term.tsx';
import { useWords } from './use-words.ts';

/** A message, or pieces that are already chosen. */
export function Said(props: { message: Message } | { pieces: readonly Piece[] }) {
  const { pieces } = useWords();
  const parts = 'pieces' in props ? props.pieces : pieces(props.message.id, props.message.with);
  return parts.map((part, i) => {
    if (typeof part === 'string') return part;
    if ('value' in part)
      return (
        <code key={i} className="said-value" dir="ltr">
          {part.value}
        </code>
      );
    if ('term' in part)
      return (
        <Term key={i} id={part.term}>
          {part.text}
        </Term>
      );
    if ('names' in part) {
      const Text = part.isResult ? 'strong' : 'span';
      return (
        <Text key={i} className={part.isResult ? 'said-strong' : undefined} title={tipOf(part)}>
          {part.text}
        </Text>
      );
    }
    return (
      <strong key={i} className="said-strong">
        {part.strong}
      </strong>
    );
  });
}
