/** English words of what the hex grid can do besides showing bytes: search, differences, copies, decoding, editing hardware. */
import type { Messages } from '../../../base/messages.ts';
import { plural, said, strong, value, type Said, type Sentences } from '../pieces.ts';

const formats: Readonly<Record<string, string>> = {
  hex: 'hex bytes',
  lspci: 'lspci -x rows',
  c: 'a C array',
  setpci: 'a setpci command',
  u32: 'a list of dwords',
};

export const hexMessages = {
  'problem.override-gone': ({ part }) =>
    said`The hardware of ${value(part)} was edited, but it is not on the board any more.`,
  'problem.override-outside': ({ part, offset }) =>
    said`${value(part)} has no byte at ${value(`${offset}h`)}: the edit is left out.`,
  'problem.override-bar': ({ part, bar }) =>
    said`${value(bar)} of ${value(part)} would decode no size: the writable address bits must be the top ones, without a gap, and a 64-bit BAR needs the register after it. It is left out.`,
  'problem.override-unknown': ({ part, offset }) =>
    said`The dump of ${value(part)} does not hold the byte at ${value(`${offset}h`)}.`,
} satisfies Partial<Sentences<Messages>>;

export const hex = {
  'group.hex': 'Hex grid',
  'command.hex-go': 'Bytes: go to an offset or register',
  'command.hex-find': 'Bytes: find',
  'command.hex-width': 'Bytes: select register, byte, word or dword',
  'command.hex-write': 'Bytes: write over the bus',
  'command.hex-read': 'Bytes: read over the bus',
  'command.hex-why': 'Bytes: why this value?',
  'command.hex-previous': 'Bytes: previous access to the register',
  'command.hex-next': 'Bytes: next access to the register',
  'command.hex-mask': 'Bytes: show the write mask',
  'command.hex-diff': 'Bytes: show what differs',
  'command.hex-copy': 'Bytes: copy as…',
  'command.hex-hardware': 'Bytes: edit the hardware',

  'hex.more': 'More',
  'hex.mask': 'Show the write mask',
  'hex.mask-off': 'Show the values',
  'hex.find': 'Find…',
  'hex.find-label': 'Bytes 86 80, value 100e8086, ids 8086:100e, or a name',
  'hex.found': (s: { at: number; of: number }) =>
    s.of === 0 ? 'Not found' : s.at === 0 ? `${String(s.of)} found` : `${String(s.at)} of ${String(s.of)}`,
  'hex.found-next': 'Next hit (Enter)',
  'hex.found-previous': 'Previous hit (Shift+Enter)',
  'hex.close': 'Close (Esc)',
  'hex.hit': 'found',

  'hex.names': 'Registers',
  'hex.go': 'Go',

  'hex.diff': 'Show what differs',
  'hex.diff-line': 'Differences',
  'hex.against': 'Compared with',
  'hex.against-previous': 'the step before',
  'hex.against-step': 'another step…',
  'hex.against-start': 'power-on',
  'hex.against-row': (s: { step: number; name: string }) =>
    s.name === '' ? `step ${String(s.step)}` : `★ ${s.name} (step ${String(s.step)})`,
  'hex.against-fork': (s: { branch: string; step: number }) =>
    `where ${s.branch} leaves (step ${String(s.step)})`,
  'hex.against-branch': (s: { branch: string }) => `the end of ${s.branch}`,
  'hex.branch': (s: { id: number }) => `branch ${String(s.id)}`,
  'hex.differs': (s: { count: number }) =>
    s.count === 0
      ? 'nothing differs'
      : `${plural(s.count, 'register')} ${s.count === 1 ? 'differs' : 'differ'}`,
  'hex.differs-next': 'Next difference (n)',
  'hex.differs-previous': 'Previous difference (Shift+N)',
  'hex.diff-leave': 'Stop comparing (d)',
  'hex.diff-refused': 'That moment is too far away to be played again here.',
  'hex.making': 'playing it again…',
  'hex.was': (s: { value: string }) => `was ${s.value}`,
  'hex.was-row': 'was',

  'hex.copy': 'Copy as…',
  'hex.copy-selection': (s: { bytes: number }) => `Selection, ${plural(s.bytes, 'byte')}`,
  'hex.copy-whole': (s: { bytes: number }) => `Whole space, ${plural(s.bytes, 'byte')}`,
  'hex.copy-hex': 'Hex bytes',
  'hex.copy-lspci': 'Rows of lspci -x',
  'hex.copy-c': 'C array',
  'hex.copy-setpci': 'setpci command',
  'hex.copy-u32': 'Dwords (u32)',
  'hex.copied': (s: { bytes: number; format: string }) =>
    `Copied ${plural(s.bytes, 'byte')} as ${formats[s.format] ?? s.format}.`,
  'hex.copy-failed': 'The browser did not let the text onto the clipboard.',

  'hex.hardware': 'Edit the hardware',
  'hex.hardware-line': (s: { mask: boolean }) =>
    s.mask
      ? said`${strong('✕ Editing the hardware: write masks.')} What you type changes the device, not the bus.`
      : said`${strong('✕ Editing the hardware: reset values.')} What you type changes the device, not the bus.`,
  'hex.hardware-masks': 'Masks',
  'hex.hardware-values': 'Reset values',
  'hex.hardware-edited': (s: { count: number }) => `${plural(s.count, 'byte')} edited`,
  'hex.hardware-restore': 'As the model has it',
  'hex.hardware-leave': 'Done',
  'hex.hardware-write': 'Edit',
  'change.hardware': (s: { part: string; undone: boolean }) =>
    s.undone
      ? said`The hardware of ${strong(s.part)} is as it was.`
      : said`The hardware of ${strong(s.part)} was edited. The same story was played again on it.`,

  'hex.result': (s: { tried: string; mask: string; now: string; refused: number; cleared: number }) =>
    said`tried ${value(s.tried)} · mask ${value(s.mask)} · now ${value(s.now)}${
      s.cleared === 0 ? '' : ` · 1→0 cleared: ${plural(s.cleared, 'bit')}`
    }${s.refused === 0 ? (s.cleared === 0 ? ' · kept as written' : '') : ` · ✕ ${plural(s.refused, 'bit')} refused`}`,

  'hex.decode': 'What this byte is',
  'hex.decode-bits': 'Bits',
  'hex.decode-field': 'Field',
  'hex.decode-value': 'Now',
  'hex.decode-reset': 'Reset',
  'hex.decode-lspci': 'lspci prints:',
  'hex.decode-nothing': 'No register is described here.',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
