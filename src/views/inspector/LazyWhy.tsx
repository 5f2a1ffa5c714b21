/** The parts that say where values come from; they may come a moment after the first paint. */
import { lazy, Suspense, type ComponentProps } from 'react';

const Line = lazy(() => import('./WhyLine.tsx').then((m) => ({ default: m.WhyLine })));
const Box = lazy(() => import('./WhyBox.tsx').then((m) => ({ default: m.WhyBox })));

export function WhyLine(props: ComponentProps<typeof Line>) {
  return (
    <Suspense>
      <Line {...props} />
    </Suspense>
  );
}

export function WhyBox(props: ComponentProps<typeof Box>) {
  return (
    <Suspense>
      <Box {...props} />
    </Suspense>
  );
}
