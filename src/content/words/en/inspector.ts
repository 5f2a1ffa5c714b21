/** English words of the inspector. */
import { said, value, type Said } from '../pieces.ts';

export const inspector = {
  'inspector.tab-fields': 'Fields',
  'inspector.tab-hex': 'Hex',
  'inspector.tab-bars': 'BARs',
  'inspector.tab-capabilities': 'Capabilities',

  'inspector.kind-host': 'host bridge',
  'inspector.kind-isa': 'ISA bridge',
  'inspector.kind-ide': 'IDE',
  'inspector.kind-power': 'power management',
  'inspector.kind-bridge': 'bridge',
  'inspector.kind-port': 'port',
  'inspector.kind-network': 'network',
  'inspector.kind-storage': 'storage',
  'inspector.kind-display': 'display',
  'inspector.kind-sata': 'SATA',
  'inspector.kind-smbus': 'SMBus',
  'inspector.kind-input': 'input',
  'inspector.kind-serial': 'serial',
  'inspector.kind-system': 'system',
  'inspector.kind-usb': 'USB controller',
  'inspector.kind-sound': 'sound',
  'inspector.kind-teaching': 'teaching device',
  'inspector.follow': 'Follow',
  'inspector.follow-tip': 'You chose this function. Show again what each access is about.',

  'inspector.grid': 'Configuration space, bytes',
  'inspector.offset': 'Offset',
  'inspector.cell': (s: {
    offset: string;
    register: string;
    byte: number;
    value: string;
    access: string;
    changed: boolean;
  }) =>
    [
      `offset ${s.offset} hex`,
      s.register === '' ? '' : s.byte < 0 ? s.register : `${s.register} byte ${String(s.byte)}`,
      s.value === '' ? '' : `value ${s.value}`,
      s.access,
      s.changed ? 'changed' : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  'inspector.look-read-only': 'read only',
  'inspector.look-read-write': 'read-write',
  'inspector.look-partly': 'some bits writable',
  'inspector.look-clear': 'write one to clear',
  'inspector.look-unused': 'unused',
  'inspector.look-scratch': 'unused, read-write',
  'inspector.look-unknown': 'unknown in this dump',

  'inspector.tools': 'Verbs of the grid',
  'inspector.go': 'Go to',
  'inspector.go-tip': 'Go to an offset or a register.',
  'inspector.width': (s: { bytes: number }) =>
    s.bytes === 0 ? 'Register' : s.bytes === 1 ? 'Byte' : s.bytes === 2 ? 'Word' : 'Dword',
  'inspector.width-tip': 'What a click selects: the register, a byte, a word or a dword.',
  'inspector.write': 'Write',
  'inspector.write-tip': 'Write the selected bytes over the bus. Any digit starts it too.',
  'inspector.read': 'Read',
  'inspector.read-tip': 'Read the selected bytes over the bus.',
  'inspector.previous': '◂ Access',
  'inspector.previous-tip': 'Go to the previous access to this register.',
  'inspector.next': 'Access ▸',
  'inspector.next-tip': 'Go to the next access to this register.',
  'inspector.no-access': 'There is none.',
  'inspector.pending': 'A write that is being typed',
  'inspector.pending-line': (s: { value: string; offset: string }) => `${s.value} → ${s.offset}h`,
  'inspector.commit': 'Write',
  'inspector.commit-tip': 'Put the write on the bus.',
  'inspector.cancel': 'Cancel',
  'inspector.cancel-tip': 'Write nothing.',
  'inspector.no-bus': 'No bus number leads to this function yet.',
  'inspector.no-ecam': 'CF8 ends at FFh, and this machine has no other way in.',
  'inspector.not-dumped': 'The dump does not hold these bytes.',

  'inspector.nothing':
    'Nothing has been asked yet. Software names a register by writing CONFIG_ADDRESS at port CF8, then reads or writes it at CFC. The latch holds:',
  'inspector.latch': (s: { value: string }) => `CONFIG_ADDRESS ${s.value}`,
  'inspector.latch-enable': 'E',
  'inspector.latch-bus': 'bus',
  'inspector.latch-device': 'dev',
  'inspector.latch-function': 'fn',
  'inspector.latch-register': 'reg',
  'inspector.absent': (s: { bdf: string }) =>
    said`Nothing answered at ${value(s.bdf)}. Reads return ${value('FFFFFFFF')} because nobody claimed the cycle.`,
  'inspector.absent-latched': (s: { bdf: string }) =>
    said`The latch names ${value(s.bdf)}, where no function is.`,
  'inspector.show-me': 'Show me',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
