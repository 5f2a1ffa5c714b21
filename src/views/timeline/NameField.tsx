/** Where a name is written: Enter keeps it, Escape does not. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

export function NameField(props: {
  label: string;
  name: string;
  hint?: string;
  x: number;
  onName: (name: string) => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const { label, name, hint, x, onName, onClose, children } = props;
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const keep = (): void => {
    if (text !== name) onName(text);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <form
      ref={form}
      className="timeline-naming"
      style={{ transform: `translateX(${String(x)}px)` }}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onBlur={(event) => {
        if (!form.current?.contains(event.relatedTarget)) keep();
      }}
    >
      <input
        ref={field}
        className="field ring-inside"
        aria-label={label}
        placeholder={hint}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {children}
    </form>
  );
}
