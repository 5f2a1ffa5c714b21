/** The registers of a Cirrus Logic GD5446 on top of VGA's (qemu: hw/display/cirrus_vga.c). Its blitter is done at once and moves nothing. */
import type { Device } from '../../engine/device.ts';
import { isSilent, nextColor, Own, readPort, vgaReset, writePort } from './vga-registers.ts';

const sequencers = 0x20;
const graphicses = 0x3a;

/** Private words after VGA's. The first of VGA's arrays hold the first of these registers. */
const Extra = {
  sequencer: Own.words,
  graphics: Own.words + sequencers,
  /** Graphics registers 0 and 1 as they were written: colors. */
  colors: Own.words + sequencers + graphicses,
  dacLock: Own.words + sequencers + graphicses + 2,
  hiddenDac: Own.words + sequencers + graphicses + 3,
  hiddenPalette: Own.words + sequencers + graphicses + 4,
  /** Two banks: where each begins and how much there is, as last set up. */
  bankBase: Own.words + sequencers + graphicses + 20,
  bankLimit: Own.words + sequencers + graphicses + 22,
  /** The banks and BAR 0 are plain memory. */
  banksMapped: Own.words + sequencers + graphicses + 24,
  linear: Own.words + sequencers + graphicses + 25,
  words: Own.words + sequencers + graphicses + 26,
} as const;

/** Bytes of video memory that the chip reaches. */
export const reach = 4 * 0x10_0000;
const partId = 0xb8;

const sequencerAt = (n: number): number => (n < 8 ? Own.sequencer : Extra.sequencer) + n;
const graphicsAt = (n: number): number => (n < 16 ? Own.graphics : Extra.graphics) + n;

export const cirrusSequencer = (d: Device, n: number): number => d.get(sequencerAt(n));
export const cirrusGraphics = (d: Device, n: number): number => d.get(graphicsAt(n));
export const cirrusColor = (d: Device, n: number): number => d.get(Extra.colors + n);
export const bank = (d: Device, n: number): { base: number; limit: number } => ({
  base: d.get(Extra.bankBase + n),
  limit: d.get(Extra.bankLimit + n),
});
export const areBanksMapped = (d: Device): boolean => d.get(Extra.banksMapped) !== 0;
export const isLinear = (d: Device): boolean => d.get(Extra.linear) !== 0;

export function cirrusReset(memory: number): number[] {
  const words = [...vgaReset(memory), ...Array.from({ length: Extra.words - Own.words }, () => 0)];
  words[sequencerAt(0x06)] = 0x0f; // extensions are locked
  words[sequencerAt(0x0f)] = 0x98;
  words[sequencerAt(0x15)] = 0x04; // 4 MiB
  words[sequencerAt(0x17)] = 0x20; // on PCI
  words[sequencerAt(0x1f)] = 0x2d;
  words[graphicsAt(0x18)] = 0x0f;
  words[Own.crtc + 0x27] = partId;
  words[Extra.dacLock] = 5;
  return words;
}

/** What QEMU's reset leaves: colors, the hidden palette, the banks. */
export const cirrusSurvivors: readonly number[] = [
  Own.latch,
  ...[0, 1].flatMap((n) => [Extra.colors + n, Extra.bankBase + n, Extra.bankLimit + n]),
  ...Array.from({ length: 16 }, (_, n) => Extra.hiddenPalette + n),
];

/** Registers behind memory: MMIO, and the packed and 4-pixel writes that go through the chip. */
export const isMmio = (d: Device): boolean => (cirrusSequencer(d, 0x17) & 0x44) === 0x44;
export const addressing = (d: Device): number =>
  (cirrusGraphics(d, 0x0b) & 0x14) === 0x14 ? 4 : cirrusGraphics(d, 0x0b) & 0x02 ? 3 : 0;
/** Write modes 4 and 5 make eight pixels of a byte. */
export function expands(d: Device): boolean {
  const mode = cirrusGraphics(d, 0x05) & 7;
  return (mode === 4 || mode === 5) && (cirrusGraphics(d, 0x0b) & 0x04) !== 0;
}

