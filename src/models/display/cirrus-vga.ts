/** cirrus-vga: Cirrus Logic GD5446, 1013:00b8 (qemu: hw/display/cirrus_vga.c). Its registers are in cirrus-registers.ts; nothing is blitted. */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';
import { hasRom, romContents } from '../caps/rom.ts';
import {
  addressing,
  areBanksMapped,
  bank,
  cirrusColor,
  cirrusGraphics,
  cirrusReset,
  cirrusSequencer,
  cirrusSurvivors,
  expands,
  isLinear,
  isMmio,
  reach,
  readBlit,
  readCirrusPort,
  writeBlit,
  writeCirrusPort,
} from './cirrus-registers.ts';
import { loadByte, readPlanes, storeByte, writePlanes } from './vga-memory.ts';

const bytes = { impl: { min: 1, max: 1 } } as const;
const megabyte = 0x10_0000;

/** Video memory through the chip: packed addresses repeat every eighth or sixteenth byte. */
const placeOf = (d: Device, address: number): number => (address << addressing(d)) & (reach - 1);

/** Write modes 4 and 5: a set bit is a pixel in the foreground color, a clear one in the background's, in mode 5. */
function store(d: Device, place: number, value: number): void {
  if (!expands(d)) return storeByte(d, place, value);
  const wide = addressing(d) === 4;
  const background = (cirrusGraphics(d, 0x05) & 7) === 5;
  for (let x = 0; x < 8; x++) {
    const set = (value & (0x80 >> x)) !== 0;
    if (!set && !background) continue;
    const at = wide ? (place + 2 * x) & (reach - 2) : (place + x) & (reach - 1);
    storeByte(d, at, cirrusColor(d, set ? 1 : 0));
    if (wide) storeByte(d, at + 1, cirrusGraphics(d, set ? 0x11 : 0x10));
  }
}

const isBehind = (d: Device, address: number): boolean => isMmio(d) && address >= reach - 0x100;

const frame: Ops = {
  name: 'Cirrus video memory',
  ...bytes,
  read: (d, offset) => {
    if (isLinear(d)) return loadByte(d, offset);
    const address = offset & (reach - 1);
    return isBehind(d, address) ? readBlit(d, address & 0xff) : loadByte(d, placeOf(d, address));
  },
  write: (d, offset, value) => {
    if (isLinear(d)) return storeByte(d, offset, value);
    const address = offset & (reach - 1);
    if (isBehind(d, address)) writeBlit(d, address & 0xff, value);
    else store(d, placeOf(d, address), value);
  },
};

const blitWindow: Ops = {
  name: 'Cirrus system-to-screen window',
  ...bytes,
  read: () => 0xff,
  write: () => {},
};

const isExtended = (d: Device): boolean => (cirrusSequencer(d, 0x07) & 1) !== 0;
/** Blitter registers at B8000h. */
const hasLowMmio = (d: Device): boolean => (cirrusSequencer(d, 0x17) & 0x44) === 0x04;
const isLowMmio = (offset: number): boolean => offset >= 0x1_8000 && offset < 0x1_8100;

/** Two banks of 32 KiB at A0000h; undefined behind the end of video memory. */
function inBank(d: Device, offset: number): number | undefined {
  const { base, limit } = bank(d, offset >> 15);
  const within = offset & 0x7fff;
  return within < limit ? placeOf(d, base + within) : undefined;
}

const low: Ops = {
  name: 'Cirrus low memory',
  ...bytes,
  read: (d, offset) => {
    if (areBanksMapped(d) && offset < 0x1_0000)
      return loadByte(d, bank(d, offset >> 15).base + (offset & 0x7fff));
    if (!isExtended(d)) return readPlanes(d, offset);
    if (isLowMmio(offset)) return hasLowMmio(d) ? readBlit(d, offset & 0xff) : 0xff;
    const place = offset < 0x1_0000 ? inBank(d, offset) : undefined;
    return place === undefined ? 0xff : loadByte(d, place);
  },
  write: (d, offset, value) => {
    if (areBanksMapped(d) && offset < 0x1_0000)
      return storeByte(d, bank(d, offset >> 15).base + (offset & 0x7fff), value);
    if (!isExtended(d)) return writePlanes(d, offset, value);
    if (isLowMmio(offset)) {
      if (hasLowMmio(d)) writeBlit(d, offset & 0xff, value);
      return;
    }
    const place = offset < 0x1_0000 ? inBank(d, offset) : undefined;
    if (place !== undefined) store(d, place, value);
  },
};

const firstPort = 0x3b0;
const lastPort = 0x3df;
const ports: Ops = {
  name: 'Cirrus ports',
  ...bytes,
  read: (d, offset) => readCirrusPort(d, firstPort + offset),
  write: (d, offset, value) => writeCirrusPort(d, firstPort + offset, value),
};

/** Ports from 3C0h, then the blitter's registers. */
const registers: Ops = {
  name: 'Cirrus registers',
  ...bytes,
  read: (d, offset) => (offset < 0x100 ? readCirrusPort(d, 0x3c0 + offset) : readBlit(d, offset - 0x100)),
  write: (d, offset, value) => {
    if (offset < 0x100) writeCirrusPort(d, 0x3c0 + offset, value);
    else writeBlit(d, offset - 0x100, value);
  },
};

export const cirrusVga: Model = {
  id: 'cirrus-vga',
  kind: 'display',
  bus: 'either',
  properties: [
    { name: 'vgamem_mb', kind: 'choice', choices: ['4', '8', '16'], initial: '4' },
    { name: 'blitter', kind: 'flag', initial: 'on' },
    { name: 'global-vmstate', kind: 'flag', initial: 'off' },
  ],
  shape: (context) => {
    const memory = context.number('vgamem_mb') * megabyte;
    const shape = new ShapeBuilder({
      vendor: 0x1013,
      device: 0x00b8,
      classCode: 0x030000,
      multifunction: context.multifunction,
    })
      .bar(0, 'mem32', 32 * megabyte, {
        prefetchable: true,
        stretches: [
          { from: 0, bytes: memory, ops: frame },
          { from: 16 * megabyte, bytes: 4 * megabyte, ops: blitWindow },
        ],
      })
      .bar(1, 'mem32', 0x1000, {
        modelled: false,
        stretches: [{ from: 0, bytes: 0x1000, ops: registers }],
      })
      .legacy(
        { space: 'io', from: firstPort, to: lastPort, ops: ports },
        { space: 'memory', from: 0xa_0000, to: 0xb_ffff, ops: low },
      )
      .behave({}, cirrusReset(memory), 'machine')
      .surviving(cirrusSurvivors);
    const rom = romContents(0x1013, 0x00b8, 0x030000, 0x10000);
    return (hasRom(context) ? shape.bar(6, 'rom', 0x10000, { contents: rom }) : shape).done();
  },
};
