/** Every command of the page: the keys, the buttons, the shortcut sheet and the test handle run these and nothing else. */
import {
  boardStore,
  busOf,
  canRedo,
  canUndo,
  changeRules,
  redoNext,
  takeOut,
  undoLast,
  unplug,
  unplugRefusal,
} from '../store/board-store.ts';
import { chapterFrom } from '../store/chapters.ts';
import * as program from '../store/program-store.ts';
import * as session from '../store/session-store.ts';
import {
  find,
  nextTheme,
  offerComparison,
  offerDevice,
  offerText,
  setConsoleOpen,
  showDialog,
  uiStore,
} from '../store/ui-store.ts';
import type { LabelId } from '../content/words/catalogue.ts';
import type { Command, CommandId, CommandRegistry } from '../views/parts/command.ts';
import { nextLanguage } from './language.ts';
import { cycle, goTo } from './panes.ts';

const now = session.sessionStore.getState;
const notAtEnd = () => now().cursor < now().head || now().beat < now().beats.length || 'reason.at-end';
/** A program makes the accesses that are not there yet. */
const notAtEndOfAll = () => now().program !== undefined || notAtEnd();
const notAtStart = () => now().cursor > 0 || 'reason.at-start';

function phase(by: 1 | -1): void {
  const { chapters, cursor, head } = now();
  session.seek(chapterFrom(chapters, cursor, by, head));
}

/** They come with the timeline, after the first paint. */
const timeline = () => import('../store/timeline-store.ts');
const bookmarks = () => import('../store/bookmarks.ts');

const told = () => now().sentences.length > 0;
const noMore = (): LabelId => (told() ? 'reason.program-ended' : 'reason.no-program');

function openScript(): void {
  program.showScript();
  goTo('program');
}

function toggleProgram(): void {
  const shown = program.isShown(program.programStore.getState(), now());
  if (shown) program.showProgram(false);
  else goTo('program');
}

/** The function that a person has chosen, if they plugged it in. */
function chosen(): number | LabelId {
  const { fn } = uiStore.getState().selection;
  if (fn === undefined) return 'reason.nothing-chosen';
  return now().lines[fn] === undefined ? 'reason.built-in' : fn;
}

function unpluggable(): true | LabelId {
  const fn = chosen();
  if (typeof fn === 'string') return fn;
  if (!now().machine.isPresent(fn)) return 'reason.not-there';
  const refusal = unplugRefusal(fn);
  if (refusal === undefined) return true;
  return refusal.id === 'problem.bus-not-hot' ? 'reason.bus-not-hot' : 'reason.model-not-hot';
}

