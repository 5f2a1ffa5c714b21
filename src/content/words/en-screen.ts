/** English words of the screen itself, one group per view. A view adds its own here. */
import { said, strong, type Said } from './pieces.ts';

export const screen = {
  'app.name': 'cf8',
  'app.tagline': 'An interactive PCI bus',
  'app.skip': 'Skip to the machine',
  'app.summary': (s: { title: string; at: number; of: number; sentence: string }) =>
    `${s.title}. Step ${String(s.at)} of ${String(s.of)}: ${s.sentence} Press period to step on.`,

  'header.scenario': 'Scenario',
  'header.more': 'More',

  'view.story': 'Story',
  'view.timeline': 'Timeline',
  'view.topology': 'Bus',
  'view.inspector': 'Configuration',
  'view.address-map': 'Address map',
  'view.console': 'Console',
  'view.coming': 'Nothing is drawn here yet.',

  'tab.topology': 'Bus',
  'tab.inspector': 'Config',
  'tab.address-map': 'Map',
  'tab.console': 'Console',
  'tab.bar': 'Panels',

  'pane.resize-columns': (s: { left: string; right: string }) => `Resize ${s.left} and ${s.right}`,
  'pane.resize-console': 'Resize the console',
  'pane.scrollable': (s: { title: string }) => `${s.title}, scrollable`,

  'story.counter': (s: { at: string; of: string }) => said`${strong(s.at)} of ${s.of}`,
  'story.counter-spoken': (s: { at: string; of: string }) => `Step ${s.at} of ${s.of}`,
  'story.transport': 'Transport',

  'command.step-next': 'Next step',
  'command.step-back': 'Previous step',
  'command.phase-next': 'Next phase',
  'command.phase-back': 'Previous phase',
  'command.beat-next': 'Next beat',
  'command.beat-back': 'Previous beat',
  'command.play': 'Play',
  'command.pause': 'Pause',
  'command.go-start': 'Go to the start',
  'command.go-end': 'Go to the end',
  'command.undo': 'Undo',
  'command.redo': 'Redo',
  'command.theme': 'Theme: automatic, light, dark',
  'command.console': 'Show or hide the console',
  'command.shortcuts': 'Keyboard shortcuts',
  'command.open': 'Open…',
  'command.panel-next': 'Next panel',
  'command.panel-back': 'Previous panel',
  'command.search': 'Search the timeline',
  'command.go-story': 'Go to the story',
  'command.go-timeline': 'Go to the timeline',
  'command.go-topology': 'Go to the bus',
  'command.go-inspector': 'Go to the configuration',
  'command.go-address-map': 'Go to the address map',
  'command.go-console': 'Go to the console',

  'group.story': 'Story',
  'group.panels': 'Panels',
  'group.edit': 'Edit',
  'group.page': 'Page',

  'reason.at-start': 'This is the first step.',
  'reason.at-end': 'This is the last step.',
  'reason.nothing-to-undo': 'Nothing to undo.',
  'reason.nothing-to-redo': 'Nothing to redo.',
  'reason.not-yet': 'Not built yet.',

  'theme.auto': 'Theme: as the system',
  'theme.light': 'Theme: light',
  'theme.dark': 'Theme: dark',

  'shortcuts.title': 'Keyboard shortcuts',
  'shortcuts.filter': 'Find a shortcut',
  'shortcuts.single': 'Shortcuts of a single character, such as . and t',
  'shortcuts.none': (s: { text: string }) => `No shortcut has “${s.text}” in its name.`,
  'dialog.close': 'Close',

  'motion.reduced': 'Motion is reduced by your system.',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
