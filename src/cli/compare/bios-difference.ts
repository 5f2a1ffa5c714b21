/** Two runs of SeaBIOS's PCI set-up: the first thing that it decided differently, and the first access that differs. */
import type { Access, BiosRun } from '../bios-run.ts';

type Bytes = readonly (readonly [from: number, to: number])[];

/** What the firmware decides, by header type: BARs, bus numbers, windows, ROM, interrupt line, Bridge Control. */
const decided: readonly [Readonly<Record<string, Bytes>>, Readonly<Record<string, Bytes>>] = [
  { BARs: [[0x10, 0x28]], ROM: [[0x30, 0x34]], 'interrupt line': [[0x3c, 0x3d]] },
  {
    BARs: [[0x10, 0x18]],
    'bus numbers': [[0x18, 0x1b]],
    'I/O window': [
      [0x1c, 0x1e],
      [0x30, 0x34],
    ],
    'memory window': [[0x20, 0x24]],
    'prefetchable window': [[0x24, 0x30]],
    ROM: [[0x38, 0x3c]],
    'interrupt line': [[0x3c, 0x3d]],
    'Bridge Control': [[0x3e, 0x40]],
  },
];

function outcomeOf(config: string): Record<string, string> {
  const header = Number.parseInt(config.slice(0x0e * 2, 0x0e * 2 + 2), 16) & 0x7f;
  const parts = Object.entries(decided[header === 1 ? 1 : 0]);
  return Object.fromEntries(
    parts.map(([name, bytes]) => [name, bytes.map(([from, to]) => config.slice(from * 2, to * 2)).join(' ')]),
  );
}

/** What was decided differently, one line each; bytes in the order of their addresses. */
export function outcomeDifferences(want: BiosRun['functions'], got: BiosRun['functions']): string[] {
  const [wanted, gotten] = [want, got].map((all) => new Map(all.map((each) => [each.bdf, each.config_hex])));
  const bdfs = [...new Set([...want, ...got].map(({ bdf }) => bdf))].toSorted();
  return bdfs.flatMap((bdf) => {
    const [theirs, ours] = [wanted?.get(bdf), gotten?.get(bdf)];
    if (theirs === undefined) return [`${bdf} is in cf8 only`];
    if (ours === undefined) return [`${bdf} is in QEMU only`];
    const mine = outcomeOf(ours);
    return Object.entries(outcomeOf(theirs)).flatMap(([name, value]) =>
      mine[name] === value ? [] : [`${bdf} ${name}: QEMU ${value}, cf8 ${String(mine[name])}`],
    );
  });
}

const spell = (access: Access | undefined): string => {
  if (!access) return 'nothing more';
  const [op, bdf, at, value, bytes, via] = access;
  return `${op === 'r' ? 'reads' : 'writes'} ${bdf} @${at.toString(16)} ${op === 'r' ? '→' : '←'} ${value.toString(16)} (${String(bytes)} B, ${via})`;
};

/** The first access that differs; one run ending before the other counts. */
export function orderDifference(want: readonly Access[], got: readonly Access[]): string | undefined {
  const count = Math.max(want.length, got.length);
  for (let i = 0; i < count; i++) {
    const [theirs, ours] = [spell(want[i]), spell(got[i])];
    if (theirs !== ours) return `access ${String(i)} of ${String(want.length)}: QEMU ${theirs}, cf8 ${ours}`;
  }
  return undefined;
}
