/** QEMU's tree of types as far as cf8 has it: every model under the abstract types that it has in QEMU 7.2. */
import { catalogue } from '../models/catalogue.ts';
import type { Model } from '../models/model.ts';
import type { Json } from './json-stream.ts';

interface Type {
  readonly name: string;
  readonly parent: string;
  readonly abstract?: true;
  /** Interfaces besides the parents. */
  readonly also: readonly string[];
}

const abstract = (name: string, parent: string): Type => ({ name, parent, abstract: true, also: [] });

const soldered = (name: string): Type => ({ name, parent: 'pci-device', also: ['conventional-pci-device'] });

/** The families that more than one model is of. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^e1000(?:-\d|$)/, 'e1000-base'],
  [/^(?:VGA|secondary-vga)$/, 'pci-vga'],
  [/^virtio-/, 'virtio-pci'],
  [/^(?:pcie-root-port|ioh3420)$/, 'pcie-root-port-base'],
  [/^xio3130-downstream$/, 'pcie-slot'],
  [/^x3130-upstream$/, 'pcie-port'],
  [/-bridge(?:-seat)?$/, 'base-pci-bridge'],
  [/-uhci\d?$/, 'pci-uhci-usb'],
  [/-ehci\d?$/, 'pci-ehci-usb'],
  [/xhci/, 'pci-xhci'],
  [/^megasas/, 'megasas-base'],
];

const parentOf = ({ id, bus }: Model): string =>
  bus === 'none' ? 'device' : (families.find(([pattern]) => pattern.test(id))?.[1] ?? 'pci-device');

const interfaces: Readonly<Record<Model['bus'], readonly string[]>> = {
  conventional: ['conventional-pci-device'],
  express: ['pci-express-device'],
  either: ['conventional-pci-device', 'pci-express-device'],
  none: [],
};

const types: readonly Type[] = [
  abstract('device', 'object'),
  abstract('pci-device', 'device'),
  abstract('base-pci-bridge', 'pci-device'),
  abstract('pcie-port', 'base-pci-bridge'),
  abstract('pcie-slot', 'pcie-port'),
  abstract('pcie-root-port-base', 'pcie-slot'),
  ...families
    .map(([, name]) => name)
    .filter((name) => !/^pcie-|^base-/.test(name))
    .map((name) => abstract(name, 'pci-device')),
  ...['i440FX', 'PIIX3', 'piix3-ide', 'PIIX4_PM', 'mch', 'ICH9-LPC', 'ICH9-SMB'].map(soldered),
  // behind controllers: those that cf8 takes and that test programs ask for
  ...['scsi-hd', 'scsi-cd', 'usb-tablet', 'usb-storage', 'virtserialport', 'virtconsole', 'ipoctal232'].map(
    (name): Type => ({ name, parent: 'device', also: [] }),
  ),
  ...catalogue.map((model) => ({ name: model.id, parent: parentOf(model), also: interfaces[model.bus] })),
];

const byName = new Map(types.map((type) => [type.name, type]));

const implementsIt = (type: Type | undefined, wanted: string): boolean =>
  type !== undefined &&
  (type.name === wanted ||
    type.parent === wanted ||
    type.also.includes(wanted) ||
    implementsIt(byName.get(type.parent), wanted));

/** The answer to QMP's `qom-list-types`. */
export const listTypes = (wanted: unknown, withAbstract: unknown): readonly Json[] =>
  types
    .filter((type) => withAbstract === true || type.abstract !== true)
    .filter((type) => typeof wanted !== 'string' || implementsIt(type, wanted))
    .map(({ name, parent, abstract: is }) => ({ name, parent, ...(is ? { abstract: true } : {}) }));
