/** Keys of the keyboard, as they are printed on it. */
import { Fragment } from 'react';

const mac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
const names: Readonly<Record<string, string>> = mac ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' } : { Mod: 'Ctrl' };

/** The caps of one shortcut: "Mod+Shift+Z" is Ctrl, Shift, Z. */
export function caps(keys: string): readonly string[] {
  return keys.split('+').map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}

export function Kbd({ children }: { children: string }) {
  return <kbd className="kbd">{children}</kbd>;
}

export function Keys({ keys }: { keys: string }) {
  return (
    <span className="kbd-row" dir="ltr">
      {caps(keys).map((cap) => (
        <Fragment key={cap}>
          <Kbd>{cap}</Kbd>
        </Fragment>
      ))}
    </span>
  );
}
