/** Numbers, addresses and names of registers: mono, left to right in every language. */
import type { ReactNode } from 'react';

export function Mono({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span className={className === undefined ? 'mono' : `mono ${className}`} dir="ltr">
      {children}
    </span>
  );
}
