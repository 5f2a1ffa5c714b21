/** English words of registers explained: the card under the grid, the tabs of fields, BARs and capabilities. */
import { plural, said, strong, value, type Said } from '../pieces.ts';

const troubles: Readonly<Record<string, (at: string) => string>> = {
  loop: (at) => `↺ back to ${at}h: a loop, the list ends here`,
  outside: (at) => `✕ ${at}h lies outside the space`,
  unread: (at) => `·· ${at}h is not in this dump`,
  broken: (at) => `✕ all ones at ${at}h`,
};

const states: Readonly<Record<string, string>> = {
  decodes: 'decodes',
  'io-off': 'no: Command bit 0 (I/O Space) is off',
  'memory-off': 'no: Command bit 1 (Memory Space) is off',
  'rom-off': 'no: its enable bit 0 is off',
  zero: 'no: the address is 0',
  'too-high': 'no: it reaches past the top of its space',
};

const barKinds: Readonly<Record<string, string>> = {
  io: 'I/O ports',
  mem32: 'memory, 32-bit',
  mem64: 'memory, 64-bit',
  rom: 'expansion ROM',
};

const barShorts: Readonly<Record<string, string>> = {
  io: 'I/O',
  mem32: 'mem 32',
  mem64: 'mem 64',
  rom: 'ROM',
};

const headers: Readonly<Record<string, string>> = {
  'type-0': 'Header, type 0',
  'type-1': 'Header, type 1: a bridge',
  'type-2': 'Header, type 2: a CardBus bridge',
};

export const registers = {
  'inspector.unknown': 'unknown',
  'inspector.go-label': 'Offset or register: 3c, COMMAND, MSI',
  'inspector.go-nowhere': 'Nothing here is called that.',
  'inspector.choose': 'Choose a byte to see its register.',
  'inspector.register': 'Selected register',
  'inspector.no-register': 'Unnamed',
  'inspector.no-field': 'no field',
  'inspector.bar-kind': (s: { kind: string; prefetchable: boolean }) =>
    `${barKinds[s.kind] ?? s.kind}${s.kind === 'io' || s.kind === 'rom' ? '' : s.prefetchable ? ', prefetchable' : ', not prefetchable'}`,
  'inspector.bits': (s: { hi: number; lo: number }) =>
    s.hi === s.lo ? `bit ${String(s.lo)}` : `bits ${String(s.hi)}–${String(s.lo)}`,
  'inspector.bits-writable': (s: { hi: number; lo: number }) =>
    `bits ${String(s.hi)}–${String(s.lo)} writable`,
  'inspector.fields-of': (s: { offset: string }) => `Fields of the dword at ${s.offset}`,
  'inspector.access-ro': 'read only',
  'inspector.access-rw': 'read-write',
  'inspector.access-rw1c': 'write one to clear',
  'inspector.access-ros': 'read only, sticky',
  'inspector.access-rws': 'read-write, sticky',
  'inspector.access-rw1cs': 'write one to clear, sticky',
  'inspector.access-hwinit': 'set by hardware',
  'inspector.access-rsvdp': 'reserved, preserve',
  'inspector.access-rsvdz': 'reserved, zero',
  'inspector.access-partial': 'some bits writable',
  'inspector.now': 'now',
  'inspector.tried': 'tried',
  'inspector.mask-row': 'mask',
  'inspector.kept': 'kept',
  'inspector.read-back': 'read',
  'inspector.flags-off': 'address',
  'inspector.inverted': 'inverted',
  'inspector.plus-one': 'plus 1',
  'inspector.refused': (s: { count: number; low: boolean; cleared: number; changed: boolean }) => {
    const cleared = s.cleared === 0 ? '' : `${plural(s.cleared, 'bit')} cleared by writing 1. `;
    if (s.count === 0)
      return said`${cleared}${s.cleared > 0 ? '' : s.changed ? 'Kept as written.' : 'Nothing changed.'}`;
    return said`${cleared}${strong(`${plural(s.count, s.low ? 'low bit' : 'bit')} refused.`)}`;
  },
  'inspector.arithmetic': (s: { bare: string; sum: string; bytes: string }) =>
    said`~${value(s.bare)} + 1 = ${value(s.sum)} = ${strong(s.bytes)}.`,
  'inspector.previous-access': 'previous',
  'inspector.next-access': 'next access',
  'inspector.header': (s: { type: string }) => headers[s.type] ?? 'Header',
  'inspector.column-place': 'Place',
  'inspector.column-name': 'Name',
  'inspector.column-value': 'Value',
  'inspector.column-meaning': 'Meaning',
  'inspector.column-access': 'Access',
  'inspector.clear': 'Clear',
  'inspector.edit': (s: { name: string; value: string }) => `${s.name}, now ${s.value}`,
  'inspector.not-hex': (s: { digits: string }) => `A hex number up to ${s.digits}.`,
  'inspector.bar': 'BAR',
  'inspector.rom': 'ROM',
  'inspector.bar-space': 'Space',
  'inspector.bar-size': 'Size',
  'inspector.bar-address': 'Address',
  'inspector.bar-decodes': 'Decodes?',
  'inspector.bar-short': (s: { kind: string; prefetchable: boolean }) =>
    `${barShorts[s.kind] ?? s.kind}${s.prefetchable ? ' pf' : ''}`,
  'inspector.bar-state': (s: { why: string; bridge: string }) =>
    s.why === 'outside' ? `yes, but ${s.bridge} does not pass it down` : (states[s.why] ?? s.why),
  'inspector.size-untold': 'A dump holds the address, not the size: no sizing was recorded in it.',
  'inspector.sized-by': (s: { row: number }) => `by access ${String(s.row)}`,
  'inspector.unsized': 'not sized yet',
  'inspector.size-it': 'Size it',
  'inspector.size-it-spoken': (s: { bar: string }) => `Size ${s.bar}`,
  'inspector.size-it-tip':
    'Decode off, save, write ones, read back, restore, decode as it was: over the bus.',
  'inspector.address-of': (s: { bar: string }) => `Address of ${s.bar}`,
  'inspector.no-bars': 'This function has no base address registers.',
  'inspector.list': 'Capability list',
  'inspector.extended-list': 'Extended capability list',
  'inspector.no-capabilities': 'No capabilities (Status bit 4 = 0).',
  'inspector.empty-list': 'Status bit 4 = 1, but the list is empty.',
  'inspector.trouble': (s: { trouble: string; at: string }) => troubles[s.trouble]?.(s.at) ?? s.trouble,
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
