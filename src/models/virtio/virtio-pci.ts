/** Virtio over PCI (virtio 1.1 §4.1; qemu: hw/virtio/virtio-pci.c): capabilities, BARs, the configuration window. */
import { ShapeBuilder, type BarOptions } from '../../engine/shape-builder.ts';
import type { BarKind, Ops, Shape, Stretch } from '../../engine/shape.ts';
import { addMsix, exclusiveBar, msixBytes, msixWords, msixWritten } from '../caps/msix.ts';
import { addExpress, addFlr, expressBytes, flrWritten, PortType } from '../caps/pcie-cap.ts';
import { addAer, aerBytes } from '../caps/pcie-extended.ts';
import { addErrorReporting, addLinkControl } from '../caps/pcie-port.ts';
import { hasRom, romContents } from '../caps/rom.ts';
import type { Context } from '../model.ts';
import { VirtioCore } from './virtio-core.ts';
import type { VirtioDevice } from './virtio-device.ts';
import { hasLegacy, offeredFeatures, vectorsOf, type Mode } from './virtio-properties.ts';
import { mostQueues } from './virtio-queues.ts';
import { virtioRegisters } from './virtio-registers.ts';

/** What a function has besides virtio: VGA. */
export interface Besides {
  /** Private words at reset; they come first. */
  readonly privates: readonly number[];
  /** Within the modern BAR, before the virtio structures. */
  readonly stretches: readonly Stretch[];
  add(shape: ShapeBuilder): void;
}

interface Structures {
  /** BAR numbers of the structures, of MSI-X, of the notification port. */
  readonly bar: number;
  readonly msix: number;
  readonly port: number;
  /** Offset and size within the BAR. */
  readonly common: Place;
  readonly isr: Place;
  readonly device: Place;
  readonly notify: Place;
  readonly bytes: number;
}
type Place = readonly [from: number, bytes: number];

const page = 0x1000;
/** The type field of a virtio capability. */
const Type = { common: 1, notify: 2, isr: 3, device: 4, window: 5 } as const;

/** Where the structures are; behind VGA's registers they are pushed to the end of the BAR. */
function structures(perQueue: number, behind: boolean): Structures {
  const notify = perQueue * mostQueues;
  const bytes = 2 ** Math.ceil(Math.log2(3 * page + notify));
  const small = behind && perQueue < page ? page / 2 : page;
  const start = behind ? bytes - notify - page - 2 * small : 0;
  return {
    ...(behind ? { bar: 2, msix: 4, port: 5 } : { bar: 4, msix: 1, port: 2 }),
    common: [start, small],
    isr: [start + small, small],
    device: [start + 2 * small, page],
    notify: [start + 2 * small + page, notify],
    bytes,
  };
}

