/** The MSI-X capability as QEMU makes it (hw/pci/msix.c): registers, table and pending bits. The table lies in private words. */
import type { Device } from '../../engine/device.ts';
import type { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops, Stretch } from '../../engine/shape.ts';

export interface MsixOptions {
  readonly at: number;
  readonly vectors: number;
  /** How many of them Message Control says at reset, when not all. */
  readonly shown?: number;
  readonly bar: number;
  readonly table: number;
  readonly pending: number;
  /** The model's private word at which the table begins; `msixWords` words are taken. */
  readonly own: number;
}

export const msixBytes = 12;

const pendingBytes = (vectors: number): number => Math.ceil(vectors / 64) * 8;

/** Table and pending bits at reset: everything zero, every vector masked. */
export const msixWords = (vectors: number): number[] => [
  ...Array.from({ length: vectors * 4 }, (_, i) => (i % 4 === 3 ? 1 : 0)),
  ...Array.from({ length: pendingBytes(vectors) / 4 }, () => 0),
];

/** Adds the capability and gives the stretches that its BAR needs. The model's `configWritten` must call `msixWritten`. */
export function addMsix(
  shape: ShapeBuilder,
  { at, vectors, shown = vectors, bar, table, pending, own }: MsixOptions,
): readonly Stretch[] {
  shape
    .capability(0x11, at, msixBytes)
    .field(at + 2, 2, shown - 1, 0xc000)
    .field(at + 4, 4, table | bar)
    .field(at + 8, 4, pending | bar)
    .resetting(at, 0xc000_0000 | 0)
    .watch(at)
    .msixTable(own, vectors);
  const sizes = { valid: { min: 4, max: 8 }, impl: { min: 1, max: 4 } } as const;
  const tableOps: Ops = {
    name: 'MSI-X table',
    ...sizes,
    read: (device, offset) => device.get(own + (offset >> 2)),
    write: (device, offset, value) => {
      const vector = offset >> 4;
      const masked = isMasked(device, vector);
      device.set(own + (offset >> 2), value);
      if (masked) release(device, vector);
    },
  };
  const pendingOps: Ops = {
    name: 'MSI-X pending bits',
    ...sizes,
    read: (device, offset) => device.get(own + vectors * 4 + (offset >> 2)),
    write: () => {},
  };
  return [
    { from: table, bytes: vectors * 16, ops: tableOps },
    { from: pending, bytes: pendingBytes(vectors), ops: pendingOps },
  ];
}

/** A BAR for nothing but MSI-X (qemu: msix_init_exclusive_bar): its size, and where the pending bits lie in it. */
export function exclusiveBar(vectors: number): { bytes: number; pending: number } {
  const pending = Math.max(0x800, vectors * 16);
  const bytes = Math.max(0x1000, 2 ** Math.ceil(Math.log2(pending + pendingBytes(vectors))));
  return { bytes, pending };
}

const functionMasked = (head: number): boolean => (head & 0xc000_0000) !== (0x8000_0000 | 0);

function isMasked(device: Device, vector: number): boolean {
  const { msix = 0, msixTable = 0 } = device.shape.caps;
  return functionMasked(device.word(msix >> 2)) || (device.get(msixTable + vector * 4 + 3) & 1) !== 0;
}

/** Sends a vector that was held back, if it is free to go now. */
function release(device: Device, vector: number): void {
  const { msixTable = 0, msixVectors = 0 } = device.shape.caps;
  if (isMasked(device, vector)) return;
  const at = msixTable + msixVectors * 4 + (vector >> 5);
  const bit = 1 << (vector & 31);
  if ((device.get(at) & bit) === 0) return;
  device.set(at, device.get(at) & ~bit);
  device.message(vector);
}

/** After a write to config word `word`: enabling releases INTx; unmasking sends what is pending. */
export function msixWritten(device: Device, word: number, old: number, lanes: number): void {
  const { msix: at, msixVectors = 0 } = device.shape.caps;
  if (at === undefined || word !== at >> 2 || (lanes & 0xff00_0000) === 0) return;
  const now = device.word(word);
  if ((now & 0x8000_0000) === 0) return;
  device.intx(false);
  if (!functionMasked(old) || functionMasked(now)) return;
  for (let vector = 0; vector < msixVectors; vector++) release(device, vector);
}
