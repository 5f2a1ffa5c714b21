/** A number in hex that becomes a bus write: Enter writes, Esc takes the text back. */
import { useState } from 'react';
import { hex, parseHex } from '../../base/hex.ts';
import { useWords } from '../parts/use-words.ts';

export function HexInput(props: {
  label: string;
  value: number;
  digits: number;
  /** The greatest value that fits. */
  most: number;
  reason?: string | undefined;
  onCommit: (value: number) => void;
}) {
  const { t } = useWords();
  const shown = hex(props.value, props.digits);
  const [text, setText] = useState<string | undefined>(undefined);
  const value = text === undefined ? undefined : parseHex(text.trim());
  const wrong = text !== undefined && (value === undefined || value > props.most);
  return (
    <input
      className="hex-input mono"
      dir="ltr"
      value={text ?? shown}
      size={Math.max(props.digits, 2)}
      aria-label={props.label}
      aria-invalid={wrong}
      title={wrong ? t('inspector.not-hex', { digits: hex(props.most) }) : props.reason}
      readOnly={props.reason !== undefined}
      spellCheck={false}
      autoComplete="off"
      data-pending={text === undefined ? undefined : ''}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => setText(undefined)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') setText(undefined);
        if (event.key !== 'Enter' || wrong) return;
        setText(undefined);
        props.onCommit(value ?? props.value);
      }}
    />
  );
}
