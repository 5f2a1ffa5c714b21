/** Commands that come a moment after the first paint: what a button, a tab or a menu of some view does, by name. */
import { act, sessionStore, setSpeed } from '../store/session-store.ts';
import {
  select,
  setSingleKeys,
  showDialog,
  showInspectorTab,
  showMapTab,
  showMapTable,
  showTopologyTab,
  uiStore,
  type InspectorTab,
  type LargePane,
  type MapTab,
  type TopologyTab,
} from '../store/ui-store.ts';
import type { Command, LateCommandId } from '../views/parts/command.ts';
import { exportCommands } from './export-commands.ts';
import { hexCommands } from './hex-commands.ts';
import { canMaximise, maximiseKey, toggleMaximised, toggleMaximisedPane } from './maximise.ts';
import { goTo } from './panes.ts';
import { offlineStore, reloadAnew } from './service-worker-client.ts';
import { togglePresent } from './present.ts';

type Late = Omit<Command, 'id'>;

const speeds = [0.25, 0.5, 1, 2, 4] as const;

/** The next speed up (1) or down (-1); undefined at the end of the row. */
function speedFrom(speed: number, by: 1 | -1): number | undefined {
  return by === 1 ? speeds.find((each) => each > speed) : speeds.findLast((each) => each < speed);
}

const speedBy = (by: 1 | -1, title: Late['title']): Late => ({
  title,
  group: 'story',
  isEnabled: () => speedFrom(sessionStore.getState().speed, by) !== undefined || 'reason.speed-end',
  run: () => setSpeed(speedFrom(sessionStore.getState().speed, by) ?? 1),
});

const inspectorTab = (tab: InspectorTab, title: Late['title']): Late => ({
  title,
  group: 'panels',
  run: () => {
    showInspectorTab(tab);
    goTo('inspector');
  },
});

const topologyTab = (tab: TopologyTab, title: Late['title']): Late => ({
  title,
  group: 'panels',
  run: () => {
    showTopologyTab(tab);
    goTo('topology');
  },
});

const mapTab = (tab: MapTab, title: Late['title']): Late => ({
  title,
  group: 'panels',
  run: () => {
    showMapTab(tab);
    goTo('address-map');
  },
});

const large = (pane: LargePane): Late => ({
  title: `command.maximise-${pane}`,
  group: 'panels',
  isEnabled: () => canMaximise() || 'reason.one-pane',
  run: () => toggleMaximisedPane(pane),
});

const toggleFold = (): void =>
  void import('../store/timeline-store.ts').then((m) => m.foldTimeline(!m.timelineStore.getState().folded));

const table: Readonly<Record<LateCommandId, Late>> = {
  'timeline-fold': { title: 'command.timeline-fold', group: 'story', run: toggleFold },
  maximise: {
    title: 'command.maximise',
    keys: [maximiseKey],
    group: 'panels',
    isEnabled: () => canMaximise() || 'reason.one-pane',
    run: toggleMaximised,
  },
  'maximise-timeline': large('timeline'),
  'maximise-topology': large('topology'),
  'maximise-inspector': large('inspector'),
  'maximise-address-map': large('address-map'),
  'maximise-console': large('console'),
  'maximise-program': large('program'),
  present: { title: 'command.present', keys: ['Shift+P'], group: 'page', run: togglePresent },
  settings: {
    title: 'command.settings',
    keys: ['Mod+,'],
    group: 'page',
    run: () => showDialog('settings'),
  },
  'single-keys': {
    title: 'command.single-keys',
    group: 'page',
    run: () => setSingleKeys(!uiStore.getState().singleKeys),
  },
  reload: {
    title: 'command.reload',
    group: 'page',
    isEnabled: () => offlineStore.getState().waiting !== undefined || 'reason.no-update',
    run: reloadAnew,
  },
  reset: { title: 'command.reset', group: 'edit', run: () => void act('reset', [{ do: 'reset' }]) },
  slower: speedBy(-1, 'command.slower'),
  faster: speedBy(1, 'command.faster'),
  'ends-only': { title: 'command.ends-only', group: 'story', run: () => setSpeed(Infinity) },
  'show-map': topologyTab('map', 'command.show-map'),
  'show-outline': topologyTab('outline', 'command.show-outline'),
  'show-fields': inspectorTab('fields', 'command.show-fields'),
  'show-hex': inspectorTab('hex', 'command.show-hex'),
  'show-bars': inspectorTab('bars', 'command.show-bars'),
  'show-capabilities': inspectorTab('capabilities', 'command.show-capabilities'),
  follow: {
    title: 'command.follow',
    group: 'panels',
    isEnabled: () => uiStore.getState().selection.fn !== undefined || 'reason.nothing-chosen',
    run: () => select({}),
  },
  'show-io': mapTab('io', 'command.show-io'),
  'show-memory': mapTab('memory', 'command.show-memory'),
  'map-table': {
    title: 'command.map-table',
    group: 'panels',
    run: () => {
      showMapTable(!uiStore.getState().mapTable);
      goTo('address-map');
    },
  },
};

void import('./printing.tsx').then((m) => m.preparePrinting());

const ids = Object.keys(table).filter((id): id is LateCommandId => id in table);

export const lateCommands: readonly Command[] = [
  ...ids.map((id) => ({ id, ...table[id] })),
  ...hexCommands,
  ...exportCommands,
];