const table = {
  play: {
    title: 'command.play',
    keys: ['Space'],
    group: 'story',
    isEnabled: () => now().head > 0 || 'reason.at-end',
    run: () => (now().playing ? session.pause() : session.play()),
  },
  'step-next': {
    title: 'command.step-next',
    keys: ['.'],
    group: 'story',
    isEnabled: notAtEndOfAll,
    run: () => void program.nextAccess(),
  },
  'step-back': {
    title: 'command.step-back',
    keys: [','],
    group: 'story',
    isEnabled: notAtStart,
    run: () => session.step(-1),
  },
  'beat-next': {
    title: 'command.beat-next',
    keys: ["'"],
    group: 'story',
    isEnabled: notAtEnd,
    run: () => session.stepBeat(1),
  },
  'beat-back': {
    title: 'command.beat-back',
    keys: [';'],
    group: 'story',
    isEnabled: notAtStart,
    run: () => session.stepBeat(-1),
  },
  'phase-next': {
    title: 'command.phase-next',
    keys: ['Shift+.'],
    group: 'story',
    isEnabled: notAtEnd,
    run: () => phase(1),
  },
  'phase-back': {
    title: 'command.phase-back',
    keys: ['Shift+,'],
    group: 'story',
    isEnabled: notAtStart,
    run: () => phase(-1),
  },
  'go-start': {
    title: 'command.go-start',
    group: 'story',
    isEnabled: notAtStart,
    run: () => session.seek(0),
  },
  'go-end': {
    title: 'command.go-end',
    group: 'story',
    isEnabled: notAtEnd,
    run: () => session.seek(now().head),
  },
  'timeline-search': {
    title: 'command.search',
    keys: ['/'],
    group: 'story',
    run: () => void timeline().then((m) => m.find()),
  },
  'run-until': {
    title: 'command.run-until',
    group: 'story',
    run: () => void timeline().then((m) => m.askRunUntil(true)),
  },
  bookmark: {
    title: 'command.bookmark',
    keys: ['b'],
    group: 'story',
    run: () => void bookmarks().then((m) => m.bookmarkHere()),
  },
  'bookmark-next': {
    title: 'command.bookmark-next',
    group: 'story',
    run: () => void bookmarks().then((m) => m.stepBookmark(1)),
  },
  'bookmark-back': {
    title: 'command.bookmark-back',
    group: 'story',
    run: () => void bookmarks().then((m) => m.stepBookmark(-1)),
  },
  'zoom-in': {
    title: 'command.zoom-in',
    group: 'story',
    run: () => void timeline().then((m) => m.zoomBy(2)),
  },
  'zoom-out': {
    title: 'command.zoom-out',
    group: 'story',
    run: () => void timeline().then((m) => m.zoomBy(0.5)),
  },
  'zoom-fit': {
    title: 'command.zoom-fit',
    group: 'story',
    run: () => void timeline().then((m) => m.zoomTo(undefined)),
  },
  'zoom-phase': {
    title: 'command.zoom-phase',
    group: 'story',
    run: () => void timeline().then((m) => m.zoomToPhase()),
  },

  'run-program': {
    title: 'command.run-program',
    group: 'program',
    run: () => showDialog('run-program'),
  },
  program: { title: 'command.program', group: 'program', run: toggleProgram },
  script: { title: 'command.script', group: 'program', run: openScript },
  'program-next': {
    title: 'command.program-next',
    keys: ['F10'],
    group: 'program',
    isEnabled: () => (program.canGoOn() ? true : noMore()),
    run: () => void program.nextSentence(),
  },
  'program-back': {
    title: 'command.program-back',
    keys: ['F9'],
    group: 'program',
    isEnabled: () => program.canGoBack() || (told() ? 'reason.program-start' : 'reason.no-program'),
    run: () => void program.previousSentence(),
  },
  'program-run': {
    title: 'command.program-run',
    keys: ['F8'],
    group: 'program',
    isEnabled: () => (told() && notAtEndOfAll() === true ? true : noMore()),
    // the same key ends a run that goes on
    run: () => void (now().progress ? session.stopRun() : program.runOn()),
  },
  'program-restart': {
    title: 'command.program-restart',
    group: 'program',
    isEnabled: () => program.canRestart() || 'reason.no-program',
    run: () => void program.restart(),
  },

  undo: {
    title: 'command.undo',
    keys: ['Mod+Z'],
    group: 'edit',
    isEnabled: () => canUndo() || 'reason.nothing-to-undo',
    run: () => void undoLast(),
  },
  redo: {
    title: 'command.redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    group: 'edit',
    isEnabled: () => canRedo() || 'reason.nothing-to-redo',
    run: () => void redoNext(),
  },
  'add-device': {
    title: 'command.add-device',
    keys: ['n'],
    group: 'edit',
    isEnabled: () => now().scenario.machine !== 'dump' || 'reason.dump',
    run: () => offerDevice(busOf(uiStore.getState().selection.fn)),
  },
  'unplug-device': {
    title: 'command.unplug-device',
    group: 'edit',
    isEnabled: unpluggable,
    run: () => void unplug(uiStore.getState().selection.fn ?? -1),
  },
  'take-out-device': {
    title: 'command.take-out-device',
    group: 'edit',
    isEnabled: () => {
      const fn = chosen();
      return typeof fn === 'string' ? fn : true;
    },
    run: () => void takeOut(uiStore.getState().selection.fn ?? -1),
  },

  'panel-next': { title: 'command.panel-next', keys: ['F6'], group: 'panels', run: () => cycle(1) },
  'panel-back': { title: 'command.panel-back', keys: ['Shift+F6'], group: 'panels', run: () => cycle(-1) },
  'go-story': { title: 'command.go-story', keys: ['1'], group: 'panels', run: () => goTo('story') },
  'go-timeline': { title: 'command.go-timeline', keys: ['2'], group: 'panels', run: () => goTo('timeline') },
  'go-topology': { title: 'command.go-topology', keys: ['3'], group: 'panels', run: () => goTo('topology') },
  'go-inspector': {
    title: 'command.go-inspector',
    keys: ['4'],
    group: 'panels',
    run: () => goTo('inspector'),
  },
  'go-address-map': {
    title: 'command.go-address-map',
    keys: ['5'],
    group: 'panels',
    run: () => goTo('address-map'),
  },
  'go-console': { title: 'command.go-console', keys: ['6'], group: 'panels', run: () => goTo('console') },
  'go-program': { title: 'command.go-program', keys: ['7'], group: 'panels', run: () => goTo('program') },
  console: {
    title: 'command.console',
    group: 'panels',
    run: () => setConsoleOpen(!uiStore.getState().consoleOpen),
  },

  open: {
    title: 'command.open',
    keys: ['Mod+O'],
    group: 'page',
    run: () => offerText(''),
  },
  share: { title: 'command.share', keys: ['Mod+Shift+S'], group: 'page', run: () => showDialog('share') },
  'save-file': {
    title: 'command.save-file',
    keys: ['Mod+S'],
    group: 'page',
    run: () => void import('../store/sharing/files.ts').then((m) => m.saveSession()),
  },
  compare: { title: 'command.compare', keys: ['c'], group: 'page', run: () => offerComparison([]) },
  rules: { title: 'command.rules', group: 'page', run: changeRules },
  language: { title: 'command.language', group: 'page', run: nextLanguage },
  palette: {
    title: 'command.palette',
    keys: ['Mod+K', 'F1'],
    group: 'page',
    run: find,
  },
  theme: { title: 'command.theme', keys: ['t'], group: 'page', run: nextTheme },
  shortcuts: { title: 'command.shortcuts', keys: ['?'], group: 'page', run: () => showDialog('shortcuts') },
} as const satisfies Record<CommandId, Omit<Command, 'id'>>;

const made = (id: CommandId): Command => ({ id, ...table[id] });
const ids = Object.keys(table).filter((id): id is CommandId => id in table);
const byId = new Map(ids.map((id) => [id, made(id)]));
let all: readonly Command[] = [...byId.values()];

/** Adds the commands that the first paint does not need. */
export async function addLateCommands(): Promise<void> {
  const { lateCommands } = await import('./late-commands.ts');
  all = [...byId.values(), ...lateCommands];
}

export const commands: CommandRegistry = {
  get all() {
    return all;
  },
  find: (id) => byId.get(id) ?? made(id),
  subscribe(changed) {
    const stops = [
      session.sessionStore.subscribe(changed),
      boardStore.subscribe(changed),
      uiStore.subscribe(changed),
      program.programStore.subscribe(changed),
    ];
    return () => stops.forEach((stop) => stop());
  },
};
