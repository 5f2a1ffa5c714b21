/** What each of QEMU's options does to the board that is being read. */
import { parseSize } from '../base/hex.ts';
import { nearest } from '../base/nearest.ts';
import { say } from '../base/problem.ts';
import type { Message } from '../base/problem.ts';
import type { PartSpec } from '../scenario/scenario.ts';
import { readDevice } from './qemu-device.ts';
import { parsePairs } from './qemu-key-values.ts';
import type { Pair } from './qemu-key-values.ts';
import { displays, nicAliases, otherNics, replacesDefaultDisplay, soundCards } from './qemu-options.ts';

const memoryUnit = 2 ** 20;

/** One `-global` (by model) or `-set` (by id). */
interface Setting {
  readonly model: string;
  readonly id: string;
  readonly key: string;
  readonly value: string;
}

/** What has been read so far. */
export interface Reading {
  machine: 'pc' | 'q35';
  ram: number;
  title: string;
  defaults: boolean;
  usb: boolean;
  /** A network option was given: no default card. */
  network: boolean;
  /** What `-vga` said; undefined: nothing. */
  display: string | undefined;
  readonly cards: PartSpec[];
  readonly devices: PartSpec[];
  readonly disks: PartSpec[];
  readonly settings: Setting[];
  /** `-object memory-backend-*`: sizes by id. */
  readonly memories: Map<string, string>;
  drives: number;
}

/** Before the first option: QEMU's defaults. */
export const emptyReading = (): Reading => ({
  machine: 'pc',
  ram: 128,
  title: '',
  defaults: true,
  usb: false,
  network: false,
  display: undefined,
  cards: [],
  devices: [],
  disks: [],
  settings: [],
  memories: new Map(),
  drives: 0,
});

/** Who complains and where: `from..to` are characters of the word. */
export type Report = (message: Message, from?: number, to?: number, fix?: string) => void;
export interface Hand {
  readonly option: string;
  readonly problem: Report;
  readonly note: () => void;
}
export type Handler = (reading: Reading, value: string, hand: Hand) => void;

const machineOf = (name: string): 'pc' | 'q35' | undefined => {
  if (name === 'pc' || /^pc-i440fx-[\w.]+$/.test(name)) return 'pc';
  return name === 'q35' || /^pc-q35-[\w.]+$/.test(name) ? 'q35' : undefined;
};

const readMachine: Handler = (reading, value, hand) => {
  for (const pair of parsePairs(value, 'type')) {
    if (pair.key === 'type') {
      const machine = machineOf(pair.value);
      const message = say('problem.unknown', {
        what: 'machine',
        given: pair.value,
        nearest: nearest(pair.value, ['pc', 'q35']),
      });
      if (machine) reading.machine = machine;
      else hand.problem(message, pair.from, pair.to);
    } else if (pair.key === 'usb') {
      reading.usb = pair.value === 'on';
    } else if (
      pair.key === 'max-ram-below-4g' ||
      pair.key === 'acpi' ||
      pair.key.startsWith('default_bus_bypass')
    ) {
      hand.problem(say('formats.not-carried', { option: pair.key }), pair.from, pair.to);
    }
  }
};

const readMemory: Handler = (reading, value, hand) => {
  const pair = parsePairs(value, 'size').find((p) => p.key === 'size');
  if (!pair) return;
  const bytes = parseSize(pair.value, 'M');
  if (bytes === undefined || bytes === 0) {
    hand.problem(say('problem.expected', { expected: '256, 4G', given: pair.value }), pair.from, pair.to);
  } else {
    reading.ram = Math.ceil(bytes / memoryUnit);
  }
};

const readDeviceOption: Handler = (reading, value, hand) => {
  const device = readDevice(value, hand.problem);
  if (device) reading.devices.push(device);
};

const readVga: Handler = (reading, value, hand) => {
  if (value !== 'none' && !displays.has(value)) {
    const known = nearest(value, [...displays.keys(), 'none']);
    hand.problem(say('problem.unknown', { what: 'vga', given: value, nearest: known }));
  } else {
    reading.display = value;
  }
};

const find = (pairs: readonly Pair[], key: string): string | undefined =>
  pairs.find((pair) => pair.key === key)?.value;

/** The card of `-nic` or `-net nic`; no model: the machine's own. */
function cardOf(reading: Reading, pairs: readonly Pair[], unsaidVectors?: string): void {
  const given = find(pairs, 'model') ?? '';
  if (otherNics.has(given)) return;
  const model = nicAliases.get(given) ?? given;
  const vectors = model.startsWith('virtio-net-') ? (find(pairs, 'vectors') ?? unsaidVectors) : undefined;
  const mac = find(pairs, 'mac') ?? find(pairs, 'macaddr');
  const addr = find(pairs, 'addr');
  const id = find(pairs, 'name');
  const properties = {
    ...(mac === undefined ? {} : { mac }),
    ...(vectors === undefined ? {} : { vectors }),
  };
  reading.cards.push({
    model,
    ...(id === undefined ? {} : { id }),
    ...(addr === undefined ? {} : { addr }),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  });
}

const readNic: Handler = (reading, value) => {
  reading.network = true;
  const pairs = parsePairs(value, 'type');
  // -nic gives a virtio card no vectors, unlike every other way to plug one: checked with QEMU 7.2.
  if (find(pairs, 'type') !== 'none') cardOf(reading, pairs, '0');
};

const readNet: Handler = (reading, value, hand) => {
  reading.network = true;
  const pairs = parsePairs(value, 'type');
  if (find(pairs, 'type') === 'nic') cardOf(reading, pairs);
  else if (find(pairs, 'type') !== 'none') hand.note();
};

