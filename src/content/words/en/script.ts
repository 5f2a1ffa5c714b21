/** English words of a person's own program: what its lines say, and its editor. */
import type { Messages } from '../../../base/messages.ts';
import { said, strong, value, type Said, type Sentences } from '../pieces.ts';

/** Of base/messages.ts. */
export const scriptMessages = {
  'script.line': ({ line, text }) => said`${line}: ${value(text)}`,
  'problem.script-only': ({ given }) => said`${value(given)} is for the console: lines of a program act.`,
} as const satisfies Sentences<Pick<Messages, 'script.line' | 'problem.script-only'>>;

/** Of the screen. */
export const script = {
  'program.script': 'Your own program',
  'command.script': 'Your own program…',
  'script.about': 'Console lines, one after the other, in an editor.',
  'script.editor': 'Program: a console line in each line',
  'script.tools': 'Your own program',
  'script.step': 'Step a line',
  'script.stop': 'Stop',
  'script.reset': 'To its start',
  'script.point': 'Breakpoint',
  'script.point-line': (s: { line: number }) => `line ${String(s.line)} of your own program`,
  'script.examples': 'Examples',
  'script.example-bar': 'Size a BAR',
  'script.example-capabilities': 'Walk capabilities',
  'script.example-enable': 'Enable a card',
  'script.load': 'Load…',
  'script.save': 'Save',
  'script.keys': (s: { run: string; point: string }) =>
    `${s.run} runs, ${s.point} sets a breakpoint, Escape and then Tab leaves the editor.`,
  'script.wrong': (s: { line: number }) => `Line ${String(s.line)} has to be mended first.`,
  'script.empty': 'No line of it does anything yet.',
  'script.long': 'It is too long: 20,000 characters at most.',
  'script.not-running': 'Nothing runs.',
  'script.not-started': 'It has not been started.',
  'script.before': (s: { line: number }) => said`Stands before line ${strong(s.line)}.`,
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
