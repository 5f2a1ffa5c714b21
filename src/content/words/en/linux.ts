/** English sentences of the kernel: what it is about to do to PCI, and why. */
import { hex, size as sizeText } from '../../../base/hex.ts';
import type { Messages } from '../../../base/messages.ts';
import { said, strong, value, type Sentences } from '../pieces.ts';

type LinuxId = Extract<keyof Messages, `linux.${string}`>;

const bus = (n: number): string => hex(n, 2);
const names = ['the ROM BAR', 'the I/O window', 'the memory window', 'the prefetchable window'] as const;
const bar = (n: number): string => names[n - 6] ?? `BAR${String(n)}`;

export const linux = {
  'linux.ports': () =>
    said`Does mechanism 1 work? A byte at ${value('cfb')} must change nothing; CONFIG_ADDRESS must keep a whole dword.`,
  'linux.look-ecam': 'Is there an ECAM window? The real kernel is told by ACPI; here the chipset is asked.',
  'linux.ecam': ({ base }) =>
    said`ECAM is at ${value(base)}. Registers from ${value('100')} on are read there; the first 256 bytes still go through the ports.`,
  'linux.scan': 'Root bus 00 is scanned, slot by slot.',
  'linux.peer': ({ bus: n }) =>
    said`No bridge leads to bus ${strong(bus(n))}. Is it a root of its own? One function of each slot is asked.`,
  'linux.bus': ({ bus: n }) => said`Who is on bus ${strong(bus(n))}? Each slot is asked for its ids.`,
  'linux.retry': ({ who }) =>
    said`${strong(who)} says it is not ready yet. The kernel waits, and asks again.`,
  'linux.found': ({ who, ids }) =>
    said`${strong(who)} is ${value(ids)}. Header type, PCI Express capability, class; does INTx Disable stick?`,
  'linux.bar': ({ who, bar: n, always }) =>
    always === 1
      ? said`Sizes ${bar(n)} of ${strong(who)}. A host bridge keeps decoding meanwhile: it may be the way to memory.`
      : said`Sizes ${bar(n)} of ${strong(who)}: decoding off, ones, read back, the old value, decoding as before.`,
  'linux.bar-size': ({ who, bar: n, size }) => said`${bar(n)} of ${strong(who)} decodes ${value(size)}.`,
  'linux.test-windows': ({ who }) =>
    said`Which windows can ${strong(who)} have? Registers of a window that is not there stay zero; a 64-bit one has an upper half.`,
  'linux.capabilities': ({ who }) =>
    said`What else can ${strong(who)} do? Each part of the kernel walks the list for its own capability.`,
  'linux.read-windows': ({ who }) => said`Where has the firmware opened the windows of ${strong(who)}?`,
  'linux.bridge': ({ who }) =>
    said`${strong(who)} is a bridge. Do its bus numbers make sense? First pass: those that do are kept.`,
  'linux.bridge-again': ({ who }) => said`Second pass: does ${strong(who)} still need a bus number?`,
  'linux.keep-bus': ({ who, secondary, subordinate }) =>
    said`Behind ${strong(who)} lie buses ${strong(bus(secondary))} to ${strong(bus(subordinate))}: the firmware’s numbers stay.`,
  'linux.new-bus': ({ who, bus: n, secondary }) =>
    said`${strong(who)} on bus ${bus(n)} gets the next number, ${strong(bus(secondary))}, and all that are left while we look behind it.`,
  'linux.no-bus': ({ who }) => said`There is no bus number left for what is behind ${strong(who)}.`,
  'linux.subordinate': ({ who, secondary, subordinate }) =>
    said`${strong(who)} leads to buses ${bus(secondary)} to ${strong(bus(subordinate))}: its last number is known.`,
  'linux.survey':
    'What the firmware gave out is kept where it makes sense. Windows first, from the root down.',
  'linux.survey-bars': ({ pass }) =>
    pass === 'on'
      ? said`Now the BARs of whatever decodes already.`
      : said`Then the BARs that are turned off: they come after those that work.`,
  'linux.rom-off': ({ who }) =>
    said`The ROM of ${strong(who)} is turned off: it may share its decoder with a BAR.`,
  'linux.keep': ({ who, bar: n, base, size }) =>
    said`${strong(who)} keeps ${bar(n)}: ${value(size)} at ${value(base)}.`,
  'linux.conflict': ({ who, bar: n, base }) =>
    said`${bar(n)} of ${strong(who)} at ${value(base)} lies in no window, or on somebody else: it will get another place.`,
  'linux.placing': 'What has no address yet gets one. How large must the windows be that are still closed?',
  'linux.window-size': ({ who, bus: n, bar: b, size, extra }) =>
    extra > 0
      ? said`For bus ${strong(bus(n))}, ${bar(b)} of ${strong(who)} must be ${value(size)}, and would like ${value(sizeText(extra))} more for a card to come.`
      : said`For bus ${strong(bus(n))}, ${bar(b)} of ${strong(who)} must be ${value(size)}.`,
  'linux.without-spare': ({ bus: n }) =>
    said`Bus ${strong(bus(n))} has no room for all that was wished for. Again, without the reserves.`,
  'linux.assign': ({ who, bar: n, base, size }) =>
    said`${strong(who)} gets ${value(size)} at ${value(base)} for ${bar(n)}: the lowest place with room.`,
  'linux.no-room': ({ who, bar: n, size }) =>
    said`There is no room for ${bar(n)} of ${strong(who)}, ${value(size)}. It is given up.`,
  'linux.write-windows': ({ who, bus: n }) =>
    said`All of bus ${strong(bus(n))} is placed: the windows of ${strong(who)} are written, each half-way state a closed one.`,
  'linux.enable': 'Devices are turned on by their drivers, later. The kernel’s own port driver comes now.',
  'linux.port': ({ who }) => said`${strong(who)} is a PCI Express port: decoding on, and bus mastering.`,
} satisfies Sentences<Pick<Messages, LinuxId>>;
