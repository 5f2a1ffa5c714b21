/** The hex tab: the grid, its verbs, the selected register explained. */
import { useRef, useState } from 'react';
import { HexGrid } from './HexGrid.tsx';
import { HexToolbar } from './HexToolbar.tsx';
import { RegisterCard } from './RegisterCard.tsx';
import { useHex } from './use-hex.ts';
import type { Inspected } from './use-inspected.ts';

export function HexTab({ inspected }: { inspected: Inspected }) {
  const verbs = useHex(inspected);
  const [going, setGoing] = useState(false);
  const tab = useRef<HTMLDivElement>(null);
  const backToGrid = (): void => {
    requestAnimationFrame(() => {
      const at = document.activeElement;
      if (at === null || at === document.body)
        tab.current?.querySelector<HTMLElement>('.hex-cell[tabindex="0"]')?.focus();
    });
  };
  return (
    <div ref={tab} className="hex-tab">
      <HexGrid inspected={inspected} verbs={verbs} onGoTo={() => setGoing(true)} />
      <HexToolbar
        verbs={verbs}
        going={going}
        onGoing={(now) => {
          setGoing(now);
          if (!now) backToGrid();
        }}
      />
      <RegisterCard inspected={inspected} />
    </div>
  );
}