export function virtioShape(
  context: Context,
  device: VirtioDevice,
  mode: Mode = 'any',
  besides?: Besides,
): Shape {
  const { flag } = context;
  const { transitional } = device;
  const legacy = transitional !== undefined && hasLegacy(context, mode);
  const modern = transitional === undefined || mode !== 'any' || !flag('disable-modern');
  const express =
    context.express &&
    !context.root &&
    !flag('x-disable-pcie') &&
    (mode !== 'any' || !flag('disable-modern'));
  const vectors = vectorsOf(context, device);
  const first = besides?.privates.length ?? 0;
  const perQueue = flag('page-per-vq') ? page : 4;
  const core = new VirtioCore(device, {
    vectors,
    perQueue,
    offered: offeredFeatures(context, device, modern),
    first,
  });
  const ops = virtioRegisters(core);
  const layout = structures(perQueue, besides !== undefined);
  const { common, isr, device: specific, notify } = layout;

  const shape = new ShapeBuilder({
    vendor: 0x1af4,
    device: legacy ? transitional : 0x1040 + device.id,
    revision: legacy ? 0 : 1,
    classCode: device.classCode,
    subsystemVendor: 0x1af4,
    subsystem: legacy ? device.id : 0x1100,
    pin: 1,
    multifunction: context.multifunction,
    express,
  });
  // QEMU maps them in the order of their numbers: of two at one address the later answers
  const bars: (readonly [index: number, kind: BarKind, bytes: number, options: BarOptions])[] = [];
  let at = 0x40;
  if (express) at = addExpressParts(shape, context, at);
  let window = -1;
  if (modern) {
    const structure = (type: number, bar: number, [offset, bytes]: Place, multiplier?: number): void => {
      const length = multiplier === undefined ? 16 : 20;
      shape
        .capability(0x09, at, length)
        .field(at + 2, 1, length)
        .field(at + 3, 1, type)
        .field(at + 4, 1, bar)
        .field(at + 8, 4, offset)
        .field(at + 12, 4, bytes);
      if (multiplier !== undefined) shape.field(at + 16, 4, multiplier);
      at += length;
    };
    structure(Type.common, layout.bar, common);
    structure(Type.isr, layout.bar, isr);
    structure(Type.device, layout.bar, specific);
    structure(Type.notify, layout.bar, notify, perQueue);
    if (flag('modern-pio-notify')) {
      bars.push([layout.port, 'io', 4, { stretches: [{ from: 0, bytes: 4, ops: ops.port }] }]);
      structure(Type.notify, layout.port, [0, 4], 0);
    }
    window = at;
    structure(Type.window, 0, [0, 0], 0);
    shape
      .field(window + 4, 1, 0, 0xff)
      .field(window + 8, 4, 0, -1)
      .field(window + 12, 4, 0, -1)
      .field(window + 16, 4, 0, -1)
      .watch(window + 16)
      .compute(window + 16);
    const stretches = [
      ...(besides?.stretches ?? []),
      { from: common[0], bytes: common[1], ops: ops.common },
      { from: isr[0], bytes: isr[1], ops: ops.isr },
      { from: specific[0], bytes: specific[1], ops: ops.device },
      { from: notify[0], bytes: notify[1], ops: ops.notify },
    ];
    bars.push([layout.bar, 'mem64', layout.bytes, { prefetchable: true, stretches }]);
  }
  if (vectors > 0) {
    const { bytes, pending } = exclusiveBar(vectors);
    const own = first + core.privates.length;
    const stretches = addMsix(shape, { at, vectors, bar: layout.msix, table: 0, pending, own });
    bars.push([layout.msix, 'mem32', bytes, { stretches }]);
    at += msixBytes;
  }
  if (legacy) {
    const bytes = 2 ** Math.ceil(Math.log2((vectors > 0 ? 24 : 20) + device.config.length));
    bars.push([0, 'io', bytes, { stretches: [{ from: 0, bytes, ops: ops.legacy }] }]);
  }
  if (device.rom !== undefined && hasRom(context)) {
    const contents = romContents(0x1af4, transitional ?? 0x1040 + device.id, device.classCode, device.rom);
    bars.push([6, 'rom', device.rom, { contents }]);
  }
  besides?.add(shape);
  for (const [index, kind, bytes, options] of bars) shape.bar(index, kind, bytes, options);

  // what the window of the PCI configuration access capability looks at
  const reach = (offset: number, bytes: number): { ops: Ops; offset: number } | undefined => {
    const places = [
      [common, ops.common],
      [isr, ops.isr],
      [specific, ops.device],
      [notify, ops.notify],
      [[0, 4], ops.port],
    ] as const;
    const found = places.find(([[from, length]]) => offset >= from && offset + bytes <= from + length);
    return found && { ops: found[1], offset: offset - found[0][0] };
  };
  const look = (word: (n: number) => number): { ops: Ops; offset: number; bytes: number } | undefined => {
    const bytes = word((window + 12) >> 2);
    if (bytes !== 1 && bytes !== 2 && bytes !== 4) return undefined;
    const there = reach((word((window + 8) >> 2) & ~(bytes - 1)) >>> 0, bytes);
    return there && { ...there, bytes };
  };
  const isWindow = (word: number): boolean => window >= 0 && word === (window + 16) >> 2;
  const maskOf = (bytes: number): number => (bytes === 4 ? -1 : (1 << (bytes * 8)) - 1);
  return shape
    .watch(0x04)
    .behave(
      {
        reset: (d) => core.queues.clear(d),
        configRead: (d, word, stored) => {
          const there = isWindow(word) ? look((n) => d.word(n)) : undefined;
          if (!there) return stored;
          const mask = maskOf(there.bytes);
          const value = (stored & ~mask) | (there.ops.read(d, there.offset, there.bytes) & mask);
          d.setWord(word, value);
          return value;
        },
        configWritten: (d, word, old, lanes) => {
          msixWritten(d, word, old, lanes);
          if (!express || flag('x-pcie-flr-init')) flrWritten(d, word);
          if (word === 1 && lanes & 0xff) core.mastering(d, (d.word(1) & 4) !== 0);
          const there = isWindow(word) ? look((n) => d.word(n)) : undefined;
          there?.ops.write(d, there.offset, d.word(word) & maskOf(there.bytes), there.bytes);
        },
      },
      [...(besides?.privates ?? []), ...core.privates, ...(vectors > 0 ? msixWords(vectors) : [])],
    )
    .surviving(core.survivors)
    .done();
}

/** What a function behind a port has: PCI Express and power management, AER and ATS if asked for. Gives where the next goes. */
function addExpressParts(shape: ShapeBuilder, { flag }: Context, at: number): number {
  addExpress(shape, at, PortType.endpoint);
  if (flag('x-pcie-deverr-init')) addErrorReporting(shape, at);
  if (flag('x-pcie-lnkctl-init')) addLinkControl(shape, at);
  if (flag('x-pcie-flr-init')) addFlr(shape, at);
  const pm = at + expressBytes;
  shape
    .capability(0x01, pm, 8)
    .field(pm + 2, 2, 0x03)
    .field(pm + 4, 2, 0, flag('x-pcie-pm-init') ? 0x03 : 0)
    .resetting(pm + 4, 0xffff);
  let extended = 0x100;
  if (flag('aer')) {
    addAer(shape, extended, false, 0);
    extended += aerBytes;
  }
  if (flag('ats')) {
    shape
      .extended(0x000f, 1, extended, 8)
      .field(extended + 4, 2, flag('x-ats-page-aligned') ? 0x20 : 0)
      .field(extended + 6, 2, 0, 0x800f);
  }
  return pm + 8;
}
