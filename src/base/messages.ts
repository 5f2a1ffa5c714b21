/** The table of messages: what may be said, and the slots of each. */

/** What a name was looked for among; each language has a word for it. */
export type Thing =
  | 'bus'
  | 'command'
  | 'error'
  | 'info'
  | 'lspci'
  | 'machine'
  | 'model'
  | 'option'
  | 'part'
  | 'program'
  | 'property'
  | 'setpci'
  | 'subsystem'
  | 'vga';

/**
 * Everything that the rooms left of the screen may say: message id → the slots that its sentence needs.
 * Add a line here, then its sentence in content/words/en/*.ts (the compiler asks for it).
 */
export interface Messages {
  /** A word that no table knows, with the nearest one that it does. */
  'problem.unknown': { what: Thing; given: string; nearest: string };
  /** Something else was expected here; `expected` is notation, in capitals where something stands for it, no words. */
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
  'problem.conventional-only': { model: string };
  /** An expander anywhere but on the machine's own root bus. */
  'problem.root-only': { model: string };
  /** Something else than a bridge on an expander's root bus. */
  'problem.bridges-only': { model: string; bus: string };
  'problem.bus-number-taken': { number: number };
  'problem.one-slot': { bus: string; given: string };
  'problem.slot-taken': { bus: string; given: string; other: string };
  'problem.bus-full': { bus: string };
  'problem.id-taken': { id: string };
  /** Function 0 of a slot says whether there are others. */
  'problem.single-function': { bus: string; given: string; other: string };
  'problem.required': { model: string; property: string };
  'problem.power-of-two': { property: string; given: string };
  'problem.same-chassis-slot': { chassis: number; slot: number };
  /** Two properties that exclude each other. */
  'problem.conflict': { one: string; other: string };
  /** A virtio device told to have neither of its register sets. */
  'problem.no-mode': { model: string };
  // plugging in while the machine runs
  'problem.bus-not-hot': { bus: string };
  'problem.model-not-hot': { model: string };
  /** Function 0 of the slot is there already. */
  'problem.zero-there': { other: string };
  'problem.told-otherwise': Record<never, never>;
  'problem.other-domain': { domain: number };
  'problem.unreachable-bus': { bus: string };
  /** The second of two functions at one place of a dump. */
  'problem.dumped-twice': { slot: string };
  // hardware that a person edits
  /** A function that is not on the board (any more). */
  'problem.override-gone': { part: string };
  /** A byte outside the function's space. */
  'problem.override-outside': { part: string; offset: string };
  /** A base address register whose mask decodes no size, or whose upper half is missing. */
  'problem.override-bar': { part: string; bar: string };
  /** Bytes that the dump does not hold. */
  'problem.override-unknown': { part: string; offset: string };

  // what is changed to mend a board
  'mend.model': { model: string };
  'mend.bus': { bus: string };
  'mend.slot': Record<never, never>;
  'mend.id': { id: string };
  'mend.property': { property: string; value: string };
  'mend.drop': { property: string };
  'mend.leave-out': { model: string };
  /** An edit of hardware is taken back. */
  'mend.hardware': { part: string };

  // searching the timeline
  /** A term `given:` that there is not. */
  'search.key': { given: string; keys: string };
  /** A term whose value cannot be read. */
  'search.value': { key: 'bdf' | 'reg' | 'op' | 'val' | 'addr' | 'lane' | 'text'; given: string };

  // opening a link
  /** A field of a link that means nothing here. */
  'link.unknown-field': { field: string };
  'link.newer': { version: number };
  'link.newer-story': Record<never, never>;
  'link.bad-field': { field: string; given: string };
  /** Letters that unfold by rules that this version does not know. */
  'link.codec': { part: 'machine' | 'story' };
  /** Cut off or changed on its way; what could be read of it is there. */
  'link.damaged': { part: 'machine' | 'story' };
  'link.too-large': { part: 'machine' | 'story' };
  'link.no-machine': Record<never, never>;
  'link.unknown-preset': { id: string };
  'link.preset-changed': { id: string };
  'link.bad-parts': { count: number };
  'link.bad-entries': { count: number };
  'link.past-end': { row: number; head: number };
  'link.too-long': { characters: number };

