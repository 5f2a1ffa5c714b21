/**
 * Everything that the rooms left of the screen may say: message id → the slots that its sentence needs.
 * Add a line here, then its sentence in content/words/en.ts (the compiler asks for it).
 */
export interface Messages {
  /** A word that no table knows, with the nearest one that it does. */
  'problem.unknown': { what: string; given: string; nearest: string };
  /** Something else was expected here. */
  'problem.expected': { expected: string; given: string };

  /** An option that was understood and has nothing to do with the PCI bus. */
  'formats.no-bearing': { option: string };
  /** An option that bears on the PCI bus and that is not carried over. */
  'formats.not-carried': { option: string };
  /** An option that wants a value stands at the end. */
  'formats.value-missing': { option: string };
  'formats.quote-open': { quote: string };
  /** A row of bytes in a dump that cannot be read; the bytes from there on are unknown. */
  'formats.dump-row': { given: string };
  /** A function of a dump with fewer bytes than a header has. */
  'formats.dump-short': { slot: string; bytes: number };
  /** Text that looked like a dump and has no function in it. */
  'formats.dump-empty': { lines: number };

  // building a board
  'problem.express-only': { model: string; bus: string };
  'problem.one-slot': { bus: string; given: string };
  'problem.slot-taken': { bus: string; given: string; other: string };
  'problem.bus-full': { bus: string };
  'problem.other-domain': { domain: number };
  'problem.unreachable-bus': { bus: string };
}
