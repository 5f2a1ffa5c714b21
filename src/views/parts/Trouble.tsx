/** Something in the way: what, and opened why it is so and the way out; `children` may carry that out. */
import { useState, type ReactNode } from 'react';
import type { Message } from '../../base/problem.ts';
import { isTrouble } from '../../base/trouble.ts';
import { Said } from './Said.tsx';
import { useWords } from './use-words.ts';
import './trouble.css';

export function Trouble(props: { message: Message; about?: ReactNode; children?: ReactNode }) {
  const { message, about, children } = props;
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

/** Why, and the way out, of a message that stands in the way: a paragraph each. */
export function Reason({ message }: { message: Message }) {
  const { pieces } = useWords();
  if (!isTrouble(message)) return undefined;
  const { id, with: slots } = message;
  return (
    <>
      <p>
        <Said pieces={pieces(`${id}-why`, slots)} />
      </p>
      <p>
        <Said pieces={pieces(`${id}-fix`, slots)} />
      </p>
    </>
  );
}

/** The way out alone, in line with what was said. */
export function WayOut({ message }: { message: Message }) {
  const { pieces } = useWords();
  return isTrouble(message) && <Said pieces={pieces(`${message.id}-fix`, message.with)} />;
}
