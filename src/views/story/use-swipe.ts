/** Swiping the sentence left or right steps on or back: only there, never on a picture. */
import { useRef, type PointerEvent } from 'react';
import { useCommands } from '../parts/command.ts';

const far = 48;

export function useSwipe() {
  const commands = useCommands();
  const from = useRef<{ x: number; y: number } | undefined>(undefined);
  return {
    onPointerDown(event: PointerEvent) {
      from.current = event.pointerType === 'touch' ? { x: event.clientX, y: event.clientY } : undefined;
    },
    onPointerUp(event: PointerEvent) {
      const start = from.current;
      from.current = undefined;
      if (start === undefined) return;
      const dx = event.clientX - start.x;
      if (Math.abs(dx) < far || Math.abs(dx) < 2 * Math.abs(event.clientY - start.y)) return;
      const command = commands.find(dx < 0 ? 'step-next' : 'step-back');
      if ((command.isEnabled?.() ?? true) === true) command.run();
    },
  };
}
