/** What a presenter does, made visible: a ring around the pointer, and the key that was just pressed. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { showStore } from '../store/show-store.ts';
import { caps, Kbd } from '../views/parts/Kbd.tsx';

const restMs = 2500;
const keyMs = 1000;

/** A ring around the pointer while it moves; it goes when the pointer rests. */
export function Halo() {
  const ring = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = (event: PointerEvent): void => {
      const { current } = ring;
      if (current === null || event.pointerType === 'touch') return;
      const zoom = current.getBoundingClientRect().width / current.offsetWidth;
      current.style.translate = `${String(event.clientX / zoom)}px ${String(event.clientY / zoom)}px`;
      current.dataset['on'] = '';
      clearTimeout(timer);
      timer = setTimeout(() => delete current.dataset['on'], restMs);
    };
    addEventListener('pointermove', moved);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', moved);
    };
  }, []);
  return <div ref={ring} className="present-halo" aria-hidden="true" />;
}

const modifiers: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'];
const names: Readonly<Record<string, string>> = { ' ': 'Space', Escape: 'Esc' };

/** What a press is called on the wall; nothing for a modifier alone. */
function spelt({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string | undefined {
  if (modifiers.includes(key)) return undefined;
  const name = names[key] ?? key;
  const isLetter = /^[a-z]$/i.test(name);
  return [ctrlKey || metaKey ? 'Mod' : '', shiftKey && isLetter ? 'Shift' : '', name]
    .filter((part) => part !== '')
    .join('+');
}

/** The key that was pressed, for a second. */
export function PressedKeys() {
  const isOn = useStore(showStore, (s) => s.showKeys);
  const [pressed, setPressed] = useState<{ readonly keys: string; readonly at: number }>();
  useEffect(() => {
    if (!isOn) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const keys = spelt(event);
      if (keys !== undefined) setPressed({ keys, at: event.timeStamp });
    };
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, [isOn]);
  useEffect(() => {
    if (pressed === undefined) return undefined;
    const timer = setTimeout(() => setPressed(undefined), keyMs);
    return () => clearTimeout(timer);
  }, [pressed]);
  if (!isOn || pressed === undefined) return undefined;
  return (
    <div className="present-keys" aria-hidden="true">
      {(pressed.keys === '+' ? ['+'] : caps(pressed.keys)).map((cap) => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
    </div>
  );
}
