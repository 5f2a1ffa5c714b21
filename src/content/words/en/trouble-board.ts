/** English reasons and ways out where a board cannot be built as asked (base/trouble.ts). */
import type { TroubleWords } from '../../../base/trouble.ts';
import { said, value, type Sentences } from '../pieces.ts';

const dropEdit = 'Put the part in again, or take the edit back.';
const dumpAgain = said`Make the dump again as root, of all functions: ${value('sudo lspci -vvxxxx')}.`;

export const troubleBoard = {
  'problem.express-only-why':
    'A PCI Express device has a link and up to 4 KiB of configuration space; a conventional slot offers neither.',
  'problem.express-only-fix': ({ model }) =>
    said`Put ${value(model)} on a PCI Express bus: the root bus of q35, or behind a ${value('pcie-root-port')}.`,
  'problem.conventional-only-why':
    'It brings another conventional root bus, and the roots of this machine are PCI Express.',
  'problem.conventional-only-fix': said`Take ${value('pxb-pcie')}, or the machine ${value('pc')}.`,
  'problem.root-only-why': 'An expander is a root beside bus 0: it hangs on the host, never behind a bridge.',
  'problem.root-only-fix': said`Leave ${value('bus=')} out.`,
  'problem.bridges-only-why':
    'Cards do not sit on an expander’s root bus itself but behind its bridges and ports.',
  'problem.bridges-only-fix': ({ model, bus }) =>
    said`Put a bridge or a port on ${value(bus)}, and ${value(model)} behind that.`,
  'problem.bus-number-taken-why':
    'An expander’s root has the number that it is given, and a number can lead to one bus only.',
  'problem.bus-number-taken-fix': said`Give ${value('bus_nr=')} another number, above those in use.`,
  'problem.one-slot-why':
    'A PCI Express port leads to one link, and at its other end is one device: device 0.',
  'problem.one-slot-fix': said`Leave ${value('addr=')} out.`,
  'problem.slot-taken-why': 'A device number selects one slot; two cards in it would both answer.',
  'problem.slot-taken-fix': said`Leave ${value('addr=')} out for the lowest free slot, or take another one.`,
  'problem.bus-full-why':
    'A bus has 32 device numbers, one behind a PCI Express port, and here all are in use.',
  'problem.bus-full-fix': ({ bus }) =>
    said`Take another bus, or put a bridge or a port in beside ${value(bus)} and the part behind it.`,
  'problem.id-taken-why': 'Parts name the bus they hang on by its id, so an id must lead to one part.',
  'problem.id-taken-fix': ({ id }) => said`Give one of the two another id than ${value(id)}.`,
  'problem.single-function-why':
    'Software asks functions 1 to 7 only where function 0 says in its Header Type that it is not alone.',
  'problem.single-function-fix': ({ other }) =>
    said`Give function 0 ${value('multifunction=on')}, or take another slot than that of ${value(other)}.`,
  'problem.required-why': ({ model }) => said`QEMU starts no ${value(model)} without it; it has no default.`,
  'problem.required-fix': ({ property }) => said`Add ${value(`${property}=`)} and a value.`,
  'problem.power-of-two-why': 'It becomes the size of a BAR, and a BAR can decode only powers of two.',
  'problem.power-of-two-fix': ({ property }) => said`Give ${value(`${property}=`)} the next power of two.`,
  'problem.same-chassis-slot-why':
    'Chassis and slot number together tell an operating system where a card sits; no two places may share them.',
  'problem.same-chassis-slot-fix': said`Give this port another ${value('slot=')} or another ${value('chassis=')}.`,
  'problem.conflict-why': 'Each rules the other out; QEMU does not start with both.',
  'problem.conflict-fix': ({ one, other }) => said`Leave ${value(one)} or ${value(other)} out.`,
  'problem.no-mode-why':
    'A driver talks to a virtio device by one of the two sets of registers; without both, none can.',
  'problem.no-mode-fix': said`Leave ${value('disable-modern=')} and ${value('disable-legacy=')} out.`,

  'problem.bus-not-hot-why':
    'Something must tell the system that a card came or went. This bus has no controller for it.',
  'problem.bus-not-hot-fix': 'Put the part in from power-on, or on a bus that takes hot plug.',
  'problem.model-not-hot-why':
    'QEMU lets some models come and go while the machine runs, and this is none of them.',
  'problem.model-not-hot-fix': 'Put it in, or take it out, from power-on.',
  'problem.zero-there-why':
    'The arrival of function 0 is what announces a slot. Whatever joins it later is not noticed.',
  'problem.zero-there-fix': ({ other }) =>
    said`Pull ${value(other)} out, plug this one in, then function 0 again; or put it in from power-on.`,
  'problem.told-otherwise-why': 'A story is kept as what was done and is played again when it is opened.',
  'problem.told-otherwise-fix': 'Nothing needs to be done. Saving it again keeps it as it is now.',

  'problem.other-domain-why': 'A domain is another set of 256 buses, with a host bridge of its own.',
  'problem.other-domain-fix': ({ domain }) =>
    said`To look at domain ${domain}, open its lines alone, with ${value('0000:')} in front.`,
  'problem.unreachable-bus-why':
    'Its bridge is not in the dump, or the bridge’s bus numbers leave it out: no access gets there.',
  'problem.unreachable-bus-fix': dumpAgain,
  'problem.dumped-twice-why':
    'A bus, device and function lead to one function. Two dumps may stand in one text.',
  'problem.dumped-twice-fix': ({ slot }) => said`Delete one ${value(slot)} from the text.`,

  'problem.override-gone-why':
    'An edit of hardware is kept by its part’s name, and that was taken out or renamed.',
  'problem.override-gone-fix': dropEdit,
  'problem.override-outside-why':
    'A conventional function has 256 bytes of configuration space, a PCI Express one 4096.',
  'problem.override-outside-fix': 'Take the edit back.',
  'problem.override-bar-why':
    'The lowest address bit that takes a one is the size of a BAR. Bits with a gap between them give no size.',
  'problem.override-bar-fix': 'Make the writable bits one run from the top down, or take the edit back.',
  'problem.override-unknown-why':
    'What the dump did not read is not known. Nothing is made up, so there is nothing to change.',
  'problem.override-unknown-fix': dumpAgain,
} satisfies Partial<Sentences<TroubleWords>>;