/** `if=virtio` makes a device of its own, after all others: checked with QEMU 7.2. */
const readDrive: Handler = (reading, value, hand) => {
  const pairs = parsePairs(value, 'file');
  const drive = find(pairs, 'id') ?? `virtio${String(reading.drives)}`;
  if (find(pairs, 'if') !== 'virtio') return hand.note();
  reading.drives++;
  reading.disks.push({ model: 'virtio-blk-pci', properties: { drive } });
};

const readObject: Handler = (reading, value, hand) => {
  const pairs = parsePairs(value, 'qom-type');
  const [id, size] = [find(pairs, 'id'), find(pairs, 'size')];
  const isMemory = find(pairs, 'qom-type')?.startsWith('memory-backend-') ?? false;
  if (isMemory && id !== undefined && size !== undefined) reading.memories.set(id, size);
  else hand.note();
};

const readGlobal: Handler = (reading, value, hand) => {
  const pairs = parsePairs(value, '');
  const short = /^([\w-]+)\.([^.=]+)$/.exec(pairs[0]?.key ?? '');
  const model = short?.[1] ?? find(pairs, 'driver');
  const key = short?.[2] ?? find(pairs, 'property');
  const given = short ? pairs[0]?.value : find(pairs, 'value');
  if (model === undefined || key === undefined || given === undefined) {
    hand.problem(say('problem.expected', { expected: 'MODEL.KEY=VALUE', given: value }), 0, value.length);
  } else {
    reading.settings.push({ model, id: '', key, value: given });
  }
};

const readSet: Handler = (reading, value, hand) => {
  const [, group, id, key, given] = /^([^.]+)\.([^.]+)\.([^.=]+)=(.*)$/s.exec(value) ?? [];
  if (id === undefined || key === undefined || given === undefined) {
    hand.problem(say('problem.expected', { expected: 'device.ID.KEY=VALUE', given: value }), 0, value.length);
  } else if (group === 'device') {
    reading.settings.push({ model: '', id, key, value: given });
  } else {
    hand.note();
  }
};

const readVirtfs: Handler = (reading, value) => {
  const tag = find(parsePairs(value, 'fsdriver'), 'mount_tag');
  reading.devices.push({
    model: 'virtio-9p-pci',
    ...(tag === undefined ? {} : { properties: { mount_tag: tag } }),
  });
};

const readSound: Handler = (reading, value, hand) => {
  const pairs = parsePairs(value, hand.option === 'audio' ? 'driver' : 'model');
  const model = soundCards.get(find(pairs, 'model') ?? '');
  if (model === undefined) hand.note();
  else reading.devices.push({ model });
};

const readUsb: Handler = (reading) => {
  reading.usb = true;
};

const lost: Handler = (_reading, value, hand) => {
  hand.problem(say('formats.not-carried', { option: `-${hand.option}` }), 0, value.length);
};

/** By option, without its dash. */
export const handlers: Readonly<Record<string, Handler>> = {
  machine: readMachine,
  M: readMachine,
  m: readMemory,
  device: readDeviceOption,
  vga: readVga,
  nic: readNic,
  net: readNet,
  netdev: (reading, _value, hand) => {
    reading.network = true;
    hand.note();
  },
  drive: readDrive,
  object: readObject,
  name: (reading, value) => {
    reading.title = find(parsePairs(value, 'guest'), 'guest') ?? reading.title;
  },
  set: readSet,
  global: readGlobal,
  virtfs: readVirtfs,
  audio: readSound,
  soundhw: readSound,
  usb: readUsb,
  usbdevice: readUsb,
  nodefaults: (reading) => {
    reading.defaults = false;
  },
  readconfig: lost,
  'no-acpi': lost,
};

/** The chipset's own USB controllers, where QEMU puts them; function 0 stands first. */
const usbParts: Readonly<Record<'pc' | 'q35', readonly PartSpec[]>> = {
  pc: [{ model: 'piix3-usb-uhci', addr: '1.2' }],
  q35: [
    { model: 'ich9-usb-uhci1', addr: '1d.0', properties: { multifunction: 'on' } },
    { model: 'ich9-usb-uhci2', addr: '1d.1', properties: { multifunction: 'on' } },
    { model: 'ich9-usb-uhci3', addr: '1d.2', properties: { multifunction: 'on' } },
    { model: 'ich9-usb-ehci1', addr: '1d.7', properties: { multifunction: 'on' } },
  ],
};

function withSettings(reading: Reading, part: PartSpec): PartSpec {
  const properties: Record<string, string> = {};
  const { settings, memories } = reading;
  for (const s of settings) if (s.id === '' && s.model === part.model) properties[s.key] = s.value;
  Object.assign(properties, part.properties);
  for (const s of settings) if (s.id !== '' && s.id === part.id) properties[s.key] = s.value;
  const memory = memories.get(properties['memdev'] ?? '');
  if (memory !== undefined) properties['memdev.size'] = memory;
  return Object.keys(properties).length === 0 ? part : { ...part, properties };
}

/** In QEMU's order: display, network cards, USB, `-device` in order, `if=virtio` disks. */
export function partsOf(reading: Reading): PartSpec[] {
  const { machine, cards, devices, disks, display, defaults } = reading;
  const parts: PartSpec[] = [];
  const replaced = !defaults || devices.some((part) => replacesDefaultDisplay.has(part.model));
  const shown = displays.get(display ?? (replaced ? 'none' : 'std'));
  const card = machine === 'pc' ? 'e1000' : 'e1000e';
  if (shown !== undefined) parts.push({ model: shown });
  if (!reading.network && defaults) parts.push({ model: card });
  for (const part of cards) parts.push(part.model === '' ? { ...part, model: card } : part);
  if (reading.usb) parts.push(...usbParts[machine]);
  parts.push(...devices, ...disks);
  return parts.map((part) => withSettings(reading, part));
}
