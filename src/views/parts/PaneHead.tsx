/** The head of a pane: its name at the left, its tools at the right. */
import { createContext, useContext, type ReactNode } from 'react';

/** What the shell puts at the end of the head of every pane: the way to give it all of the room. */
export const PaneCorner = createContext<ReactNode>(undefined);

export function PaneHead({
  title,
  caps = true,
  children,
}: {
  title: ReactNode;
  caps?: boolean;
  children?: ReactNode;
}) {
  const corner = useContext(PaneCorner);
  return (
    <div className="pane-head">
      <h2 className="pane-title" data-caps={caps ? '' : undefined}>
        {title}
      </h2>
      {children !== undefined && <div className="pane-tools">{children}</div>}
      {corner}
    </div>
  );
}
