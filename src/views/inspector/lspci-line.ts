/** The line of `lspci -vv` that tells of a register. */
import { headerLines } from '../../formats/lspci/header.ts';
import { noNames } from '../../formats/lspci/names.ts';
import type { PlacedRegister } from '../../pci/describe.ts';
import { hex } from '../../base/hex.ts';
import { byteOf, type Space } from './space.ts';

/** How the line begins, by the register's offset: in every header, in that of a device, in that of a bridge. */
const anywhere: Readonly<Record<number, string>> = {
  0x04: 'Control:',
  0x06: 'Status:',
  0x0c: 'Latency:',
  0x0d: 'Latency:',
  0x0f: 'BIST',
  0x3c: 'Interrupt:',
  0x3d: 'Interrupt:',
};
const device: Readonly<Record<number, string>> = {
  0x2c: 'Subsystem:',
  0x2e: 'Subsystem:',
  0x30: 'Expansion ROM',
  0x3e: 'Latency:',
  0x3f: 'Latency:',
};
const bridge: Readonly<Record<number, string>> = {
  0x18: 'Bus:',
  0x19: 'Bus:',
  0x1a: 'Bus:',
  0x1b: 'Bus:',
  0x1c: 'I/O behind',
  0x1d: 'I/O behind',
  0x1e: 'Secondary status:',
  0x20: 'Memory behind',
  0x22: 'Memory behind',
  0x24: 'Prefetchable',
  0x26: 'Prefetchable',
  0x28: 'Prefetchable',
  0x2c: 'Prefetchable',
  0x30: 'I/O behind',
  0x32: 'I/O behind',
  0x38: 'Expansion ROM',
  0x3e: 'BridgeCtl:',
};

function beginning({ at, capability }: PlacedRegister, type: number): string | undefined {
  if (capability) return `Capabilities: [${hex(capability.at, capability.extended ? 3 : 2)}`;
  const last = type === 0 ? 0x28 : 0x18;
  if (type < 2 && at >= 0x10 && at < last) return `Region ${String((at - 0x10) >> 2)}:`;
  return anywhere[at] ?? (type === 0 ? device[at] : type === 1 ? bridge[at] : undefined);
}

export function lspciLine(
  space: Space,
  bdf: number,
  sizes: Readonly<Record<number, number>>,
  register: PlacedRegister,
): string | undefined {
  const { words, known } = space;
  const config = Uint8Array.from({ length: known }, (_, at) => byteOf(words, at));
  const begins = beginning(register, byteOf(words, 0x0e) & 0x7f);
  if (begins === undefined) return undefined;
  const text = headerLines({ domain: 0, bdf: Math.max(bdf, 0), config, sizes }, noNames, 'numbers', 2);
  return text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.startsWith(begins));
}
