/** English sentences of what stands in the way: texts that cannot be read, boards that cannot be built (base/messages.ts). */
import type { Messages, Thing } from '../../../base/messages.ts';
import { said, value, type Sentences } from '../pieces.ts';

const things: Readonly<Record<Thing, string>> = {
  bus: 'bus',
  command: 'command',
  error: 'error',
  info: 'info topic',
  lspci: 'lspci option',
  machine: 'machine',
  model: 'model',
  option: 'QEMU option',
  part: 'part',
  program: 'QEMU program',
  property: 'property',
  setpci: 'setpci register',
  subsystem: 'subsystem',
  vga: 'VGA card',
};

export const messages = {
  'problem.unknown': ({ what, given, nearest }) =>
    nearest === ''
      ? said`There is no ${things[what]} ${value(given)}.`
      : said`There is no ${things[what]} ${value(given)}. Did you mean ${value(nearest)}?`,
  'problem.expected': ({ expected, given }) =>
    given === ''
      ? said`Expected ${expected} here, and the text ends.`
      : said`Expected ${expected} here, not ${value(given)}.`,

  'formats.no-bearing': ({ option }) => said`${value(option)} has nothing to do with the PCI bus.`,
  'formats.not-carried': ({ option }) => said`${value(option)} bears on the bus, but cf8 does not model it.`,
  'formats.value-missing': ({ option }) => said`${value(option)} needs a value after it.`,
  'formats.quote-open': ({ quote }) => said`The quote ${value(quote)} is never closed.`,
  'formats.dump-row': ({ given }) =>
    said`Cannot read this row of bytes: ${value(given)}. What follows is unknown.`,
  'formats.dump-short': ({ slot, bytes }) =>
    said`${value(slot)} has only ${bytes} bytes; a configuration header has 64.`,
  'formats.dump-empty': ({ lines }) => said`No function found in ${lines} lines.`,

  'problem.express-only': ({ model, bus }) =>
    said`${value(model)} is a PCI Express device; ${value(bus)} is a conventional PCI bus.`,
  'problem.conventional-only': ({ model }) =>
    said`${value(model)} expands a conventional PCI bus; this one is PCI Express.`,
  'problem.root-only': ({ model }) => said`${value(model)} can only sit on the machine's own root bus.`,
  'problem.bridges-only': ({ model, bus }) =>
    said`${value(bus)} is the root bus of an expander and takes only bridges and ports, not ${value(model)}.`,
  'problem.bus-number-taken': ({ number }) => said`Another expander's bus has the number ${number}.`,
  'problem.one-slot': ({ bus, given }) =>
    said`${value(bus)} has one slot, 0, so nothing can sit in ${value(given)}.`,
  'problem.slot-taken': ({ bus, given, other }) =>
    said`Slot ${value(given)} of ${value(bus)} is taken by ${value(other)}.`,
  'problem.bus-full': ({ bus }) => said`${value(bus)} has no free slot.`,
  'problem.id-taken': ({ id }) => said`The name ${value(id)} is taken.`,
  'problem.single-function': ({ bus, given, other }) =>
    said`${value(other)} shares the slot with ${value(given)} of ${value(bus)}: function 0 needs ${value('multifunction=on')}.`,
  'problem.required': ({ model, property }) => said`${value(model)} needs ${value(`${property}=…`)}.`,
  'problem.power-of-two': ({ property, given }) =>
    said`${value(property)} must be a power of two, not ${value(given)}.`,
  'problem.same-chassis-slot': ({ chassis, slot }) =>
    said`Another port has chassis ${chassis}, slot ${slot}; one of the two numbers must differ.`,
  'problem.conflict': ({ one, other }) => said`${value(one)} and ${value(other)} exclude each other.`,
  'problem.no-mode': ({ model }) =>
    said`${value(model)} would have neither modern nor legacy registers; below a port it has no legacy ones by default.`,
  'problem.bus-not-hot': ({ bus }) => said`Bus ${value(bus)} takes no part in or out while the machine runs.`,
  'problem.model-not-hot': ({ model }) =>
    said`${value(model)} cannot be plugged in or out while the machine runs.`,
  'problem.told-otherwise':
    'The story came out otherwise than it was left: since then a program or a model of cf8 has changed. What you see is what it comes to now.',
  'problem.zero-there': ({ other }) =>
    said`${value(other)} is function 0 of this slot and already there; while the machine runs, it would have to come last.`,
  'problem.other-domain': ({ domain }) =>
    said`Domain ${value(domain)} is left out; a machine here has one domain, 0.`,
  'problem.dumped-twice': ({ slot }) => said`${value(slot)} is there twice; the first one counts.`,
  'problem.unreachable-bus': ({ bus }) => said`No bridge leads to bus ${value(bus)}.`,
} satisfies Partial<Sentences<Messages>>;
