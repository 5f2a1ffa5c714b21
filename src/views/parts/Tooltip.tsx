/** A tip on hover and on focus. */
import type { JSX, ReactNode } from 'react';
import { Focusable } from 'react-aria-components/Focusable';
import { Tooltip as Tip, TooltipTrigger } from 'react-aria-components/Tooltip';

/** `children` is one focusable element that takes a ref and the usual handlers. */
export function Tooltip({ tip, children }: { tip: ReactNode; children: JSX.Element }) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Focusable>{children}</Focusable>
      <Tip className="tip" offset={6}>
        {tip}
      </Tip>
    </TooltipTrigger>
  );
}
