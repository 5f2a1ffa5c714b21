/** English sentences of the firmware: what it is about to do, and why. */
import { hex, hex0x, size as sizeText } from '../../../base/hex.ts';
import type { Messages } from '../../../base/messages.ts';
import { said, strong, value, type Sentences } from '../pieces.ts';

type SeabiosId = Extract<keyof Messages, `seabios.${string}`>;

const bus = (n: number): string => hex(n, 2);
const kinds = { io: 'I/O', memory: 'memory', prefetch: 'prefetchable memory' } as const;
const bar = (n: number): string => (n === 6 ? 'the ROM BAR' : `BAR${String(n)}`);

export const seabios = {
  'seabios.start': () =>
    said`Is there a PCI host bridge at all? CONFIG_ADDRESS must keep what is written to it.`,
  'seabios.bus': ({ bus: n }) =>
    said`Looks at every slot of bus ${strong(bus(n))}. Bridges there lose their old bus numbers first, so that nothing behind them answers by accident.`,
  'seabios.bridge': ({ who, bus: n, secondary }) =>
    said`${strong(who)} is a bridge on bus ${bus(n)}: behind it is bus ${strong(bus(secondary))}. It takes every number up to ff while we look there.`,
  'seabios.subordinate': ({ who, secondary, subordinate }) =>
    said`Behind ${strong(who)} lie buses ${bus(secondary)} to ${strong(bus(subordinate))}: now its last number is known.`,
  'seabios.endless': ({ bus: n }) =>
    said`The firmware was at bus ${strong(bus(n))} before: this number is handed out again. The real one goes in circles here and never starts the machine.`,
  'seabios.devices': 'All buses have numbers. Makes a list of what is there.',
  'seabios.probe': ({ bus: n }) =>
    said`Lists the functions of bus ${strong(bus(n))}: ids, class, header type.`,
  'seabios.ecam': () =>
    said`Opens the ECAM window at ${value('0xb0000000')}; from here on configuration space is memory.`,
  'seabios.sizing': 'Pass 1: how many addresses does every BAR want?',
  'seabios.bar': ({ who, bar: n }) =>
    said`Sizes ${bar(n)} of ${strong(who)}: writes ones, reads which of them stay, writes the old value back.`,
  'seabios.bar-size': ({ who, bar: n, on, kind, bytes, takes }) =>
    said`${strong(who)} wants ${value(sizeText(bytes))} of ${kinds[kind]} for ${bar(n)}${
      takes > bytes ? `, and gets ${sizeText(takes)}: nothing shares its page` : ''
    }. It joins the list of bus ${bus(on)}.`,
  'seabios.window': ({ who, bus: n, kind }) =>
    said`What do the devices on bus ${strong(bus(n))} need of ${kinds[kind]}? ${who} will need a window for it.`,
  'seabios.window-size': ({ bus: n, kind, size }) =>
    said`Bus ${strong(bus(n))} needs ${value(size)} of ${kinds[kind]}. Its bridge asks the bus above for that.`,
  'seabios.placing': 'Pass 2: addresses, the largest alignment first, so that nothing is lost between them.',
  'seabios.io': ({ base, size }) =>
    said`Ports begin at ${value(hex0x(base))}: ${value(sizeText(size))} in all.`,
  'seabios.above': ({ count }) =>
    said`Below 4 GiB there is no room for everything: ${strong(`${String(count)} regions`)} of 64-bit BARs move above.`,
  'seabios.map': ({ who, bar: n, base, size }) =>
    said`${strong(who)} gets ${value(sizeText(size))} at ${value(hex0x(base))} for ${bar(n)}.`,
  'seabios.open': ({ who, kind, base, size }) =>
    said`Bridge ${strong(who)} gets its ${kinds[kind]} window: ${value(sizeText(size))} at ${value(hex0x(base))}.`,
  'seabios.out-of-space': 'There are not enough addresses. The real firmware stops the machine here.',
  'seabios.enable': 'Everything has a place. Interrupt lines, and decoding on.',
  'seabios.init': ({ who }) =>
    said`${strong(who)}: its interrupt line is noted, and it may decode. Bus mastering stays off: that is the driver’s affair.`,
  'seabios.vga': 'Does a VGA card get the legacy addresses?',
  'seabios.vga-path': ({ who }) =>
    said`${strong(who)} does not yet: decoding on, and VGA Enable in every bridge above it.`,
} satisfies Sentences<Pick<Messages, SeabiosId>>;
