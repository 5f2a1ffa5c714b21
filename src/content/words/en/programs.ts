/** English sentences of the programs that are written to be read: what they are about to do, and why. */
import { hex } from '../../../base/hex.ts';
import type { Messages } from '../../../base/messages.ts';
import { said, strong, value, type Sentences } from '../pieces.ts';

type ProgramId = Extract<
  keyof Messages,
  `${'textbook' | 'program' | 'size-bars' | 'capabilities' | 'flr' | 'probe' | 'kvmtool' | 'hvisor'}.${string}`
>;

const bus = (n: number): string => hex(n, 2);

export const programs = {
  'program.textbook': 'Textbook enumeration',
  'program.textbook-about': 'The algorithm that every book shows: number, size, place, enable.',
  'program.seabios': 'SeaBIOS 1.16.2',
  'program.seabios-about': 'What the real firmware does to PCI at power-on, access by access.',

  'program.linux': 'Linux 6.1',
  'program.linux-about': 'What the kernel does to PCI after the firmware: look, keep, give the rest a place.',
  'program.kvmtool': 'kvmtool',
  'program.kvmtool-about': 'A VMM that gives out addresses itself, before its guest starts.',
  'program.hvisor-probe': 'hvisor’s probe',
  'program.hvisor-probe-about': 'A hypervisor learns the BARs that the firmware has placed.',
  'program.probe': 'Probe, as lspci does',
  'program.probe-about': 'Reads every header on every bus; writes nothing.',
  'program.size-bars': 'Size the BARs',
  'program.size-bars-about': 'Of one function, with decoding off meanwhile.',
  'program.find-capabilities': 'Walk the capabilities',
  'program.find-capabilities-about': 'Of one function, from the pointer in its header.',
  'program.flr': 'Function Level Reset',
  'program.flr-about': 'One function back to power-on, its neighbours undisturbed.',

  'size-bars.off': ({ who }) =>
    said`Turns decoding of ${strong(who)} off: a BAR that holds ones would answer all over the top of memory.`,
  'size-bars.bar': ({ who, bar }) =>
    said`BAR${bar} of ${strong(who)}: ones in, read back, the old value in again.`,
  'size-bars.found': ({ bar, size }) =>
    said`The lowest address bit that stayed one is worth ${value(size)}: that is the size of BAR${bar}.`,
  'size-bars.on': ({ who }) => said`Decoding of ${strong(who)} is as it was before.`,

  'capabilities.status': ({ who }) => said`Does ${strong(who)} have a list? Status bit 4 says so.`,
  'capabilities.none': ({ who }) => said`${strong(who)} has no list of capabilities.`,
  'capabilities.pointer': ({ who }) =>
    said`It does. Where does the list of ${strong(who)} begin? Register ${value('34')} knows.`,
  'capabilities.read': ({ at }) => said`What is at ${value(at)}? One byte of id, one byte that points on.`,
  'capabilities.found': ({ name, at, next }) =>
    next === '00'
      ? said`${strong(name)} at ${value(at)}. The list ends here.`
      : said`${strong(name)} at ${value(at)}. It goes on at ${value(next)}.`,

  'flr.find': ({ who }) =>
    said`Can ${strong(who)} be reset alone? Device Capabilities of its PCI Express capability tell.`,
  'flr.cannot': ({ who }) => said`${strong(who)} cannot: it would take a reset of the whole bus.`,
  'flr.quiet': ({ who }) =>
    said`First ${strong(who)} must be quiet: no decoding, no bus mastering, no interrupt; then nothing of its own may be on its way.`,
  'flr.pending': ({ who }) => said`${strong(who)} still has transactions pending; real software waits here.`,
  'flr.reset': ({ who }) =>
    said`Sets Initiate Function Level Reset of ${strong(who)}. The bit reads zero again at once.`,
  'flr.after': ({ who }) =>
    said`After 100 ms ${strong(who)} may be asked again: Command and BARs are back at power-on.`,

  'probe.bus': ({ bus: n }) => said`Is anybody on bus ${strong(bus(n))}? Asks each slot for its vendor.`,
  'probe.header': ({ who }) => said`${strong(who)} answers. Reads its header, all 64 bytes.`,
  'probe.found': ({ who, ids }) => said`${strong(who)} is ${value(ids)}.`,

  'kvmtool.start': 'One bus, no bridges: whoever is there gets addresses from two counters that only go up.',
  'kvmtool.bar': ({ who, bar }) => said`How large is BAR${bar} of ${strong(who)}?`,
  'kvmtool.give': ({ who, bar, base, size }) =>
    said`BAR${bar} of ${strong(who)} gets the next ${value(size)}: ${value(base)}.`,
  'kvmtool.line': ({ who, line }) => said`${strong(who)} gets interrupt line ${value(line)}, the next one.`,
  'kvmtool.on': ({ who }) => said`${strong(who)} may decode from the start: no firmware will do it.`,

  'hvisor.start': 'The firmware has placed everything. Each BAR is read, sized, and given its value back.',
  'hvisor.bar': ({ who, bar }) =>
    said`BAR${bar} of ${strong(who)}: what it holds, how large it is, and back.`,
  'hvisor.keep': ({ who, bar, base, size }) =>
    said`BAR${bar} of ${strong(who)} lies at ${value(base)}, ${value(size)}: noted for the zone that will own it.`,

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
