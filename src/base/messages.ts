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
  'problem.other-domain': { domain: number };
  'problem.unreachable-bus': { bus: string };
  /** The second of two functions at one place of a dump. */
  'problem.dumped-twice': { slot: string };

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
  'seabios.window': { who: string; bus: number; kind: 'io' | 'memory' | 'prefetch' };
  'seabios.window-size': { bus: number; kind: 'io' | 'memory' | 'prefetch'; size: string };
  'seabios.placing': Record<never, never>;
  'seabios.io': { base: string; size: string };
  'seabios.above': { count: number };
  'seabios.map': { who: string; bar: number; base: string; size: string };
  'seabios.open': { who: string; kind: 'io' | 'memory' | 'prefetch'; base: string; size: string };
  'seabios.out-of-space': Record<never, never>;
  'seabios.enable': Record<never, never>;
  'seabios.init': { who: string };
  'seabios.vga': Record<never, never>;
  'seabios.vga-path': { who: string };
  'textbook.number': Record<never, never>;
  'textbook.look': { bus: number };
  'textbook.bridge': { who: string; bus: number; secondary: number };
  'textbook.reach': { who: string; secondary: number; subordinate: number };
  'textbook.place': { buses: number };
  'textbook.size': { who: string; bar: number };
  'textbook.bar': { who: string; bar: number; size: string; base: string };
  'textbook.window': { who: string; base: string; size: string };
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
}
