/** English words of putting parts in and taking them out, and of the list of problems. */
import { plural, said, strong, type Said } from '../pieces.ts';

export const devices = {
  'command.add-device': 'Add a device…',
  'command.unplug-device': 'Unplug',
  'command.take-out-device': 'Take out',
  'reason.dump': 'This machine is known from a dump only: nothing can be added to it.',
  'reason.nothing-chosen': 'Choose a device first.',
  'reason.built-in': 'It came with the machine.',
  'reason.not-there': 'It is not plugged in at this step.',
  'reason.bus-not-hot': 'Its bus takes nothing in or out while the machine runs.',
  'reason.model-not-hot': 'This model cannot be pulled out while the machine runs.',

  'topology.device-menu': (s: { who: string }) => `What to do with ${s.who}`,
  'topology.device-menu-none': 'What to do with the chosen device',
  'topology.unplug-note': 'A step of the story: it goes while the machine runs.',
  'topology.take-out-note': 'The same story, as if it had never been there.',

  'change.added': (s: { part: string }) => said`${strong(s.part)} is in the machine.`,
  'change.taken-out': (s: { part: string }) => said`${strong(s.part)} is out of the machine.`,
  'change.undo': 'Undo',
  'change.redo': 'Redo',
  'change.forget': 'Dismiss',

  'problems.title': 'Problems',
  'problems.count': (s: { problems: number; warnings: number; notes: number }) =>
    [
      ...(s.problems > 0 ? [plural(s.problems, 'problem')] : []),
      ...(s.warnings > 0 ? [plural(s.warnings, 'warning')] : []),
      ...(s.notes > 0 ? [plural(s.notes, 'note')] : []),
    ].join(', ') || 'No problems',
  'lints.warnings': 'Looks wrong at this step',
  'lints.notes': 'About this access',
  'lints.run': 'Run it',
  'lints.run-before': 'Go back and run it',
  'lints.show': 'Show it',
  'problems.refused': 'Left out, or not as asked',
  'problems.part': (s: { at: number; model: string }) => `Part ${String(s.at)}, ${s.model}`,
  'problems.more': (s: { count: number }) => `${String(s.count)} more`,
  'problems.unmodelled': 'Registers not modelled',
  'problems.unmodelled-about':
    'The configuration space of these devices is exact. Behind the BARs named here nothing works yet: reads give what the registers hold after reset.',
  'problems.dump':
    'This machine is known from a dump: configuration space is as dumped, and nothing answers behind its BARs.',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
