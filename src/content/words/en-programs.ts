/** English sentences of the programs that are written to be read: what they are about to do, and why. */
import { hex } from '../../base/hex.ts';
import type { Messages } from '../../base/messages.ts';
import { said, strong, value, type Sentences } from './pieces.ts';

type ProgramId = Extract<keyof Messages, `textbook.${string}` | `program.${string}`>;

const bus = (n: number): string => hex(n, 2);

export const programs = {
  'program.textbook': 'Textbook enumeration',
  'program.textbook-about': 'The algorithm that every book shows: number, size, place, enable.',
  'program.seabios': 'SeaBIOS 1.16.2',
  'program.seabios-about': 'What the real firmware does to PCI at power-on, access by access.',

  'textbook.number': 'First every bus gets a number: only then can software speak to what is on it.',
  'textbook.look': ({ bus: n }) =>
    said`Asks every slot of bus ${strong(bus(n))} for its vendor. All ones mean: nobody there.`,
  'textbook.bridge': ({ who, bus: n, secondary }) =>
    said`${strong(who)} is a bridge, so behind it is another bus: ${strong(bus(secondary))}. Primary ${value(bus(n))}, secondary ${value(bus(secondary))}; subordinate ${value('ff')} until we know how far it reaches.`,
  'textbook.reach': ({ who, secondary, subordinate }) =>
    said`Everything behind ${strong(who)} has been numbered: it reaches from ${value(bus(secondary))} to ${value(bus(subordinate))}.`,
  'textbook.place': ({ buses }) =>
    said`${strong(`${String(buses)} ${buses === 1 ? 'bus' : 'buses'}`)} in all. Now every BAR is asked for its size and gets a place.`,
  'textbook.size': ({ who, bar }) =>
    said`How large is BAR${bar} of ${strong(who)}? Decoding off, all ones written: the bits that stay zero tell it.`,
  'textbook.bar': ({ who, bar, size, base }) =>
    said`BAR${bar} of ${strong(who)} wants ${value(size)}, so it goes to the next multiple of that: ${value(base)}.`,
  'textbook.window': ({ who, base, size }) =>
    said`What lies behind ${strong(who)} is placed: its window opens at ${value(base)} for ${value(size)}, rounded to whole megabytes.`,
  'textbook.enable': 'Everything has a number and a place. Now it may answer.',
  'textbook.on': ({ who }) => said`${strong(who)} may decode its ports and its memory, and master the bus.`,
} satisfies Sentences<Pick<Messages, ProgramId>>;
