/** English words of comparing two machines. */
import { said, strong, type Said } from '../pieces.ts';

const sides = { left: 'left', right: 'right' } as const;
type Slot = { side: keyof typeof sides };

export const compare = {
  'compare.title': 'Compare',
  'compare.left': 'Left',
  'compare.right': 'Right',
  'compare.swap': 'Swap',
  'compare.filter': 'Leave out status and link',
  'compare.add': 'Add a dump…',
  'compare.story': 'This story',
  'compare.now': (s: { step: number }) => `Now, step ${String(s.step)}`,
  'compare.power-on': 'Power-on',
  'compare.end': 'The end of the story',
  'compare.chapter': (s: { chapter: string }) => `After “${s.chapter}”`,
  'compare.branches': 'Other branches',
  'compare.branch': (s: { id: number }) => `The end of branch ${String(s.id)}`,
  'compare.programs': 'A program, from power-on to its end',
  'compare.texts': 'Dumps and command lines',
  'compare.making': 'Playing it…',
  'compare.too-large': (s: Slot) =>
    `The machine at the ${sides[s.side]} has too many functions to be built a second time.`,
  'compare.too-long': (s: Slot) => `What is at the ${sides[s.side]} takes too many steps to be played aside.`,
  'compare.gone': (s: Slot) => `What was chosen at the ${sides[s.side]} is not there any more.`,
  'compare.unknown': 'This is neither an lspci dump nor a QEMU command line.',

  'compare.count': (s: { differ: number; of: number }) =>
    s.differ === 0
      ? 'Nothing differs.'
      : `${String(s.differ)} of ${String(s.of)} ${s.of === 1 ? 'function' : 'functions'} ${s.differ === 1 ? 'differs' : 'differ'}.`,
  'compare.hidden': (s: { count: number }) =>
    `${String(s.count)} ${s.count === 1 ? 'field' : 'fields'} of status and link left out.`,
  'compare.functions': 'Functions that differ',
  'compare.added': 'added',
  'compare.removed': 'removed',
  'compare.replaced': 'replaced',
  'compare.fields': (s: { count: number }) => `${String(s.count)} ${s.count === 1 ? 'field' : 'fields'}`,
  'compare.only': (s: Slot) => said`It is there ${strong(`only at the ${sides[s.side]}`)}.`,
  'compare.other': 'Another device at the same place: its registers mean other things.',
  'compare.who': 'Device',
  'compare.place': 'Address',
  'compare.lies': 'Where it lies',
  'compare.registers': 'Registers',
  'compare.name': 'Name',
  'compare.undescribed': 'Not described',
  'compare.nowhere': 'nowhere',
  'compare.closed': 'closed',
  'compare.off': 'off',
  'compare.none': 'none',
  'compare.window-io': 'I/O window',
  'compare.window-memory': 'Memory window',
  'compare.window-prefetchable': 'Prefetchable window',
  'compare.go': 'Show in the hex grid',
  'compare.go-now': 'Show as it is now',
  'compare.go-to': (s: { name: string }) => `${s.name}: show in the hex grid`,
  'compare.go-open': 'Open this dump at the hex grid',
  'compare.maps': 'Address maps',
  'compare.memory': 'Memory',
  'compare.io': 'I/O',
  'compare.map-label': (s: { left: number; right: number; moved: number }) =>
    `Left ${String(s.left)}, right ${String(s.right)} BARs with an address; ${String(s.moved)} of them lie elsewhere.`,
  'compare.map-none': 'Nothing has an address yet',
  'compare.map-empty': 'No BAR has an address here on either side.',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
