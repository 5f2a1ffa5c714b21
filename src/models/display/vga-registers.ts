/** The registers of QEMU's standard VGA: the ports of 1987 and the Bochs display interface (hw/display/vga.c, bochs-vbe.h). */
import type { Device } from '../../engine/device.ts';
import { backing } from '../../engine/route.ts';

/** Private words. Arrays are one word per register; the palette packs three bytes in a word. */
export const Own = {
  sequencerIndex: 0,
  graphicsIndex: 1,
  attributeIndex: 2,
  attributeFlipFlop: 3,
  crtcIndex: 4,
  misc: 5,
  feature: 6,
  status: 7,
  dacState: 8,
  dacSub: 9,
  dacRead: 10,
  dacWrite: 11,
  dacCache: 12,
  latch: 13,
  bank: 14,
  dispiIndex: 15,
  lineOffset: 16,
  bigEndian: 17,
  /** Bytes of video memory. */
  memory: 18,
  sequencer: 19,
  /** Bits that the Bochs modes add to the sequencer's memory mode and plane mask. */
  bochsPlanes: 27,
  bochsMode: 28,
  dispi: 29,
  graphics: 39,
  attribute: 55,
  crtc: 76,
  palette: 332,
  words: 588,
} as const;

export const Dispi = {
  id: 0,
  width: 1,
  height: 2,
  depth: 3,
  enable: 4,
  bank: 5,
  virtualWidth: 6,
  virtualHeight: 7,
  x: 8,
  y: 9,
  memory64K: 10,
} as const;

const dispiId = 0xb0c5;
const dispiEnabled = 1;
const dispiCapabilities = 2;
const dispiKeepMemory = 0x80;
const widest = 16000;
const highest = 12000;

export function vgaReset(memory: number): number[] {
  const words = Array.from({ length: Own.words }, () => 0);
  words[Own.memory] = memory;
  words[Own.dispi + Dispi.id] = dispiId;
  return words;
}

const dispi = (d: Device, n: number): number => d.get(Own.dispi + n);
const isBochsMode = (d: Device): boolean => (dispi(d, Dispi.enable) & dispiEnabled) !== 0;

const planeMask = 2;
const memoryMode = 4;

/** Sequencer registers as the memory sees them: the Bochs modes have their own. */
export const sequencer = (d: Device, n: number): number => {
  if (!isBochsMode(d)) return d.get(Own.sequencer + n);
  return n === planeMask ? d.get(Own.bochsPlanes) : n === memoryMode ? d.get(Own.bochsMode) : 0;
};

// ── ports 3B0h–3DFh ──────────────────────────────────────────────────────────

const sequencerMask = [0x03, 0x3d, 0x0f, 0x3f, 0x0e, 0, 0, 0xff];
const graphicsMask = [0x0f, 0x0f, 0x0f, 0x1f, 0x03, 0x7b, 0x0f, 0x0f, 0xff];
/** Writable bits of attribute registers 16–20: mode, overscan, plane enable, panning, color page. */
const attributeMask = [0xef, 0xff, 0x3f, 0x0f, 0x0f];

const VSYNC_END = 0x11;
const OVERFLOW = 0x07;
const lockCrtc = 0x80;
const colorPorts = 1;
/** Retrace and display-enable of the status register toggle at every look: enough for those who wait for them. */
const toggles = 0x09;

/** With color emulation the monochrome ports are silent, and the other way round. */
export const isSilent = (d: Device, port: number): boolean =>
  d.get(Own.misc) & colorPorts ? port >= 0x3b0 && port <= 0x3bf : port >= 0x3d0 && port <= 0x3df;

export function readPort(d: Device, port: number): number {
  if (isSilent(d, port)) return 0xff;
  switch (port) {
    case 0x3c0:
      return d.get(Own.attributeFlipFlop) === 0 ? d.get(Own.attributeIndex) : 0;
    case 0x3c1: {
      const index = d.get(Own.attributeIndex) & 0x1f;
      return index < 21 ? d.get(Own.attribute + index) : 0;
    }
    case 0x3c4:
      return d.get(Own.sequencerIndex);
    case 0x3c5:
      return d.get(Own.sequencer + d.get(Own.sequencerIndex));
    case 0x3c7:
      return d.get(Own.dacState);
    case 0x3c8:
      return d.get(Own.dacWrite);
    case 0x3c9: {
      const value = (d.get(Own.palette + d.get(Own.dacRead)) >>> (d.get(Own.dacSub) * 8)) & 0xff;
      nextColor(d, Own.dacRead);
      return value;
    }
    case 0x3ca:
      return d.get(Own.feature);
    case 0x3cc:
      return d.get(Own.misc);
    case 0x3ce:
      return d.get(Own.graphicsIndex);
    case 0x3cf:
      return d.get(Own.graphics + d.get(Own.graphicsIndex));
    case 0x3b4:
    case 0x3d4:
      return d.get(Own.crtcIndex);
    case 0x3b5:
    case 0x3d5:
      return d.get(Own.crtc + d.get(Own.crtcIndex));
    case 0x3ba:
    case 0x3da:
      d.set(Own.status, d.get(Own.status) ^ toggles);
      d.set(Own.attributeFlipFlop, 0);
      return d.get(Own.status);
    default:
      return 0;
  }
}

