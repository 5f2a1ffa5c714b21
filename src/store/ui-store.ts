/** What the person looks at and prefers: never a fact about the machine. */
import { createStore } from 'zustand/vanilla';
import type { Problem } from '../base/problem.ts';
import { recall, remember } from './persist.ts';

/** One place, shared by all views: a function, bytes of its config space, a row of the trace. */
export interface Selection {
  /** Index of the function on the board (not its BDF, which software may change). */
  readonly fn?: number;
  /** Byte offset in config space. */
  readonly offset?: number;
  /** Bytes from `offset`. */
  readonly bytes?: number;
  /** Of those bytes only bits `hi..lo`, counted from bit 0 of the first. */
  readonly hi?: number;
  readonly lo?: number;
  /** Row of the trace. */
  readonly row?: number;
}

export const inspectorTabs = ['fields', 'hex', 'bars', 'capabilities'] as const;
export type InspectorTab = (typeof inspectorTabs)[number];
export const mapTabs = ['io', 'memory'] as const;
export type MapTab = (typeof mapTabs)[number];
export const topologyTabs = ['map', 'outline'] as const;
export type TopologyTab = (typeof topologyTabs)[number];
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const motions = ['auto', 'full', 'reduced', 'none'] as const;
export type Motion = (typeof motions)[number];
/** How much is said of a step to those who listen. */
export const announcements = ['terse', 'normal', 'verbose'] as const;
export type Announcements = (typeof announcements)[number];
/** Panels that a phone shows one at a time. */
export const phoneTabs = ['topology', 'inspector', 'address-map', 'console', 'program'] as const;
export type PhoneTab = (typeof phoneTabs)[number];

/** Panes that can have all of the room. */
export const largePanes = ['timeline', 'topology', 'inspector', 'address-map', 'console', 'program'] as const;
export type LargePane = (typeof largePanes)[number];

/** Height in pixels of a window that has room for an open console and for branches. */
export const leastTall = 760;

/** What came of a link. */
export interface Linked {
  /** There was a machine in it. */
  readonly opened: boolean;
  readonly problems: readonly Problem[];
  /** What was open before can be had back. */
  readonly isKept: boolean;
}

export interface Ui {
  readonly selection: Selection;
  /** Weaker than the selection; empty when nothing is under the pointer. */
  readonly hover: Selection;
  readonly inspectorTab: InspectorTab;
  readonly mapTab: MapTab;
  /** The address map as a table instead of a column. */
  readonly mapTable: boolean;
  readonly topologyTab: TopologyTab;
  readonly theme: Theme;
  readonly motion: Motion;
  readonly announcements: Announcements;
  readonly consoleOpen: boolean;
  readonly phoneTab: PhoneTab;
  /** The pane that has all of the room, the others waiting. */
  readonly maximised: LargePane | undefined;
  /** Whether single characters are shortcuts (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  /** The dialog on top, if any. */
  readonly dialog:
    | 'shortcuts'
    | 'palette'
    | 'settings'
    | 'open'
    | 'add-device'
    | 'run-program'
    | 'compare'
    | 'share'
    | undefined;
  /** What was typed in the palette, or for it before it was there. */
  readonly finding: string;
  /** Text that was dropped or pasted somewhere, for the Open dialog. */
  readonly opening: string;
  /** A file that is too large to be opened whole. */
  readonly tooLarge: File | undefined;
  /** Texts dropped together, for the comparison. */
  readonly comparing: readonly { readonly name: string; readonly text: string }[];
  /** What came of the link that was opened, while somebody has not put it away. */
  readonly linked: Linked | undefined;
  /** The bus that the Add dialog begins with, by its name on the board. */
  readonly addingTo: string | undefined;
}

const oneOf = <T extends string>(all: readonly T[], text: string | undefined, otherwise: T): T =>
  all.find((each) => each === text) ?? otherwise;

