/** Controls in one row: as many as there is room for. The others are in the menu at its end, before what is always there. */
import { useLayoutEffect, useRef, useState, type JSX, type ReactNode, type RefObject } from 'react';
import { Menu, type MenuEntry } from './Menu.tsx';

/** A control, and the same as an entry of the menu. */
export interface Fitting {
  readonly node: ReactNode;
  readonly entry: MenuEntry;
}

/** How many children stand in the first line of a row that wraps. */
function useFitting(row: RefObject<HTMLElement | null>, words: string): number {
  const [fitting, setFitting] = useState(Infinity);
  useLayoutEffect(() => {
    const element = row.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const all = [...element.children].filter((each) => each instanceof HTMLElement);
      // nobody sees it: nothing is known
      if (element.clientWidth === 0) return;
      const first = all[0]?.offsetTop ?? 0;
      const wrapped = all.findIndex(({ offsetTop }) => offsetTop > first + 4);
      setFitting(wrapped < 0 ? Infinity : wrapped);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [row, words]);
  return fitting;
}

/** `children` is the button that opens the menu. */
export function FitRow(props: {
  items: readonly Fitting[];
  more?: readonly MenuEntry[];
  label: string;
  children: JSX.Element;
}) {
  const { items, more = [], label, children } = props;
  const row = useRef<HTMLDivElement>(null);
  const fitting = useFitting(row, items.map(({ entry }) => entry.title).join());
  return (
    <div className="fit">
      <div className="fit-items" ref={row}>
        {items.map(({ node, entry }, i) => (
          <div key={entry.id} className="fit-item" inert={i >= fitting}>
            {node}
          </div>
        ))}
      </div>
      <Menu
        label={label}
        placement="bottom end"
        entries={[...items.slice(fitting).map(({ entry }) => entry), ...more]}
      >
        {children}
      </Menu>
    </div>
  );
}