export function writePort(d: Device, port: number, value: number): void {
  if (isSilent(d, port)) return;
  switch (port) {
    case 0x3c0:
      writeAttribute(d, value);
      return;
    case 0x3c2:
      return d.set(Own.misc, value & 0xef);
    case 0x3c4:
      return d.set(Own.sequencerIndex, value & 7);
    case 0x3c5: {
      const index = d.get(Own.sequencerIndex);
      return d.set(Own.sequencer + index, value & (sequencerMask[index] ?? 0));
    }
    case 0x3c7:
      d.set(Own.dacRead, value);
      d.set(Own.dacSub, 0);
      return d.set(Own.dacState, 3);
    case 0x3c8:
      d.set(Own.dacWrite, value);
      d.set(Own.dacSub, 0);
      return d.set(Own.dacState, 0);
    case 0x3c9: {
      const shift = d.get(Own.dacSub) * 8;
      const color = (d.get(Own.dacCache) & ~(0xff << shift)) | (value << shift);
      d.set(Own.dacCache, color);
      if (shift === 16) d.set(Own.palette + d.get(Own.dacWrite), color);
      return nextColor(d, Own.dacWrite);
    }
    case 0x3ce:
      return d.set(Own.graphicsIndex, value & 0x0f);
    case 0x3cf: {
      const index = d.get(Own.graphicsIndex);
      d.set(Own.graphics + index, value & (graphicsMask[index] ?? 0));
      return bochsToVga(d);
    }
    case 0x3b4:
    case 0x3d4:
      return d.set(Own.crtcIndex, value);
    case 0x3b5:
    case 0x3d5:
      return writeCrtc(d, value);
    case 0x3ba:
    case 0x3da:
      return d.set(Own.feature, value & 0x10);
  }
}

/** One of three color bytes was read or written: on to the next, or to the next color. */
export function nextColor(d: Device, index: number): void {
  const sub = d.get(Own.dacSub) + 1;
  d.set(Own.dacSub, sub % 3);
  if (sub === 3) d.set(index, (d.get(index) + 1) & 0xff);
}

function writeAttribute(d: Device, value: number): void {
  if (d.get(Own.attributeFlipFlop) === 0) d.set(Own.attributeIndex, value & 0x3f);
  else {
    const index = d.get(Own.attributeIndex) & 0x1f;
    const mask = index < 16 ? 0x3f : (attributeMask[index - 16] ?? 0);
    if (index < 21) d.set(Own.attribute + index, value & mask);
  }
  d.set(Own.attributeFlipFlop, d.get(Own.attributeFlipFlop) ^ 1);
}

function writeCrtc(d: Device, value: number): void {
  const index = d.get(Own.crtcIndex);
  const locked = (d.get(Own.crtc + VSYNC_END) & lockCrtc) !== 0 && index <= OVERFLOW;
  if (locked && index !== OVERFLOW) return;
  const old = d.get(Own.crtc + index);
  d.set(Own.crtc + index, locked ? (old & ~0x10) | (value & 0x10) : value);
  bochsToVga(d);
}

// ── Bochs display interface ──────────────────────────────────────────────────

export function readDispi(d: Device): number {
  const index = d.get(Own.dispiIndex);
  if (index === Dispi.memory64K) return (d.get(Own.memory) >>> 16) & 0xffff;
  if (index > Dispi.memory64K) return 0;
  if (dispi(d, Dispi.enable) & dispiCapabilities) {
    if (index === Dispi.width) return widest;
    if (index === Dispi.height) return highest;
    if (index === Dispi.depth) return 32;
  }
  return dispi(d, index);
}

