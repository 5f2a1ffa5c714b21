/** Stories as console lines: each makes one row. */
import { hex0x } from '../../base/hex.ts';
import type { Messages } from '../../base/messages.ts';
import type { Command, Entry } from '../../session/command.ts';

export interface Line {
  readonly text: string;
  readonly command: Command;
}

export const outl = (port: number, value: number): Line => ({
  text: `outl ${hex0x(port)} ${hex0x(value, 8)}`,
  command: { do: 'out', port, bytes: 4, value },
});

export const outw = (port: number, value: number): Line => ({
  text: `outw ${hex0x(port)} ${hex0x(value, 4)}`,
  command: { do: 'out', port, bytes: 2, value },
});

export const inl = (port: number): Line => ({
  text: `inl ${hex0x(port)}`,
  command: { do: 'in', port, bytes: 4 },
});

export const readl = (address: number): Line => ({
  text: `readl ${hex0x(address, 8)}`,
  command: { do: 'load', address, bytes: 4 },
});

/** CONFIG_ADDRESS for a register. */
const address = (bus: number, device: number, register: number): number =>
  (0x8000_0000 | (bus << 16) | (device << 11) | register) >>> 0;

/** CF8 names a register of bus:device.0. */
export const name = (bus: number, device: number, register: number): Line =>
  outl(0xcf8, address(bus, device, register));

export const write = (bus: number, device: number, register: number, value: number): Line[] => [
  name(bus, device, register),
  outl(0xcfc, value),
];

export const read = (bus: number, device: number, register: number): Line[] => [
  name(bus, device, register),
  inl(0xcfc),
];

/** Chapters of stories; their names are words of the catalogue. */
export type ChapterId = Extract<keyof Messages, `phase.${string}`>;

/** Entries of one chapter: the first carries its name. */
export const chapter = (phase: ChapterId, lines: readonly Line[]): Entry[] =>
  lines.map(({ text, command }, i) => ({ text, commands: [command], ...(i === 0 ? { phase } : {}) }));
