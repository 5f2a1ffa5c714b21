/** The views, in the order in which F6 goes round them. One line per view. */
import { createElement, lazy, Suspense, type ComponentType } from 'react';
import { useStore } from 'zustand';
import type { LabelId } from '../content/words/catalogue.ts';
import { isScript, programStore } from '../store/program-store.ts';
import { sessionStore } from '../store/session-store.ts';
import { withAllWords } from '../store/words.ts';
import { Inspector } from './inspector/Inspector.tsx';
import { Story } from './story/Story.tsx';
import { Topology } from './topology/Topology.tsx';

/** Caption, bus and hex are the first paint; the rest may come a moment after. */
const Console = lazy(() => import('./console/Console.tsx').then((m) => ({ default: m.Console })));

const AddressMap = lazy(() =>
  import('./address-map/AddressMap.tsx').then((m) => ({ default: m.AddressMap })),
);
const Timeline = lazy(() => import('./timeline/Timeline.tsx').then((m) => ({ default: m.Timeline })));
const Program = lazy(() =>
  withAllWords(import('./program/Program.tsx')).then((m) => ({ default: m.Program })),
);
const Script = lazy(() => withAllWords(import('./script/Script.tsx')).then((m) => ({ default: m.Script })));
const Composer = lazy(() => import('./composer/Composer.tsx').then((m) => ({ default: m.Composer })));

/** Views do not know each other: whoever lists them hands the composer to those that have a place for it. */
const composer = createElement(Suspense, undefined, createElement(Composer));
const Bus = () => createElement(Topology, { composer });
/** While a machine is opened nobody composes an access to it. */
function Config() {
  const isOpening = useStore(sessionStore, (s) => s.status === 'opening');
  return createElement(Inspector, undefined, isOpening ? undefined : composer);
}

/** Software at work: a program of ours, or a person's own. */
function Software() {
  const own = useStore(programStore);
  const isOwn = useStore(sessionStore, (s) => isScript(own, s));
  return createElement(isOwn ? Script : Program);
}

export type ViewId = 'story' | 'timeline' | 'topology' | 'inspector' | 'address-map' | 'console' | 'program';

/** A view fills the pane that the shell gives it: a flex column, padded, that does not scroll by itself. */
export interface ViewSpec {
  readonly id: ViewId;
  readonly title: LabelId;
  readonly Component: ComponentType;
}

export const views: readonly ViewSpec[] = [
  { id: 'story', title: 'view.story', Component: Story },
  { id: 'timeline', title: 'view.timeline', Component: Timeline },
  { id: 'topology', title: 'view.topology', Component: Bus },
  { id: 'inspector', title: 'view.inspector', Component: Config },
  { id: 'address-map', title: 'view.address-map', Component: AddressMap },
  { id: 'console', title: 'view.console', Component: Console },
  { id: 'program', title: 'view.program', Component: Software },
];
