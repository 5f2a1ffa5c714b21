/** English words of putting parts in and taking them out. */
import { said, strong, type Said } from '../pieces.ts';

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
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
