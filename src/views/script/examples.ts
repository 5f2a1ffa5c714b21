/** Programs to begin with, written for a function of the machine as it is now. */
import { hex } from '../../base/hex.ts';
import { bdfOf } from '../../engine/explain.ts';
import type { Machine } from '../../engine/machine.ts';
import { formatBdf } from '../../pci/bdf.ts';
import { capabilities, isCapability } from '../../pci/walk.ts';

const ids = ['script.example-bar', 'script.example-capabilities', 'script.example-enable'] as const;

const sizing = (who: string): string => `# How large is BAR0? Decoding off, ones in, the answer out.
setpci -s ${who} COMMAND=0:3
setpci -s ${who} BASE_ADDRESS_0=ffffffff
setpci -s ${who} BASE_ADDRESS_0
setpci -s ${who} BASE_ADDRESS_0=0
`;

const enabling = (
  who: string,
): string => `# BAR0 to febc0000, then memory decoding and bus mastering on: its first register answers.
setpci -s ${who} BASE_ADDRESS_0=febc0000
setpci -s ${who} COMMAND=6:6
readl febc0000
`;

/** By ports, from the pointer in the header; where each capability stands is what the machine says now. */
function walking(m: Machine, fn: number, bdf: number): string {
  const at = (offset: number): string => hex((0x8000_0000 | (bdf << 8) | (offset & 0xfc)) >>> 0, 8);
  const list = capabilities((n) => m.look(fn, n), 256).filter(isCapability);
  const hops = list.map((row) => `outl cf8 ${at(row.at)}; inw ${hex(0xcfc + (row.at & 3))}`);
  return `# Status says whether there is a list (bit 4), the pointer where it begins.
outl cf8 ${at(0x04)}; inw cfe
outl cf8 ${at(0x34)}; inb cfc
# Of each: its id in the low byte, the next one in the high byte.
${hops.length === 0 ? '# This function has none.' : hops.join('\n')}
`;
}

/** For the chosen function, or for 00:03.0. */
export function examplesFor(m: Machine, chosen: number | undefined) {
  const fn = chosen !== undefined && bdfOf(m, chosen) >= 0 ? chosen : Math.max(0, m.find(0x18));
  const bdf = Math.max(0, bdfOf(m, fn));
  const who = formatBdf(bdf);
  const texts = [sizing(who), walking(m, fn, bdf), enabling(who)];
  return ids.map((id, i) => ({ id, text: texts[i] ?? '' }));
}
