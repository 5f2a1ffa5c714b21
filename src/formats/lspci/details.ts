/** lspci -vv: what the classic capabilities say in full. */
import { hex, hex64 } from '../../base/hex.ts';
import { expressDetails } from './details-express.ts';
import { byteAt, longAt, wordAt } from './listed.ts';
import type { ListedFunction } from './listed.ts';
import { flag, flags } from './text.ts';

type Details = (f: ListedFunction, at: number, flags: number) => string;

/** Milliamperes that a function may draw from the auxiliary supply. */
const auxiliary = [0, 55, 100, 160, 220, 270, 320, 375] as const;

const power: Details = (f, at, capabilities) => {
  const control = wordAt(f, at + 4);
  const able = flags(capabilities, [
    ['PMEClk', 8],
    ['DSI', 0x20],
    ['D1', 0x200],
    ['D2', 0x400],
  ]);
  const wakes = ['D0', 'D1', 'D2', 'D3hot', 'D3cold'].map((name, i) =>
    flag(name, capabilities & (0x800 << i)),
  );
  const current = String(auxiliary[(capabilities >> 6) & 7] ?? 0);
  let text = `\t\tFlags: ${able} AuxCurrent=${current}mA PME(${wakes.join(',')})\n`;
  text += `\t\tStatus: D${String(control & 3)} ${flag('NoSoftRst', control & 8)} ${flag('PME-Enable', control & 0x100)} `;
  text += `DSel=${String((control >> 9) & 15)} DScale=${String((control >> 13) & 3)} ${flag('PME', control & 0x8000)}\n`;
  const bridge = byteAt(f, at + 6);
  if (bridge !== 0) text += `\t\tBridge: PM${bridge & 0x80 ? '+' : '-'} B3${bridge & 0x40 ? '-' : '+'}\n`;
  return text;
};

const msi: Details = (f, at, control) => {
  const isWide = (control & 0x80) !== 0;
  const low = longAt(f, at + 4);
  const address = isWide ? hex64(longAt(f, at + 8), low, 16) : hex(low, 8);
  let text = `\t\tAddress: ${address}  Data: ${hex(wordAt(f, at + (isWide ? 12 : 8)), 4)}\n`;
  if (control & 0x100) {
    const masks = at + (isWide ? 16 : 12);
    text += `\t\tMasking: ${hex(longAt(f, masks), 8)}  Pending: ${hex(longAt(f, masks + 4), 8)}\n`;
  }
  return text;
};

const msix: Details = (f, at) => {
  const place = (name: string, offset: number): string => {
    const value = longAt(f, at + offset);
    return `\t\t${name}: BAR=${String(value & 7)} offset=${hex((value & ~7) >>> 0, 8)}\n`;
  };
  return place('Vector table', 4) + place('PBA', 8);
};

/** A virtio structure: where it lies, and for notifications how far apart the queues are. */
const virtio: Details = (f, at, header) => {
  if (wordAt(f, 0) !== 0x1af4 || wordAt(f, 2) < 0x1000 || wordAt(f, 2) > 0x107f || (header & 0xff) < 16)
    return '';
  const [offset, length] = [hex(longAt(f, at + 8), 8), hex(longAt(f, at + 12), 8)];
  const isNotify = header >> 8 === 2 && (header & 0xff) >= 20;
  const multiplier = isNotify ? ` multiplier=${hex(longAt(f, at + 16), 8)}` : '';
  return `\t\tBAR=${String(byteAt(f, at + 4))} offset=${offset} size=${length}${multiplier}\n`;
};

/** Hot-plug and others have nothing to add to their title. */
const details: Readonly<Record<number, Details>> = {
  0x01: power,
  0x05: msi,
  0x09: virtio,
  0x10: expressDetails,
  0x11: msix,
};

/** Lines two tabs in; nothing for capabilities that say it all in their title. */
export const detailsOf = (f: ListedFunction, at: number, id: number, header: number): string =>
  details[id]?.(f, at, header) ?? '';
