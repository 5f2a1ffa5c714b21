/** Virtio over PCI (virtio 1.1 §4.1; qemu: hw/virtio/virtio-pci.c): registers of reset and negotiation. No queue is ever served. */
import { say, type Message } from '../../base/problem.ts';
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops, Shape } from '../../engine/shape.ts';
import type { Context, PropertySpec } from '../model.ts';
import { addMsix, exclusiveBar, msixBytes, msixWords, msixWritten } from '../caps/msix.ts';
import {
  addErrorReporting,
  addExpress,
  addFlr,
  addLinkControl,
  expressBytes,
  flrWritten,
  PortType,
} from '../caps/pcie-cap.ts';
import { hasRom, romContents } from '../caps/rom.ts';
import {
  driverOk,
  mostQueues,
  Own,
  virtioRegisters,
  type VirtioDevice,
  type VirtioRegisters,
} from './virtio-registers.ts';

export const virtioProperties: readonly PropertySpec[] = [
  { name: 'disable-legacy', kind: 'choice', choices: ['on', 'off', 'auto'], initial: 'auto' },
  { name: 'disable-modern', kind: 'flag', initial: 'off' },
  { name: 'page-per-vq', kind: 'flag', initial: 'off' },
  { name: 'vectors', kind: 'number', initial: '' },
];

/** The virtio structures within the modern BAR. */
const region = { common: 0, isr: 0x1000, device: 0x2000, notify: 0x3000 } as const;

const hasLegacy = ({ express, root, text }: Context): boolean =>
  text('disable-legacy') === 'auto' ? !express || root : text('disable-legacy') === 'off';

/** Behind a port legacy registers are off unless asked for; without modern ones nothing is left. */
export const virtioCheck = (model: string, context: Context): Message | undefined =>
  context.flag('disable-modern') && !hasLegacy(context) ? say('problem.no-mode', { model }) : undefined;

/** The MSI-X capability has room for no more; QEMU warns and goes without. */
const mostVectors = 2048;

export function virtioShape(context: Context, device: VirtioDevice): Shape {
  const behind = context.express && !context.root;
  const legacy = hasLegacy(context);
  const modern = !context.flag('disable-modern');
  const wanted = context.text('vectors') === '' ? device.vectors : context.number('vectors');
  const vectors = wanted > mostVectors ? 0 : wanted;
  const express = behind && modern;
  const { privates, ops } = virtioRegisters(device, vectors);

  const shape = new ShapeBuilder({
    vendor: 0x1af4,
    device: legacy ? device.transitional : 0x1040 + device.id,
    revision: legacy ? 0 : 1,
    classCode: device.classCode,
    subsystemVendor: 0x1af4,
    subsystem: legacy ? device.id : 0x1100,
    pin: 1,
    multifunction: context.multifunction,
    express,
  });
  let at = 0x40;
  if (express) {
    addExpress(shape, at, PortType.endpoint);
    addErrorReporting(shape, at);
    addLinkControl(shape, at);
    addFlr(shape, at);
    at += expressBytes;
    shape
      .capability(0x01, at, 8)
      .field(at + 2, 2, 0x03)
      .field(at + 4, 2, 0, 0x03)
      .resetting(at + 4, 0xffff);
    at += 8;
  }
  let window = -1;
  if (modern) {
    const multiplier = context.flag('page-per-vq') ? 0x1000 : 4;
    const notifyBytes = multiplier * mostQueues;
    const structure = (type: number, offset: number, bytes: number, length = 16): void => {
      shape
        .capability(0x09, at, length)
        .field(at + 2, 1, length)
        .field(at + 3, 1, type)
        .field(at + 4, 1, type === 5 ? 0 : 4)
        .field(at + 8, 4, offset)
        .field(at + 12, 4, bytes);
      at += length;
    };
    structure(1, region.common, 0x1000);
    structure(3, region.isr, 0x1000);
    structure(4, region.device, 0x1000);
    structure(2, region.notify, notifyBytes, 20);
    shape.field(at - 4, 4, multiplier);
    window = at;
    structure(5, 0, 0, 20);
    shape
      .field(window + 4, 1, 0, 0xff)
      .field(window + 8, 4, 0, -1)
      .field(window + 12, 4, 0, -1)
      .field(window + 16, 4, 0, -1)
      .watch(window + 16)
      .compute(window + 16);
    const bytes = 2 ** Math.ceil(Math.log2(region.notify + notifyBytes));
    shape.bar(4, 'mem64', bytes, {
      prefetchable: true,
      stretches: [
        { from: region.common, bytes: 0x1000, ops: ops.common },
        { from: region.isr, bytes: 0x1000, ops: ops.isr },
        { from: region.device, bytes: 0x1000, ops: ops.device },
        { from: region.notify, bytes: notifyBytes, ops: ops.notify },
      ],
    });
  }
  if (vectors > 0) {
    const bar = exclusiveBar(vectors);
    const stretches = addMsix(shape, {
      at,
      vectors,
      bar: 1,
      table: 0,
      pending: bar.pending,
      own: privates.length,
    });
    shape.bar(1, 'mem32', bar.bytes, { stretches });
    at += msixBytes;
  }
  if (legacy) {
    const bytes = 2 ** Math.ceil(Math.log2((vectors > 0 ? 24 : 20) + device.config.length));
    shape.bar(0, 'io', bytes, { stretches: [{ from: 0, bytes, ops: ops.legacy }] });
  }
  if (device.rom !== undefined && hasRom(context)) {
    const contents = romContents(0x1af4, device.transitional, device.classCode, device.rom);
    shape.bar(6, 'rom', device.rom, { contents });
  }
  const select = (function_: Device): Reached | undefined => {
    const offset = function_.word((window + 8) >> 2) >>> 0;
    const length = function_.word((window + 12) >> 2);
    return length === 1 || length === 2 || length === 4
      ? reach(ops, offset & ~(length - 1), length)
      : undefined;
  };
  return shape
    .watch(0x04)
    .behave(
      {
        configRead: (function_, word, stored) => {
          if (word !== (window + 16) >> 2) return stored;
          const there = select(function_);
          if (!there) return stored;
          const mask = there.bytes === 4 ? -1 : (1 << (there.bytes * 8)) - 1;
          const value = (stored & ~mask) | (there.ops.read(function_, there.offset, there.bytes) & mask);
          function_.setWord(word, value);
          return value;
        },
        configWritten: (function_, word, old, lanes) => {
          if (word === 1) {
            if ((function_.word(1) & 4) === 0)
              function_.set(Own.status, function_.get(Own.status) & ~driverOk);
            return;
          }
          msixWritten(function_, word, old, lanes);
          flrWritten(function_, word);
          if (window < 0 || word !== (window + 16) >> 2) return;
          const there = select(function_);
          const value = function_.word(word);
          const mask = there?.bytes === 4 ? -1 : (1 << ((there?.bytes ?? 0) * 8)) - 1;
          there?.ops.write(function_, there.offset, value & mask, there.bytes);
        },
      },
      [...privates, ...(vectors > 0 ? msixWords(vectors) : [])],
    )
    .surviving([Own.selected, Own.accepted, Own.features, Own.features + 1])
    .done();
}

interface Reached {
  readonly ops: Ops;
  readonly offset: number;
  readonly bytes: number;
}

/** What the window of the PCI configuration access capability looks at. */
function reach(ops: VirtioRegisters, offset: number, bytes: number): Reached | undefined {
  const found = [ops.common, ops.isr, ops.device, ops.notify][offset >>> 12];
  return found && { ops: found, offset: offset & 0xfff, bytes };
}
