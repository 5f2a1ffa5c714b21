/** English words of programs that the page may need at once: names of panes and commands, reasons. */
import type { Said } from '../pieces.ts';

export const programView = {
  'view.program': 'Program',
  'tab.program': 'Program',
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
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
