/** English words of putting parts in and taking them out, and of the list of problems. */
import { said, strong, value, type Said } from './pieces.ts';

const plural = (n: number, one: string, many = `${one}s`): string => `${String(n)} ${n === 1 ? one : many}`;

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

  'add.title': 'Add a device',
  'add.search': 'Find a model by name, maker, kind or ids',
  'add.models': 'Models',
  'add.found': (s: { count: number }) => plural(s.count, 'model'),
  'add.none': (s: { text: string }) => `No model has “${s.text}” in its name or ids.`,
  'add.loading': 'Loading the models…',
  'add.choose': 'Choose a model. What it needs and what it becomes is shown here before anything is changed.',
  'add.back': 'All models',
  'add.bus': 'Bus',
  'add.bus-root': (s: { express: boolean }) =>
    s.express ? 'root bus, PCI Express' : 'root bus, conventional PCI',
  'add.bus-behind': (s: { bridge: string; model: string }) => `behind ${s.bridge}, ${s.model}`,
  'add.slot': 'Slot',
  'add.slot-lowest': (s: { slot: string }) => (s.slot === '' ? 'lowest free' : `lowest free: ${s.slot}`),
  'add.slot-held': (s: { slot: string; who: string }) => `${s.slot}, has ${s.who}`,
  'add.function': 'Function',
  'add.name': 'Name',
  'add.multifunction': 'This slot has more functions (multifunction)',
  'add.properties': 'Properties',
  'add.more-properties': (s: { count: number }) => plural(s.count, 'more property', 'more properties'),
  'add.range': (s: { least: string; most: string }) => `${s.least} to ${s.most}`,
  'add.default': (s: { value: string }) => `default ${s.value}`,
  'add.default-value': 'default',
  'add.required': 'required',
  'add.how': 'When',
  'add.how-now': 'Hot-plug it now',
  'add.how-now-about': 'The story goes on: it comes in where you stand, as a step of its own.',
  'add.how-power-on': 'It was there from power-on',
  'add.how-power-on-about': 'The same story is played again, with the device in the board.',
  'add.becomes': 'What it becomes',
  'add.command-line': 'QEMU',
  'add.ids': 'Ids',
  'add.class': 'Class',
  'add.place': 'Place',
  'add.place-of': (s: { bus: string; slot: string }) => said`${value(s.bus)}, slot ${value(s.slot)}`,
  'add.bars': 'BARs',
  'add.capabilities': 'Capabilities',
  'add.no-bars': 'none',
  'add.not-modelled': 'registers not modelled',
  'add.add-now': 'Plug it in',
  'add.add-power-on': 'Add it',

  'change.added': (s: { part: string }) => said`${strong(s.part)} is in the machine.`,
  'change.taken-out': (s: { part: string }) => said`${strong(s.part)} is out of the machine.`,
  'change.undo': 'Undo',
  'change.redo': 'Redo',
  'change.forget': 'Dismiss',

  'problems.title': 'Problems',
  'problems.count': (s: { problems: number; notes: number }) =>
    [
      ...(s.problems > 0 ? [plural(s.problems, 'problem')] : []),
      ...(s.notes > 0 ? [plural(s.notes, 'note')] : []),
    ].join(', '),
  'problems.refused': 'Left out, or not as asked',
  'problems.part': (s: { at: number; model: string }) => `Part ${String(s.at)}, ${s.model}`,
  'problems.more': (s: { count: number }) => `${String(s.count)} more`,
  'problems.unmodelled': 'Registers not modelled',
  'problems.unmodelled-about':
    'The configuration space of these devices is exact. Behind the BARs named here nothing works yet: reads give what the registers hold after reset.',
  'problems.dump':
    'This machine is known from a dump: configuration space is as dumped, and nothing answers behind its BARs.',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
