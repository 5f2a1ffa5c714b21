/** English words of the pane in which a program runs. */
import { said, strong, type Said } from './pieces.ts';

export const programView = {
  'view.program': 'Program',
  'tab.program': 'Program',
  'group.program': 'Program',
  'pane.resize-program': 'Resize console and program',

  'command.run-program': 'Run…',
  'command.program': 'Show or hide the program',
  'command.go-program': 'Go to the program',
  'command.program-next': 'Next sentence',
  'command.program-back': 'Previous sentence',
  'command.program-run': 'Run to a breakpoint or the end',
  'command.program-restart': 'Restart the program',
  'reason.no-program': 'No program has been started.',
  'reason.program-ended': 'The program has come to its end.',
  'reason.program-start': 'The program begins here.',

  'program.choose': 'Run a program',
  'program.choose-about': (s: { step: number; ahead: number }) =>
    said`It begins at step ${strong(s.step)} and stops before its first sentence.${
      s.ahead > 0 ? ' What lies ahead is kept as a branch.' : ''
    }`,
  'program.power-on': 'Begin at power-on instead',
  'program.about-one': (s: { who: string }) => said`Runs on ${strong(s.who)}, the chosen function.`,
  'program.needs-one': 'Choose a function on the bus first.',
  'program.none': 'Software that sets up the bus, sentence by sentence, with its source beside it.',

  'program.tools': 'Run the program',
  'program.back': 'Back',
  'program.next': 'Next',
  'program.run': 'Run',
  'program.restart': 'Restart',
  'program.hide': 'Hide the program',
  'program.source': (s: { file: string }) => `Source, ${s.file}`,
  'program.file': (s: { file: string }) => `File: ${s.file}`,
  'program.here': 'Run to here',
  'program.here-line': (s: { line: number }) => `Run to line ${String(s.line)}`,
  'program.break-line': (s: { line: number }) => `Breakpoint at line ${String(s.line)}`,
  'program.sentences': 'Sentences',
  'program.announced': 'next',
  'program.ended': 'The program has come to its end.',
  'program.stopped': (s: { at: string }) => said`Stopped: ${strong(s.at)}.`,

  'program.points': 'Breakpoints',
  'program.points-none': 'None yet. A dot beside a line of the source sets one, or:',
  'program.point-sentence': (s: { line: number; file: string }) => `${s.file}, line ${String(s.line)}`,
  'program.point-register': (s: { register: string; who: string; write: boolean }) =>
    s.write ? `${s.register} of ${s.who} is written` : `${s.register} of ${s.who} is read or written`,
  'program.point-address': (s: { space: 'io' | 'memory'; from: string; to: string }) =>
    `${s.space === 'io' ? 'ports' : 'memory'} ${s.from} to ${s.to}`,
  'program.point-abort': 'nobody answers',
  'program.point-remove': (s: { at: string }) => `Remove: ${s.at}`,
  'program.point-writes': 'writes only',
  'program.point-space': 'Space',
  'program.point-from': 'From',
  'program.point-to': 'To',
  'program.point-of': (s: { who: string }) => `Registers of ${s.who}`,
  'program.point-range': 'Addresses',
  'program.add': 'Add',

  'slot.who': 'Function',
  'slot.bus': 'Bus',
  'slot.buses': 'Buses',
  'slot.bar': 'BAR',
  'slot.secondary': 'Secondary',
  'slot.subordinate': 'Subordinate',
  'slot.base': 'Address',
  'slot.size': 'Size',
  'slot.kind': 'Space',
  'slot.count': 'Regions',
  'slot.ids': 'Ids',
  'slot.line': 'Interrupt line',
  'slot.name': 'Capability',
  'slot.at': 'Offset',
  'slot.next': 'Next',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