  // the story: one sentence a beat, or a row
  'say.power-on': { machine: string };
  'say.dump-open': { functions: number };
  'say.latch-write': { value: string };
  'say.latch-read': { port: string };
  'say.latch-narrow': { bytes: number };
  'say.latch': { bus: string; device: string; function: number; register: string };
  'say.latch-off': { value: string };
  'say.latched': { value: string; who: string; register: string };
  'say.data-write': { value: string; via: string };
  'say.data-read': { via: string };
  'say.disabled': Record<never, never>;
  'say.type0': { device: number };
  'say.type1': { bus: string };
  'say.forward': { bridge: string; bus: string; secondary: string; subordinate: string };
  'say.convert': { bridge: string; bus: string; secondary: string; subordinate: string; device: number };
  'say.claim-read': { who: string; register: string; value: string };
  'say.claim-write': { who: string; register: string; value: string };
  'say.config-read': { who: string; register: string; value: string };
  'say.absent': { who: string; value: string };
  'say.abort': { who: string };
  'say.ones': { value: string };
  'say.return': { value: string };
  'say.mask': { who: string; register: string; now: string; refused: number };
  'say.size-flags': { value: string; bare: string };
  'say.size-invert': { bare: string; inverted: string };
  'say.size': { who: string; bar: string; value: string; bytes: string };
  'say.map': { who: string; bar: string; address: string; last: string; bytes: string };
  'say.unmap': { who: string; bar: string; address: string };
  'say.outline': { who: string; bar: string; address: string };
  /** A window as a write leaves it; closed: base above limit. */
  'bridge.window': {
    bridge: string;
    kind: 'io' | 'memory' | 'prefetchable';
    enabled: boolean;
    from: string;
    to: string;
    bytes: string;
  };
  'bridge.closed': { bridge: string; kind: 'io' | 'memory' | 'prefetchable'; from: string; to: string };
  'bridge.numbers': { bridge: string; secondary: string; subordinate: string };
  'say.io-read': { address: string; bytes: number };
  'say.io-write': { address: string; bytes: number; value: string };
  'say.memory-read': { address: string; bytes: number };
  'say.memory-write': { address: string; bytes: number; value: string };
  'say.platform': { what: string; value: string };
  'say.to-pci': { address: string };
  'say.expander': { expander: string; address: string };
  'say.window': { bridge: string; address: string; from: string; to: string };
  'say.claim-address-read': { who: string; place: string; value: string };
  'say.claim-address-write': { who: string; place: string; value: string };
  'say.abort-address': { address: string };
  'say.abort-disabled': { address: string; who: string };
  'say.made-up': { value: string };
  'say.dma-read': { who: string; address: string; value: string };
  'say.dma-write': { who: string; address: string; value: string };
  'say.dma-blocked': { who: string };
  'say.message': { who: string; address: string; value: string };
  'say.reset': Record<never, never>;
  'say.plug': { part: string; model: string; bus: string };
  'say.error': { who: string; error: string };
  'say.error-heard': { who: string; error: string };
  'say.unplug': { part: string; model: string; bus: string };
  'say.clock': { ns: number };