export function writeDispi(d: Device, value: number): void {
  const index = d.get(Own.dispiIndex);
  const set = (n: number, to: number): void => d.set(Own.dispi + n, to);
  switch (index) {
    case Dispi.id:
      if (value >= 0xb0c0 && value <= dispiId) set(index, value);
      return;
    case Dispi.width:
    case Dispi.height:
    case Dispi.depth:
    case Dispi.virtualWidth:
    case Dispi.x:
    case Dispi.y:
      set(index, value);
      fixMode(d);
      return bochsToVga(d);
    case Dispi.bank: {
      const bank = value & ((d.get(Own.memory) >>> 16) - 1);
      set(index, bank);
      return d.set(Own.bank, bank << 16);
    }
    case Dispi.enable:
      if (value & dispiEnabled && !isBochsMode(d)) {
        for (const n of [Dispi.virtualWidth, Dispi.x, Dispi.y]) set(n, 0);
        set(Dispi.enable, dispi(d, Dispi.enable) | dispiEnabled);
        fixMode(d);
        bochsToVga(d);
        if ((value & dispiKeepMemory) === 0) clear(d, dispi(d, Dispi.height) * d.get(Own.lineOffset));
      } else d.set(Own.bank, 0);
      return set(index, value);
  }
}

/** Brings impossible modes to the nearest possible one, as there is no way to refuse. */
function fixMode(d: Device): void {
  if (!isBochsMode(d)) return;
  const r = Array.from({ length: 10 }, (_, n) => dispi(d, n));
  const get = (n: number): number => r[n] ?? 0;
  if (![4, 8, 15, 16, 24, 32].includes(get(Dispi.depth))) r[Dispi.depth] = 8;
  const bits = get(Dispi.depth) === 15 ? 16 : get(Dispi.depth);
  r[Dispi.width] = Math.min(get(Dispi.width) & ~7 || 8, widest);
  r[Dispi.virtualWidth] = Math.max(Math.min(get(Dispi.virtualWidth) & ~7, widest), get(Dispi.width));
  const line = Math.floor((get(Dispi.virtualWidth) * bits) / 8);
  const memory = d.get(Own.memory);
  const lines = Math.floor(memory / line);
  r[Dispi.height] = Math.min(get(Dispi.height) || 1, highest, lines);
  r[Dispi.x] = Math.min(get(Dispi.x), widest);
  r[Dispi.y] = Math.min(get(Dispi.y), highest);
  const end = (): number => Math.floor((get(Dispi.x) * bits) / 8) + (get(Dispi.y) + get(Dispi.height)) * line;
  if (end() > memory) r[Dispi.y] = 0;
  if (end() > memory) r[Dispi.x] = 0;
  r[Dispi.virtualHeight] = lines & 0xffff;
  r.forEach((value, n) => d.set(Own.dispi + n, value));
  d.set(Own.lineOffset, line);
}

/** A Bochs mode shows in the VGA registers too. */
function bochsToVga(d: Device): void {
  if (!isBochsMode(d)) return;
  const change = (at: number, clear: number, set: number): void =>
    d.set(at, ((d.get(at) & ~clear) | set) & 0xff);
  const h = dispi(d, Dispi.height) - 1;
  change(Own.graphics + 6, 0x0c, 0x05);
  change(Own.crtc + 0x17, 0, 3);
  change(Own.crtc + 0x13, 0xff, (d.get(Own.lineOffset) >> 3) & 0xff);
  change(Own.crtc + 0x01, 0xff, ((dispi(d, Dispi.width) >> 3) - 1) & 0xff);
  change(Own.crtc + 0x12, 0xff, h & 0xff);
  change(Own.crtc + OVERFLOW, 0x42, 0x10 | ((h >> 7) & 0x02) | ((h >> 3) & 0x40));
  change(Own.crtc + 0x18, 0xff, 0xff);
  const packed = dispi(d, Dispi.depth) !== 4;
  if (packed) {
    d.set(Own.bochsMode, d.get(Own.bochsMode) | 8);
    d.set(Own.bochsPlanes, d.get(Own.bochsPlanes) | 0x0f);
  }
  change(Own.graphics + 5, 0x60, packed ? 0x40 : 0);
  change(Own.crtc + 0x09, 0x9f, 0x40);
}

/** Zeroes the first bytes of video memory; untouched pages are zero already. */
function clear(d: Device, bytes: number): void {
  const { image } = d.machine;
  const first = backing(d.fn, 0);
  for (let at = 0; at < bytes; at += 4) {
    const word = image.find(first + at);
    if (word < 0) at += 4096 - (at % 4096) - 4;
    else image.set(word, 0);
  }
}
