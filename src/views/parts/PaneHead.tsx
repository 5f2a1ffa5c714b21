/** The head of a pane: its name at the left, its tools at the right. */
import type { ReactNode } from 'react';

export function PaneHead({
  title,
  caps = true,
  children,
}: {
  title: ReactNode;
  caps?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className="pane-head">
      <h2 className="pane-title" data-caps={caps ? '' : undefined}>
        {title}
      </h2>
      {children !== undefined && <div className="pane-tools">{children}</div>}
    </div>
  );
}
