/** English words of the screen itself, one group per view. A view adds its own here. */
import { devices } from './devices.ts';
import { inspector } from './inspector.ts';
import { large } from './large.ts';
import { programView } from './program-view.ts';
import { plural, said, strong, value, type Said } from '../pieces.ts';

export const screen = {
  ...inspector,
  ...large,
  ...devices,
  ...programView,

  'app.name': 'cf8',
  'app.tagline': 'An interactive PCI bus',
  'app.skip': 'Skip to the machine',
  'app.summary': (s: {
    title: string;
    functions: number;
    buses: number;
    at: number;
    of: number;
    sentence: string;
  }) =>
    `${s.title}: ${plural(s.functions, 'function')} on ${plural(s.buses, 'bus', 'buses')}. ` +
    `Step ${String(s.at)} of ${String(s.of)}: ${s.sentence} Press period to step on, F1 to find anything.`,

  'header.scenario': 'Scenario',
  'header.more': 'More',

  'view.story': 'Story',
  'view.timeline': 'Timeline',
  'view.topology': 'Bus',
  'view.inspector': 'Configuration',
  'view.address-map': 'Address map',
  'view.console': 'Console',
  'view.coming': 'Nothing is drawn here yet.',

  'tab.topology': 'Bus',
  'tab.inspector': 'Config',
  'tab.address-map': 'Map',
  'tab.console': 'Console',
  'tab.bar': 'Panels',

  'pane.resize-columns': (s: { left: string; right: string }) => `Resize ${s.left} and ${s.right}`,
  'pane.resize-console': 'Resize the console',

  'story.hint': (s: { next: string }) =>
    said`Next: ${value(s.next)}. Press ${strong('.')} or ▸ to see who answers.`,
  'story.counter': (s: { at: string; of: string }) => said`${strong(s.at)} of ${s.of}`,
  'story.transport': 'Transport',

  'command.step-next': 'Next step',
  'command.step-back': 'Previous step',
  'command.phase-next': 'Next phase',
  'command.phase-back': 'Previous phase',
  'command.beat-next': 'Next beat',
  'command.beat-back': 'Previous beat',
  'command.play': 'Play',
  'command.pause': 'Pause',
  'command.go-start': 'Go to the start',
  'command.go-end': 'Go to the end',
  'command.undo': 'Undo',
  'command.redo': 'Redo',
  'command.theme': 'Theme: automatic, light, dark',
  'command.console': 'Show or hide the console',
  'command.rules': 'Rules: QEMU or specification',
  'command.shortcuts': 'Keyboard shortcuts',
  'command.open': 'Open…',
  'command.panel-next': 'Next panel',
  'command.panel-back': 'Previous panel',
  'command.search': 'Search the timeline',
  'command.go-story': 'Go to the story',
  'command.go-timeline': 'Go to the timeline',
  'command.go-topology': 'Go to the bus',
  'command.go-inspector': 'Go to the configuration',
  'command.go-address-map': 'Go to the address map',
  'command.go-console': 'Go to the console',

  'reason.at-start': 'This is the first step.',
  'reason.at-end': 'This is the last step.',
  'reason.nothing-to-undo': 'Nothing to undo.',
  'reason.nothing-to-redo': 'Nothing to redo.',

  'rules.qemu': 'As QEMU',
  'rules.spec': 'As specified',
  'rules.qemu-tip':
    'Where QEMU and the specifications differ, this machine does as QEMU. Press for the specifications.',
  'rules.spec-tip':
    'Where QEMU and the specifications differ, this machine does as specified. Press for QEMU.',
  'header.not-remembered': 'This browser will not remember the session.',

  'theme.auto': 'Theme: as the system',
  'theme.light': 'Theme: light',
  'theme.dark': 'Theme: dark',

  'kind.host': 'host bridge',
  'kind.isa': 'ISA bridge',
  'kind.ide': 'IDE',
  'kind.power': 'power',
  'kind.bridge': 'PCI bridge',
  'kind.port': 'root port',
  'kind.network': 'network',
  'kind.storage': 'storage',
  'kind.display': 'display',
  'kind.sata': 'SATA',
  'kind.smbus': 'SMBus',
  'kind.usb': 'USB',
  'kind.sound': 'sound',
  'kind.input': 'input',
  'kind.serial': 'serial',
  'kind.system': 'system',
  'kind.teaching': 'teaching',
  'kind.unknown': 'function',

  'topology.map': 'Map',
  'topology.outline': 'Outline',
  'topology.map-label': 'Bus map. The outline says the same in words.',
  'topology.cpu': 'CPU',
  'topology.cpu-idle': 'waiting',
  'topology.memory': 'Memory controller',
  'topology.ram-unknown': 'RAM unknown',
  'topology.ram': (s: { size: string }) => `RAM ${s.size}`,
  'topology.host': 'host bridge',
  'topology.bus': (s: { number: string }) => `Bus ${s.number}`,
  'topology.bus-unknown': 'Bus ?',
  'topology.field-enable': 'E',
  'topology.field-bus': 'bus',
  'topology.field-device': 'dev',
  'topology.field-function': 'fn',
  'topology.field-register': 'reg',
  'topology.compose': 'Compose CONFIG_ADDRESS',
  'topology.type-off': 'off: CFC leads nowhere',
  'topology.type0': (s: { line: number }) => `→ Type 0 · IDSEL AD${String(s.line)}`,
  'topology.type0-express': (s: { device: string }) => `→ Type 0 · device ${s.device}`,
  'topology.type0-none': '→ Type 0 · no IDSEL line',
  'topology.type1': '→ Type 1',
  'topology.collar-type0': 'Type 0',
  'topology.collar-type1': 'Type 1',
  'topology.collar-converts': 'Type 1 → Type 0',
  'topology.closed': 'closed',
  'topology.another-root': 'another root bus',
  'topology.claims': 'claims',
  'topology.keeps': 'keeps',
  'topology.answers': 'answers',
  'topology.asks': 'asks',
  'topology.nobody': 'nobody',
  'topology.no-devsel': 'no DEVSEL#',
  'topology.not-for-me': 'not for me',
  'topology.decode-off': 'decode off',
  'topology.behind': 'behind another',
  'topology.zoom-in': 'Zoom in',
  'topology.zoom-out': 'Zoom out',
  'topology.fit': 'Fit',
  'topology.actual': 'Actual size',
  'topology.spoken-bridge': (s: { who: string; model: string; secondary: string; subordinate: string }) =>
    `bridge ${s.who}, ${s.model}, bus ${s.secondary} to ${s.subordinate}`,
  'topology.spoken-bridge-unnumbered': (s: { who: string; model: string }) =>
    `bridge ${s.who}, ${s.model}, no bus number yet`,
  'topology.spoken-function': (s: { who: string; model: string; kind: string; ids: string }) =>
    s.model === s.kind ? `${s.who}, ${s.model}, ${s.ids}` : `${s.who}, ${s.model}, ${s.kind}, ${s.ids}`,
  'topology.spoken-io': (s: { from: string; to: string }) => `I/O window ${s.from} to ${s.to}`,
  'topology.spoken-memory': (s: { from: string; to: string }) => `memory window ${s.from} to ${s.to}`,
  'topology.spoken-prefetch': (s: { from: string; to: string }) => `prefetchable window ${s.from} to ${s.to}`,
  'topology.spoken-closed': 'windows closed',
  'topology.spoken-children': (s: { count: number }) =>
    `${String(s.count)} ${s.count === 1 ? 'function' : 'functions'} behind it`,
  'topology.spoken-decodes': (s: { count: number; of: number }) =>
    `${String(s.count)} of ${String(s.of)} BARs decode`,
  'topology.spoken-absent': 'not present',
  'topology.spoken-claims': 'claims this access',
  'topology.spoken-selected-inside': 'contains the selection',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