function updateMapping(d: Device): void {
  const plain = !isMmio(d) && addressing(d) === 0 && !expands(d);
  d.set(Extra.linear, plain ? 1 : 0);
  d.set(Extra.banksMapped, plain && cirrusSequencer(d, 0x07) & 1 ? 1 : 0);
}

function updateBanks(d: Device): void {
  const mode = cirrusGraphics(d, 0x0b);
  for (const n of [0, 1]) {
    const second = n === 1 && (mode & 1) === 0;
    let base = cirrusGraphics(d, mode & 1 ? 0x09 + n : 0x09) << (mode & 0x20 ? 14 : 12);
    if (second) base += 0x8000;
    const limit = Math.max(reach - base, 0);
    d.set(Extra.bankBase + n, limit > 0 ? base : 0);
    d.set(Extra.bankLimit + n, limit);
  }
}

// ── sequencer ────────────────────────────────────────────────────────────────

/** Index n0h and n1h with odd n carry the low bits of the cursor's place. */
const cursorIndex = (n: number): number => (n >= 0x30 && n & 0x10 && (n & 0x0f) < 2 ? n & 0x11 : n);

function readSequencer(d: Device): number {
  const index = cursorIndex(d.get(Own.sequencerIndex));
  return index < sequencers ? d.get(sequencerAt(index)) : 0xff;
}

function writeSequencer(d: Device, port: number, value: number): void {
  const index = cursorIndex(d.get(Own.sequencerIndex));
  if (index < 5) return writePort(d, port, value);
  if (index === 5 || index >= sequencers) return;
  if (index === 0x06) return d.set(sequencerAt(index), (value & 0x17) === 0x12 ? 0x12 : 0x0f);
  if (index === 0x17) {
    d.set(sequencerAt(index), (d.get(sequencerAt(index)) & 0x38) | (value & 0xc7));
    return updateMapping(d);
  }
  if (index === 0x07) updateMapping(d); // QEMU looks before it changes
  d.set(sequencerAt(index), value);
}

// ── graphics controller ──────────────────────────────────────────────────────

const readGraphics = (d: Device, index: number): number => {
  if (index < 2) return cirrusColor(d, index);
  return index < graphicses ? d.get(graphicsAt(index)) : 0xff;
};

const Blit = { status: 0x31, start: 0x02, reset: 0x04, done: 0x13 } as const;

/** Registers that hold 8 bits; others fewer, or none. */
const whole = new Set([
  0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x20, 0x22, 0x24, 0x26, 0x28, 0x29, 0x2c, 0x2d, 0x2f, 0x30, 0x32, 0x33,
  0x34, 0x35, 0x38, 0x39,
]);
const partial = new Map([
  [0x21, 0x1f],
  [0x23, 0x1f],
  [0x25, 0x1f],
  [0x27, 0x1f],
  [0x2a, 0x3f],
  [0x2e, 0x3f],
]);

function writeGraphics(d: Device, index: number, value: number): void {
  if (index < 2) {
    d.set(graphicsAt(index), value & 0x0f);
    return d.set(Extra.colors + index, value);
  }
  if (index === 0x05) {
    d.set(graphicsAt(index), value & 0x7f);
    return updateMapping(d);
  }
  if (index < 0x09) return writePort(d, 0x3cf, value);
  if (index < 0x0c) {
    d.set(graphicsAt(index), value);
    updateBanks(d);
    return updateMapping(d);
  }
  if (index === Blit.status) return blit(d, value);
  const mask = whole.has(index) ? 0xff : partial.get(index);
  if (mask !== undefined) d.set(graphicsAt(index), value & mask);
}

/** A blit is over when it began; taking the reset bit back ends one too. */
function blit(d: Device, value: number): void {
  const at = graphicsAt(Blit.status);
  const old = d.get(at);
  const ends = old & ~value & Blit.reset || value & ~old & Blit.start;
  d.set(at, ends ? value & ~Blit.done : value);
}

