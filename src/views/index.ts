/** The views, in the order in which F6 goes round them. One line per view. */
import { lazy, type ComponentType } from 'react';
import type { LabelId } from '../content/words/catalogue.ts';
import { AddressMap } from './address-map/AddressMap.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { Story } from './story/Story.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import { Topology } from './topology/Topology.tsx';

/** The console's language knows lspci and setpci: it may come a moment after the first paint. */
const Console = lazy(() => import('./console/Console.tsx').then((m) => ({ default: m.Console })));

export type ViewId = 'story' | 'timeline' | 'topology' | 'inspector' | 'address-map' | 'console';

/** A view fills the pane that the shell gives it: a flex column, padded, that does not scroll by itself. */
export interface ViewSpec {
  readonly id: ViewId;
  readonly title: LabelId;
  readonly Component: ComponentType;
}

export const views: readonly ViewSpec[] = [
  { id: 'story', title: 'view.story', Component: Story },
  { id: 'timeline', title: 'view.timeline', Component: Timeline },
  { id: 'topology', title: 'view.topology', Component: Topology },
  { id: 'inspector', title: 'view.inspector', Component: Inspector },
  { id: 'address-map', title: 'view.address-map', Component: AddressMap },
  { id: 'console', title: 'view.console', Component: Console },
];
