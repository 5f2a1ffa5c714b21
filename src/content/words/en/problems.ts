/** English words of the list of problems: what was left out, and where lints are told. */
import { plural, type Said } from '../pieces.ts';

export const problems = {
  'problems.title': 'Problems',
  'problems.count': (s: { problems: number; warnings: number; notes: number }) =>
    [
      ...(s.problems > 0 ? [plural(s.problems, 'problem')] : []),
      ...(s.warnings > 0 ? [plural(s.warnings, 'warning')] : []),
      ...(s.notes > 0 ? [plural(s.notes, 'note')] : []),
    ].join(', ') || 'No problems',
  'lints.warnings': 'Looks wrong at this step',
  'lints.notes': 'About this access',
  'lints.run': 'Run it',
  'lints.run-before': 'Go back and run it',
  'lints.show': 'Show it',
  'problems.refused': 'Left out, or not as asked',
  'problems.part': (s: { at: number; model: string }) => `Part ${String(s.at)}, ${s.model}`,
  'problems.more': (s: { count: number }) => `${String(s.count)} more`,
  'problems.unmodelled': 'Registers not modelled',
  'problems.unmodelled-about':
    'The configuration space of these devices is exact. Behind the BARs named here nothing works yet: reads give what the registers hold after reset.',
  'problems.dump':
    'This machine is known from a dump: configuration space is as dumped, and nothing answers behind its BARs.',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
