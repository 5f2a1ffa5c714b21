/** The MSI capability as QEMU makes it (hw/pci/msi.c): its registers, and what follows from writing them. */
import type { Device } from '../../engine/device.ts';
import type { ShapeBuilder } from '../../engine/shape-builder.ts';

export interface MsiOptions {
  readonly at: number;
  /** A power of two up to 32. */
  readonly vectors: number;
  readonly wide: boolean;
  readonly maskable: boolean;
}

/** Bytes that the capability takes. */
export const msiBytes = (wide: boolean, maskable: boolean): number => (wide ? 14 : 10) + (maskable ? 10 : 0);

/** Adds the capability. The model's `configWritten` must call `msiWritten`. */
export function addMsi(shape: ShapeBuilder, { at, vectors, wide, maskable }: MsiOptions): ShapeBuilder {
  const control = (Math.log2(vectors) << 1) | (wide ? 0x80 : 0) | (maskable ? 0x100 : 0);
  const data = at + (wide ? 12 : 8);
  shape
    .capability(0x05, at, msiBytes(wide, maskable))
    .field(at + 2, 2, control, 0x71)
    .field(at + 4, 4, 0, 0xffff_fffc)
    .field(data, 2, 0, 0xffff)
    .resetting(at, 0x0071_0000)
    .resetting(at + 4, -1)
    .resetting(data, 0xffff);
  if (wide) shape.field(at + 8, 4, 0, -1).resetting(at + 8, -1);
  if (maskable) {
    shape
      .field(data + 4, 4, 0, vectors === 32 ? -1 : (1 << vectors) - 1)
      .resetting(data + 4, -1)
      .resetting(data + 8, -1);
  }
  for (let word = at; word < at + msiBytes(wide, maskable); word += 4) shape.watch(word);
  return shape;
}

/** After a write to config word `word`: enabling releases INTx, too many vectors are clamped, unmasked pending ones go out. */
export function msiWritten(device: Device, word: number): void {
  const at = device.shape.caps.msi;
  if (at === undefined) return;
  const first = at >> 2;
  let head = device.word(first);
  const control = head >>> 16;
  const wide = (control & 0x80) !== 0;
  const maskable = (control & 0x100) !== 0;
  if (word < first || word >= first + Math.ceil(msiBytes(wide, maskable) / 4)) return;
  if ((control & 1) === 0) return;
  device.intx(false);
  const most = (control >>> 1) & 7;
  if (((control >>> 4) & 7) > most) {
    head = (head & ~0x0070_0000) | (most << 20);
    device.setWord(first, head);
  }
  if (!maskable) return;
  const maskWord = first + (wide ? 4 : 3);
  const vectors = 1 << ((head >>> 20) & 7);
  let pending = device.word(maskWord + 1) & (vectors === 32 ? -1 : (1 << vectors) - 1);
  device.setWord(maskWord + 1, pending);
  for (let vector = 0; vector < vectors; vector++) {
    const bit = 1 << vector;
    if ((pending & bit) === 0 || (device.word(maskWord) & bit) !== 0) continue;
    pending &= ~bit;
    device.setWord(maskWord + 1, pending);
    device.message(vector);
  }
}
