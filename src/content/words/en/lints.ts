/** English sentences of the lints: what is odd, why it matters, and what the line does that mends it. */
import type { Messages } from '../../../base/messages.ts';
import { said, value, type Sentences } from '../pieces.ts';

type LintMessages = { [K in keyof Messages as K extends `lint.${string}` ? K : never]: Messages[K] };

const spaces = { io: 'I/O', memory: 'Memory' } as const;

export const lints = {
  'lint.bar-overlap': ({ one, other, from, to }) =>
    said`${value(one)} and ${value(other)} both answer ${value(`${from}–${to}`)}.`,
  'lint.bar-overlap-why': ({ authentic }) =>
    authentic === 'qemu'
      ? 'On a real bus both would drive it at once. QEMU lets the one that was mapped last answer, so the other cannot be reached there.'
      : 'Two devices that claim one access drive the bus against each other: what is read is neither’s value.',
  'lint.bar-in-window': ({ bar, bridge, from, to }) =>
    said`${value(bar)} lies in the window of ${value(bridge)} beside it, ${value(`${from}–${to}`)}.`,
  'lint.bar-in-window-why':
    'The device and the bridge sit on one bus and both claim the access; what is behind the bridge at these addresses is lost.',
  'lint.bar-in-ram': ({ bar, from, to }) => said`${value(bar)} lies where RAM is: ${value(`${from}–${to}`)}.`,
  'lint.bar-in-ram-why':
    'The memory controller answers before PCI is asked. The device never hears an access there, and its driver reads and writes RAM.',
  'lint.windows-overlap': ({ one, other, from, to }) =>
    said`The windows of ${value(one)} and ${value(other)} share ${value(`${from}–${to}`)}.`,
  'lint.windows-overlap-why':
    'Both bridges claim an access there, and only one of them leads to the device that is meant.',
  'lint.bar-outside': ({ bar, bridge, from, to }) =>
    said`${value(bar)} is at ${value(`${from}–${to}`)}, outside the windows of ${value(bridge)}.`,
  'lint.bar-outside-why':
    'The BAR decodes, but the bridge above passes nothing down for it: what the CPU reads comes from nobody, and writes vanish.',
  'lint.window-outside': ({ bridge, above, from, to }) =>
    said`The window ${value(`${from}–${to}`)} of ${value(bridge)} is outside those of ${value(above)} above it.`,
  'lint.window-outside-why':
    'What lies in it cannot be reached: the bridge nearer to the CPU does not pass these addresses down.',
  'lint.bar-at-zero': ({ who, bar, space }) =>
    said`${spaces[space]} decoding of ${value(who)} is on while its ${value(bar)} is 0.`,
  'lint.bar-at-zero-why': ({ space }) =>
    space === 'io'
      ? 'Address 0 stands for “not placed”. Some hardware takes it at its word and answers at ports 0 and up, where the chipset is.'
      : 'Address 0 stands for “not placed”. Some hardware takes it at its word and answers at address 0 and up, where RAM is.',
  'lint.bus-order': ({ bridge, primary, secondary, subordinate }) =>
    said`Bus numbers of ${value(bridge)} do not count upwards: primary ${value(primary)}, secondary ${value(secondary)}, subordinate ${value(subordinate)}.`,
  'lint.bus-order-why':
    'A bridge passes configuration accesses for secondary to subordinate. A bus behind it must have a higher number than the one before it, and the range must not be empty.',
  'lint.bus-outside': ({ bridge, from, to, above, secondary, subordinate }) =>
    said`Buses ${value(`${from}–${to}`)} of ${value(bridge)} are not behind ${value(above)}, which passes ${value(`${secondary}–${subordinate}`)}.`,
  'lint.bus-outside-why':
    'The bridge above does not pass configuration accesses for these numbers: what is behind cannot be found.',
  'lint.bus-overlap': ({ one, other, from, to }) =>
    said`${value(one)} and ${value(other)} both claim bus ${value(from === to ? from : `${from}–${to}`)}.`,
  'lint.bus-overlap-why': 'One number must lead to one bus. Of the two, software can reach only one.',
  'lint.message-not-master': ({ who, what }) =>
    said`${value(what)} of ${value(who)} is enabled, but it is not a bus master.`,
  'lint.message-not-master-why':
    'A message is a memory write that the function makes itself. Without Bus Master Enable it is dropped, and the interrupt with it.',
  'lint.master-below': ({ bridge, who }) =>
    said`${value(who)} is a bus master behind ${value(bridge)}, which is none.`,
  'lint.master-below-why':
    'A bridge without Bus Master Enable passes no memory or I/O request upwards: DMA and messages from behind it are refused.',
  'lint.capability-list': ({ who, at, kind }) =>
    kind === 'loop'
      ? said`The capability list of ${value(who)} comes back to ${value(at)}.`
      : said`The capability list of ${value(who)} leads to ${value(at)}, outside of where capabilities may lie.`,
  'lint.capability-list-why':
    'Software that follows the pointers without counting never ends, or takes header registers for a capability. Only the maker can mend it.',
  'lint.all-ones': ({ who }) => said`All of ${value(who)} reads as ones: nobody answered for it.`,
  'lint.all-ones-why':
    'It may be asleep, its link down, or it was pulled out; whoever read it may not have been allowed to; or the bus number leads elsewhere. lspci prints “!!! Unknown header type 7f”.',
  'lint.bar-last-wide': ({ who, bar }) =>
    said`${value(bar)} of ${value(who)} says that it is 64 bits wide, and it is the last one.`,
  'lint.bar-last-wide-why':
    'The upper half would be the register after it, which is something else. Software that writes it there breaks that register. Only the maker can mend it.',
  'lint.row-sizing': ({ who, bar }) => said`${value(bar)} is sized while ${value(who)} decodes.`,
  'lint.row-sizing-why':
    'Between the ones and the old address, the BAR answers where the ones point. Firmware gets away with it as long as nothing else lives there; the specification asks to switch decoding off first.',
  'lint.row-narrow': ({ bytes, port, value: written }) =>
    said`${value(written)} was written to ${value(port)} with ${bytes} ${bytes === 1 ? 'byte' : 'bytes'}: CONFIG_ADDRESS did not take it.`,
  'lint.row-narrow-why':
    'Only a write of 32 bits at CF8 goes to CONFIG_ADDRESS; a narrower one is an ordinary I/O access. The next access to CFC goes where the old address points.',
  'lint.row-unclaimed': ({ target, write }) =>
    write
      ? said`Nobody took the write to ${value(target)}.`
      : said`Nobody answered the read of ${value(target)}.`,
  'lint.row-unclaimed-why': ({ write, who, value: read }) =>
    who !== ''
      ? said`${value(who)} has a BAR there, but its decoding is off.`
      : write
        ? 'The write is lost without a sign.'
        : said`${value(read)} comes back, which may look like a value.`,
  'lint.row-unaligned': ({ bar, asked, kept }) =>
    said`${value(bar)} was given ${value(asked)} and keeps ${value(kept)}.`,
  'lint.row-unaligned-why': ({ bytes }) =>
    said`It is ${bytes} large and can lie only at a multiple of that; the bits below are wired to 0.`,

  'lint.fix-move': ({ bar, address }) => said`Moves ${value(bar)} to ${value(address)}, which is free.`,
  'lint.fix-align': ({ bar, address }) =>
    said`Gives ${value(bar)} the next address that it can hold, ${value(address)}.`,
  'lint.fix-off': ({ who }) => said`Switches that decoding of ${value(who)} off.`,
  'lint.fix-on': ({ who }) => said`Switches decoding of ${value(who)} on.`,
  'lint.fix-window': ({ bridge, from, to }) =>
    said`Makes ${value(bridge)} pass ${value(`${from}–${to}`)} down.`,
  'lint.fix-close': ({ bridge }) =>
    said`Closes the window of ${value(bridge)}; nothing that decodes is behind it.`,
  'lint.fix-reach': ({ bridge, to }) => said`Lets ${value(bridge)} reach up to bus ${value(to)}.`,
  'lint.fix-renumber': ({ bridge, number }) =>
    said`Gives the bus behind ${value(bridge)} the free number ${value(number)}; what is behind has to be numbered again.`,
  'lint.fix-master': ({ who }) => said`Makes ${value(who)} a bus master.`,
  'lint.fix-latch': ({ value: address }) => said`Writes all of CONFIG_ADDRESS at once: ${value(address)}.`,
} satisfies Sentences<LintMessages>;
