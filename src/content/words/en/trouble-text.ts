/** English reasons and ways out where a text cannot be read: command lines, dumps, the console, searches (base/trouble.ts). */
import type { Messages, Thing } from '../../../base/messages.ts';
import type { TroubleWords } from '../../../base/trouble.ts';
import { said, value, type Said, type Sentences } from '../pieces.ts';

/** Why a name means nothing, and where the names are, by what it was looked for among. */
const unknown: Readonly<Record<Thing, readonly [why: string, fix: Said]>> = {
  bus: [
    'A part names its bus by the id of the bridge or port above it, which must have been plugged in before.',
    said`Give the bridge that ${value('id=')}, or leave ${value('bus=')} out for the root bus.`,
  ],
  command: [
    'The console speaks as QEMU’s test protocol, lspci, setpci and the QEMU monitor do.',
    said`${value('help')} lists all commands.`,
  ],
  error: [
    'Errors are called as QEMU and Linux call them.',
    said`${value('help pcie_aer_inject_error')} lists them.`,
  ],
  info: [
    'Of the QEMU monitor’s topics, those about the bus are here.',
    said`${value('help info')} lists them.`,
  ],
  lspci: ['Options that this lspci does not have are not guessed.', said`${value('help lspci')} lists them.`],
  machine: [
    'Two machines are modelled, both of QEMU for x86.',
    said`Take ${value('pc')} or ${value('q35')}.`,
  ],
  model: ['Cards are called as QEMU calls them.', '“Add a device…” lists them all.'],
  option: ['QEMU for x86 has no option of that name.', 'Correct it or delete it, with its value.'],
  part: [
    'Parts are called by their id, or by model and slot.',
    said`${value('info pci')} lists what is there.`,
  ],
  program: [
    'Only PCs of x86 are modelled: their chipsets and their ports.',
    said`Take ${value('qemu-system-x86_64')}.`,
  ],
  property: [
    'The model has no property of that name, so QEMU would not start.',
    'Correct it or leave it out.',
  ],
  setpci: [
    'Registers are called as setpci calls them, or given by their offset.',
    said`Write the offset, as in ${value('4.w')}, or see ${value('help setpci')}.`,
  ],
  subsystem: [
    'A controller names its subsystem by the id of a part that was given before it.',
    said`Put ${value('nvme-subsys,id=…')} before it.`,
  ],
  vga: [
    'A VGA card is chosen by a short name of QEMU’s.',
    said`Take ${value('std')}, ${value('none')} or another of QEMU’s names.`,
  ],
};

const examples: Readonly<Record<Messages['search.value']['key'], string>> = {
  bdf: 'bdf:00:03.0',
  reg: 'reg:BAR0',
  op: 'op:write',
  val: 'val:ffffffff',
  addr: 'addr:cf8',
  lane: 'lane:io',
  text: 'text:setpci',
};

export const troubleText = {
  'problem.unknown-why': ({ what }) => unknown[what][0],
  'problem.unknown-fix': ({ what, nearest }) =>
    nearest === '' ? unknown[what][1] : said`Write ${value(nearest)}.`,
  'problem.expected-why': ({ expected }) => `In this place only ${expected} has a meaning.`,
  'problem.expected-fix': ({ expected, given }) =>
    given === '' ? `Add ${expected}.` : said`Write ${expected} instead of ${value(given)}.`,

  'formats.no-bearing-why':
    'cf8 models the PCI bus and what sits on it; this sets up another part of the machine.',
  'formats.no-bearing-fix': 'Nothing needs to be done: the bus is the same without it.',
  'formats.not-carried-why': 'QEMU would change the bus by it, so this machine differs from yours there.',
  'formats.not-carried-fix': said`Delete it; if it stands for a card, plug that in with ${value('-device')}.`,
  'formats.value-missing-why':
    'The option takes the word after it, and there is none. The line may be cut off.',
  'formats.value-missing-fix': ({ option }) => said`Write a value after ${value(option)}, or delete it.`,
  'formats.quote-open-why': 'Everything after a quote is one word, up to the quote that closes it.',
  'formats.quote-open-fix': ({ quote }) => said`Write another ${value(quote)} where the word ends.`,
  'formats.dump-row-why': said`A row is an offset and bytes of two digits: ${value('10: 00 00 …')}. Something broke this one on its way.`,
  'formats.dump-row-fix': 'Mend the row in the text, or paste the output again as it was printed.',
  'formats.dump-short-why': 'Even without root lspci prints 64 bytes, so the text is not whole.',
  'formats.dump-short-fix': said`Make the dump again: ${value('sudo lspci -vvxxxx')}.`,
  'formats.dump-empty-why': said`A function begins with a line such as ${value('00:1f.0 …')}, and rows of bytes follow.`,
  'formats.dump-empty-fix': said`Paste what ${value('sudo lspci -vvxxxx')} prints.`,

  'problem.too-large-why': ({ bytes }) => `An access of that width carries ${String(bytes * 8)} bits.`,
  'problem.too-large-fix': 'Take a smaller number, or a wider command.',
  'problem.extra-why': 'The command is complete before it; what follows would be lost without a word.',
  'problem.extra-fix': ({ given }) =>
    said`Delete ${value(given)}. Two commands on a line have ${value(';')} between them.`,
  'problem.swapped-why': 'Executed as it stands it would reach another port than the one that was meant.',
  'problem.swapped-fix': ({ fix }) => said`Write ${value(fix)}.`,
  'problem.unreachable-why': 'Addresses are kept as whole numbers, which are exact up to 2^53.',
  'problem.unreachable-fix': said`Take an address below ${value('0x20000000000000')}.`,
  'problem.nothing-chosen-why':
    'Only functions that software can find now are looked at: their buses must have numbers.',
  'problem.nothing-chosen-fix': said`${value('lspci -n')} lists those that there are.`,
  'problem.no-capability-why':
    'The name stands for a place within a capability, and the function’s list has none such.',
  'problem.no-capability-fix': ({ who }) => said`${value(`lspci -v -s ${who}`)} shows those that it has.`,
  'problem.needs-ecam-why':
    'CONFIG_ADDRESS has eight bits for the register: 256 bytes. Beyond it only memory leads.',
  'problem.needs-ecam-fix':
    'On q35 the firmware opens the window: run SeaBIOS first. The machine pc has none.',
  'problem.no-step-why': 'A step is an access that was made; those to come have no number yet.',
  'problem.no-step-fix': ({ last }) => said`Write ${value(`goto ${String(last)}`)} or ${value('goto end')}.`,
  'problem.script-only-why':
    'A program is played again when the story is opened, so each of its lines must act on the machine.',
  'problem.script-only-fix': 'Delete the line, and type it into the console.',

  'search.key-why': 'Before a colon stands what is compared. Words without one are looked for everywhere.',
  'search.key-fix': ({ keys }) => `Take one of ${keys}, or leave the colon out.`,
  'search.value-why': 'Each kind of term has values of its own.',
  'search.value-fix': ({ key }) => said`Write it as in ${value(examples[key])}.`,
} satisfies Partial<Sentences<TroubleWords>>;