export const uiStore = createStore<Ui>(() => ({
  selection: {},
  hover: {},
  inspectorTab: 'hex',
  mapTab: 'memory',
  mapTable: false,
  topologyTab: 'map',
  theme: oneOf(themes, recall('theme'), 'auto'),
  motion: oneOf(motions, recall('motion'), 'auto'),
  announcements: oneOf(announcements, recall('announcements'), 'normal'),
  // folded from the start in a low window: folded later, it would jump
  consoleOpen: !(globalThis.innerHeight < leastTall),
  phoneTab: 'topology',
  maximised: largePanes.find((pane) => pane === recall('maximised')),
  singleKeys: recall('single-keys') !== 'off',
  dialog: undefined,
  finding: '',
  opening: '',
  tooLarge: undefined,
  comparing: [],
  linked: undefined,
  addingTo: undefined,
}));

const set = (change: Partial<Ui>): void => uiStore.setState(change);

/** Replaces the selection; fields that are left out become unselected. */
export const select = (selection: Selection): void => set({ selection });
/** Replaces the hover; `hover({})` when the pointer leaves. */
export function hover(at: Selection): void {
  const { hover: was } = uiStore.getState();
  const keys = ['fn', 'offset', 'bytes', 'hi', 'lo'] as const;
  if (keys.some((key) => was[key] !== at[key])) set({ hover: at });
}
export const showInspectorTab = (inspectorTab: InspectorTab): void => set({ inspectorTab });
export const showMapTab = (mapTab: MapTab): void => set({ mapTab });
export const showMapTable = (mapTable: boolean): void => set({ mapTable });
export const showTopologyTab = (topologyTab: TopologyTab): void => set({ topologyTab });
export const showPhoneTab = (phoneTab: PhoneTab): void => set({ phoneTab });
export const setConsoleOpen = (consoleOpen: boolean): void => set({ consoleOpen });
/** Gives a pane all of the room, or (undefined) every pane its own; the next visit begins with it. */
export function maximise(pane: LargePane | undefined): void {
  if (pane === 'console' || pane === 'program') setConsoleOpen(true);
  remember('maximised', pane ?? '');
  set({ maximised: pane });
}
export const showDialog = (dialog: Ui['dialog']): void => set({ dialog });
/** Opens the palette; what is typed until it is there is kept for it. */
export const find = (): void => set({ dialog: 'palette', finding: '' });
export const findText = (finding: string): void => set({ finding });
export function typeAhead(key: string): void {
  const { dialog, finding } = uiStore.getState();
  if (dialog === 'palette' && key.length === 1) set({ finding: finding + key });
}
/** Opens the Open dialog on a text. */
export const offerText = (opening: string): void => set({ dialog: 'open', opening, tooLarge: undefined });
/** Opens it on a file of which only a part can be taken. */
export const offerLarge = (tooLarge: File): void => set({ dialog: 'open', opening: '', tooLarge });
/** Opens the comparison, of machines that came as text if any are given. */
export const offerComparison = (comparing: Ui['comparing']): void => set({ dialog: 'compare', comparing });
/** Opens the Add dialog, with a bus chosen if one is meant. */
export const offerDevice = (addingTo?: string): void => set({ dialog: 'add-device', addingTo });

export function setMotion(motion: Motion): void {
  remember('motion', motion);
  set({ motion });
}

export function setAnnouncements(to: Announcements): void {
  remember('announcements', to);
  set({ announcements: to });
}

export function setTheme(theme: Theme): void {
  remember('theme', theme);
  set({ theme });
}

export function setSingleKeys(singleKeys: boolean): void {
  remember('single-keys', singleKeys ? 'on' : 'off');
  set({ singleKeys });
}

/** auto → light → dark → auto. */
export function nextTheme(): void {
  const at = themes.indexOf(uiStore.getState().theme);
  setTheme(themes[(at + 1) % themes.length] ?? 'auto');
}
