/** Something in the way: what, and opened why it is so and the way out. */
import { useState, type ReactNode } from 'react';
import type { Message } from '../../base/problem.ts';
import { isTrouble } from '../../base/trouble.ts';
import { Said } from './Said.tsx';
import { useWords, type Words } from './use-words.ts';
import './trouble.css';

/** `children` go the way out, or offer to, and are told instead of it. */
export function Trouble(props: { message: Message; about?: ReactNode; children?: ReactNode }) {
  const { message, about, children = <WayOut message={message} /> } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="trouble" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="trouble-mark" aria-hidden="true">
          ✕
        </span>
        <span>
          <Said message={message} />
          {about}
        </span>
      </summary>
      {isOpen && (
        <div className="trouble-more">
          <Reason message={message} />
          {children}
        </div>
      )}
    </details>
  );
}

type About = Readonly<{ message: Message }>;

function Told({ message, which }: About & { which: 'why' | 'fix' }) {
  const { pieces } = useWords();
  if (!isTrouble(message)) return undefined;
  return (
    <p>
      <Said pieces={pieces(`${message.id}-${which}`, message.with)} />
    </p>
  );
}

/** Why it is so. */
export const Reason = ({ message }: About) => <Told message={message} which="why" />;

/** The way out. */
export const WayOut = ({ message }: About) => <Told message={message} which="fix" />;

/** Both as plain text, for a tip where there is no room for more. */
export const reasonOf = ({ pieces, plain }: Words, message: Message): string | undefined =>
  isTrouble(message)
    ? (['why', 'fix'] as const)
        .map((which) => plain(pieces(`${message.id}-${which}`, message.with)))
        .join('\n')
    : undefined;