/** Which graphics register a byte of the blitter's memory-mapped registers is. */
const blitRegisters = [
  0x00, 0x10, 0x12, 0x14, 0x01, 0x11, 0x13, 0x15, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x28, 0x29,
  0x2a, -1, 0x2c, 0x2d, 0x2e, 0x2f, 0x30, -1, 0x32, 0x33, 0x34, 0x35, -1, -1, 0x38, 0x39,
];
const blitStatusByte = 0x40;
const blitRegister = (offset: number): number =>
  offset === blitStatusByte ? Blit.status : (blitRegisters[offset] ?? -1);

export function readBlit(d: Device, offset: number): number {
  const index = blitRegister(offset);
  return index < 0 ? 0xff : readGraphics(d, index);
}

export function writeBlit(d: Device, offset: number, value: number): void {
  const index = blitRegister(offset);
  if (index >= 0) writeGraphics(d, index, value);
}

// ── ports ────────────────────────────────────────────────────────────────────

const usesHiddenPalette = (d: Device): boolean => (cirrusSequencer(d, 0x12) & 0x02) !== 0;

/** The fifth look at the pixel mask in a row shows the hidden DAC register. */
function readPixelMask(d: Device): number {
  const looks = d.get(Extra.dacLock) + 1;
  d.set(Extra.dacLock, looks === 5 ? 0 : looks & 0xff);
  return looks === 5 ? d.get(Extra.hiddenDac) : 0xff;
}

function readCrtc(d: Device, port: number): number {
  const index = d.get(Own.crtcIndex);
  if (index === 0x24) return d.get(Own.attributeFlipFlop) << 7;
  if (index === 0x26) return d.get(Own.attributeIndex) & 0x3f;
  const known = index <= 0x1d || index === 0x22 || index === 0x25 || index === 0x27;
  return known ? readPort(d, port) : 0xff;
}

export function readCirrusPort(d: Device, port: number): number {
  if (isSilent(d, port)) return 0xff;
  switch (port) {
    case 0x3c5:
      return readSequencer(d);
    case 0x3c6:
      return readPixelMask(d);
    case 0x3c8:
      d.set(Extra.dacLock, 0);
      return readPort(d, port);
    case 0x3c9: {
      if (!usesHiddenPalette(d)) return readPort(d, port);
      const color = d.get(Extra.hiddenPalette + (d.get(Own.dacRead) & 0x0f));
      const value = (color >>> (d.get(Own.dacSub) * 8)) & 0xff;
      nextColor(d, Own.dacRead);
      return value;
    }
    case 0x3cf:
      return readGraphics(d, d.get(Own.graphicsIndex));
    case 0x3b5:
    case 0x3d5:
      return readCrtc(d, port);
    default:
      return readPort(d, port);
  }
}

export function writeCirrusPort(d: Device, port: number, value: number): void {
  if (isSilent(d, port)) return;
  switch (port) {
    case 0x3c4:
      return d.set(Own.sequencerIndex, value);
    case 0x3c5:
      return writeSequencer(d, port, value);
    case 0x3c6:
      if (d.get(Extra.dacLock) === 4) d.set(Extra.hiddenDac, value);
      return d.set(Extra.dacLock, 0);
    case 0x3c9:
      return writeColor(d, value);
    case 0x3ce:
      return d.set(Own.graphicsIndex, value);
    case 0x3cf:
      return writeGraphics(d, d.get(Own.graphicsIndex), value);
    case 0x3b5:
    case 0x3d5:
      if (d.get(Own.crtcIndex) <= 0x1d) writePort(d, port, value);
      return;
    default:
      return writePort(d, port, value);
  }
}

function writeColor(d: Device, value: number): void {
  if (!usesHiddenPalette(d)) return writePort(d, 0x3c9, value);
  const shift = d.get(Own.dacSub) * 8;
  const color = (d.get(Own.dacCache) & ~(0xff << shift)) | (value << shift);
  d.set(Own.dacCache, color);
  if (shift === 16) d.set(Extra.hiddenPalette + (d.get(Own.dacWrite) & 0x0f), color);
  nextColor(d, Own.dacWrite);
}
