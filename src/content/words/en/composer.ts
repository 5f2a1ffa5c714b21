/** English words of the composer of CONFIG_ADDRESS and of the shortcut sheet. */
import { said, strong, value } from '../pieces.ts';

export const composer = {
  'composer.title': 'CONFIG_ADDRESS',
  'composer.about': 'The dword at port CF8 says where CFC leads.',
  'composer.dword': 'Dword',
  'composer.enable': 'Enable',
  'composer.reserved': 'reserved',
  'composer.bus': 'Bus',
  'composer.device': 'Device',
  'composer.function': 'Function',
  'composer.register': 'Register',
  'composer.hex': 'hex',
  'composer.decimal': 'decimal',
  'composer.base': 'Numbers',
  'composer.write-cf8': 'Write CF8',
  'composer.read-cfc': 'Read CFC',
  'composer.write-cfc': 'Write CFC',
  'composer.value': 'Value for CFC',
  'composer.bad-number': (s: { most: string }) => `A number from 0 to ${s.most}.`,
  'composer.stale': 'CF8 holds another address: write it first.',
  'composer.live': 'CF8 holds this address.',
  'composer.phase': 'On the bus',
  'composer.phase-off': 'Enable is 0: CFC makes no configuration cycle.',
  'composer.phase-0': (s: { line: number }) =>
    `Type 0 on bus 0: AD${String(s.line)} is raised, the IDSEL of one device.`,
  'composer.phase-0-none': 'Type 0 on bus 0: no AD line is left for this device’s IDSEL.',
  'composer.phase-0-express': (s: { device: string }) =>
    `Type 0 on bus 0, device ${s.device}; on conventional PCI:`,
  'composer.phase-1': (s: { bus: string }) => `Type 1: a bridge must know bus ${s.bus}.`,
  'composer.part-idsel': 'IDSEL',
  'composer.part-zero': '0',
  'composer.part-bus': 'bus',
  'composer.part-device': 'device',
  'composer.part-function': 'fn',
  'composer.part-dword': 'dword',
  'composer.part-type': 'type',
  'composer.reaches': (s: { who: string; model: string; register: string }) =>
    said`Reaches ${strong(s.who)} ${s.model}: ${value(s.register)}.`,
  'composer.nobody': (s: { who: string }) =>
    said`${strong('Nobody')} would answer at ${value(s.who)}: all ones.`,

  'shortcuts.title': 'Keyboard shortcuts',
  'shortcuts.filter': 'Find a shortcut',
  'shortcuts.single': 'Shortcuts of a single character, such as . and t',
  'shortcuts.none': (s: { text: string }) => `No shortcut has “${s.text}” in its name.`,
};