  // chapters of stories
  // the firmware's sentences
  'seabios.start': Record<never, never>;
  'seabios.bus': { bus: number };
  'seabios.bridge': { who: string; bus: number; secondary: number };
  'seabios.subordinate': { who: string; secondary: number; subordinate: number };
  'seabios.endless': { bus: number };
  'seabios.devices': Record<never, never>;
  'seabios.probe': { bus: number };
  'seabios.ecam': Record<never, never>;
  'seabios.sizing': Record<never, never>;
  'seabios.bar': { who: string; bar: number };
  // what packs BARs also says it in plain numbers, for the picture of it (session/packing.ts)
  'seabios.bar-size': {
    who: string;
    bar: number;
    /** Where it is counted: the needs of every root are bus 0's. */
    on: number;
    kind: 'io' | 'memory' | 'prefetch';
    bytes: number;
    /** What it takes: no less than a page of memory. */
    takes: number;
  };
  'seabios.window': { who: string; bus: number; kind: 'io' | 'memory' | 'prefetch' };
  'seabios.window-size': {
    bus: number;
    kind: 'io' | 'memory' | 'prefetch';
    size: string;
    who: string;
    on: number;
    bytes: number;
    align: number;
  };
  'seabios.placing': Record<never, never>;
  'seabios.io': { base: number; size: number };
  'seabios.above': { count: number };
  'seabios.map': { who: string; bar: number; base: number; size: number };
  'seabios.open': { who: string; kind: 'io' | 'memory' | 'prefetch'; base: number; size: number };
  'seabios.out-of-space': Record<never, never>;
  'seabios.enable': Record<never, never>;
  'seabios.init': { who: string };
  'seabios.vga': Record<never, never>;
  'seabios.vga-path': { who: string };
  // the kernel's sentences; `bar` 6 is the ROM, 7–9 are a bridge's windows
  'linux.ports': Record<never, never>;
  'linux.look-ecam': Record<never, never>;
  'linux.ecam': { base: string };
  'linux.scan': Record<never, never>;
  'linux.peer': { bus: number };
  'linux.bus': { bus: number };
  'linux.retry': { who: string };
  'linux.found': { who: string; ids: string };
  'linux.bar': { who: string; bar: number; always: number };
  'linux.bar-size': { who: string; bar: number; size: string };
  'linux.test-windows': { who: string };
  'linux.capabilities': { who: string };
  'linux.read-windows': { who: string };
  'linux.bridge': { who: string };
  'linux.bridge-again': { who: string };
  'linux.keep-bus': { who: string; secondary: number; subordinate: number };
  'linux.new-bus': { who: string; bus: number; secondary: number };
  'linux.no-bus': { who: string };
  'linux.subordinate': { who: string; secondary: number; subordinate: number };
  'linux.survey': Record<never, never>;
  'linux.survey-bars': { pass: 'on' | 'off' };
  'linux.rom-off': { who: string };
  'linux.keep': { who: string; bar: number; base: string; size: string };
  'linux.conflict': { who: string; bar: number; base: string };
  'linux.placing': Record<never, never>;
  'linux.window-size': { who: string; bus: number; bar: number; size: string; extra: number };
  'linux.without-spare': { bus: number };
  'linux.assign': { who: string; bar: number; base: string; size: string };
  'linux.no-room': { who: string; bar: number; size: string };
  'linux.write-windows': { who: string; bus: number };
  'linux.enable': Record<never, never>;
  'linux.port': { who: string };
  'program.linux': Record<never, never>;
  'program.linux-about': Record<never, never>;
  'textbook.number': Record<never, never>;
  'textbook.look': { bus: number };
  'textbook.bridge': { who: string; bus: number; secondary: number };
  'textbook.reach': { who: string; secondary: number; subordinate: number };
  'textbook.place': { buses: number };
  'textbook.size': { who: string; bar: number };
  'textbook.bar': {
    who: string;
    bar: number;
    size: string;
    base: string;
    on: number;
    kind: 'io' | 'memory';
    bytes: number;
    address: number;
  };
  'textbook.window': {
    who: string;
    base: string;
    size: string;
    on: number;
    secondary: number;
    bytes: number;
    address: number;
    ports: number;
    port: number;
  };
  'textbook.enable': Record<never, never>;
  'textbook.on': { who: string };
  'program.textbook': Record<never, never>;
  'program.textbook-about': Record<never, never>;
  'program.seabios': Record<never, never>;
  'program.seabios-about': Record<never, never>;
  'size-bars.off': { who: string };
  'size-bars.bar': { who: string; bar: number };
  'size-bars.found': { who: string; bar: number; size: string };
  'size-bars.on': { who: string };
  'capabilities.status': { who: string };
  'capabilities.none': { who: string };
  'capabilities.pointer': { who: string };
  'capabilities.read': { at: string };
  'capabilities.found': { name: string; at: string; next: string };
  'flr.find': { who: string };
  'flr.cannot': { who: string };
  'flr.quiet': { who: string };
  'flr.pending': { who: string };
  'flr.reset': { who: string };
  'flr.after': { who: string };
  'probe.bus': { bus: number };
  'probe.header': { who: string };
  'probe.found': { who: string; ids: string };
  'kvmtool.start': Record<never, never>;
  'kvmtool.bar': { who: string; bar: number };
  'kvmtool.give': { who: string; bar: number; base: string; size: string };
  'kvmtool.line': { who: string; line: number };
  'kvmtool.on': { who: string };
  'hvisor.start': Record<never, never>;
  'hvisor.bar': { who: string; bar: number };
  'hvisor.keep': { who: string; bar: number; base: string; size: string };
  'program.kvmtool': Record<never, never>;
  'program.kvmtool-about': Record<never, never>;
  'program.hvisor-probe': Record<never, never>;
  'program.hvisor-probe-about': Record<never, never>;
  'program.probe': Record<never, never>;
  'program.probe-about': Record<never, never>;
  'program.size-bars': Record<never, never>;
  'program.size-bars-about': Record<never, never>;
  'program.find-capabilities': Record<never, never>;
  'program.find-capabilities-about': Record<never, never>;
  'program.flr': Record<never, never>;
  'program.flr-about': Record<never, never>;
  'phase.capabilities': Record<never, never>;
  'phase.reset': Record<never, never>;
  'phase.bus-numbers': Record<never, never>;
  'phase.devices': Record<never, never>;
  'phase.sizing': Record<never, never>;
  'phase.survey': Record<never, never>;
  'phase.placing': Record<never, never>;
  'phase.enable': Record<never, never>;
  'phase.number': Record<never, never>;
  'phase.map-others': Record<never, never>;
  'phase.meet': Record<never, never>;
  'phase.size': Record<never, never>;
  'phase.map': Record<never, never>;
  'phase.yours': Record<never, never>;
  'phase.deep': Record<never, never>;
  'phase.nobody': Record<never, never>;
  'phase.ecam': Record<never, never>;
  'phase.nvme': Record<never, never>;

  // the console
  'problem.too-large': { given: string; bytes: number };
  'problem.extra': { given: string };
  'problem.swapped': { fix: string };
  'problem.unreachable': { given: string };
  'problem.nothing-chosen': { given: string };
  'problem.no-capability': { who: string; given: string };
  'problem.needs-ecam': { given: string; who: string };
  'problem.no-step': { given: string; last: number };
  // a person's own program
  'script.line': { line: number; text: string };
  'problem.script-only': { given: string };
  'help.in': { bytes: number };
  'help.out': { bytes: number };
  'help.read': { bytes: number };
  'help.write': { bytes: number };
  'help.lspci': Record<never, never>;
  'help.setpci': Record<never, never>;
  'help.info': Record<never, never>;
  'help.step': Record<never, never>;
  'help.goto': Record<never, never>;
  'help.undo': Record<never, never>;
  'help.redo': Record<never, never>;
  'help.clock': Record<never, never>;
  'help.reset': Record<never, never>;
  'help.help': Record<never, never>;
  'help.device-add': Record<never, never>;
  'help.device-del': Record<never, never>;
  'help.error': { names: string };

  // lints: what, why, and what the line does that mends it
  'lint.bar-overlap': { one: string; other: string; from: string; to: string };
  'lint.bar-overlap-why': { authentic: 'qemu' | 'spec' };
  'lint.bar-in-window': { bar: string; bridge: string; from: string; to: string };
  'lint.bar-in-window-why': Record<never, never>;
  'lint.bar-in-ram': { bar: string; from: string; to: string };
  'lint.bar-in-ram-why': Record<never, never>;
  'lint.windows-overlap': { one: string; other: string; from: string; to: string };
  'lint.windows-overlap-why': Record<never, never>;
  'lint.bar-outside': { bar: string; bridge: string; from: string; to: string };
  'lint.bar-outside-why': Record<never, never>;
  'lint.window-outside': { bridge: string; above: string; from: string; to: string };
  'lint.window-outside-why': Record<never, never>;
  'lint.bar-at-zero': { who: string; bar: string; space: 'io' | 'memory' };
  'lint.bar-at-zero-why': { space: 'io' | 'memory' };
  'lint.bus-order': { bridge: string; primary: string; secondary: string; subordinate: string };
  'lint.bus-order-why': Record<never, never>;
  'lint.bus-outside': {
    bridge: string;
    from: string;
    to: string;
    above: string;
    secondary: string;
    subordinate: string;
  };
  'lint.bus-outside-why': Record<never, never>;
  'lint.bus-overlap': { one: string; other: string; from: string; to: string };
  'lint.bus-overlap-why': Record<never, never>;
  'lint.message-not-master': { who: string; what: string };
  'lint.message-not-master-why': Record<never, never>;
  'lint.master-below': { bridge: string; who: string };
  'lint.master-below-why': Record<never, never>;
  'lint.capability-list': { who: string; at: string; kind: 'loop' | 'outside' };
  'lint.capability-list-why': Record<never, never>;
  'lint.all-ones': { who: string };
  'lint.all-ones-why': Record<never, never>;
  'lint.bar-last-wide': { who: string; bar: string };
  'lint.bar-last-wide-why': Record<never, never>;
  'lint.row-sizing': { who: string; bar: string };
  'lint.row-sizing-why': Record<never, never>;
  'lint.row-narrow': { bytes: number; port: string; value: string };
  'lint.row-narrow-why': Record<never, never>;
  'lint.row-unclaimed': { target: string; write: boolean };
  'lint.row-unclaimed-why': { write: boolean; who: string; value: string };
  'lint.row-unaligned': { bar: string; asked: string; kept: string };
  'lint.row-unaligned-why': { bytes: string };
  'lint.fix-move': { bar: string; address: string };
  'lint.fix-align': { bar: string; address: string };
  'lint.fix-off': { who: string };
  'lint.fix-on': { who: string };
  'lint.fix-window': { bridge: string; from: string; to: string };
  'lint.fix-close': { bridge: string };
  'lint.fix-reach': { bridge: string; to: string };
  'lint.fix-renumber': { bridge: string; number: string };
  'lint.fix-master': { who: string };
  'lint.fix-latch': { value: string };
}
