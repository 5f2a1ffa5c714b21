/** SeaBIOS's recorded runs: our firmware makes the same accesses in the same order, and ends with the same registers. */
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Machine } from '../engine/machine.ts';
import { parseQemuArguments } from '../formats/qemu-command-line.ts';
import { catalogue } from '../models/catalogue.ts';
import { runToEnd } from '../programs/run.ts';
import { seabios } from '../programs/seabios/seabios.ts';
import { build } from '../scenario/build.ts';
import { environmentOf } from '../scenario/environment.ts';
import { configAccesses, functionsOf, type Access } from './bios.ts';

interface Recording {
  readonly args: readonly string[];
  readonly functions: readonly { readonly bdf: string; readonly config_hex: string }[];
  readonly log: readonly (readonly [number, string])[];
  readonly trace: readonly Access[];
}

const folder = new URL('../../fixtures/bios/', import.meta.url);
const recordings = readdirSync(folder).filter((name) => name.endsWith('.json.gz'));

const start = /^=== PCI bus & bridge init ===/;
const end = /^(PCI: No VGA devices found|PCI: (Using|Enabling) .* for primary VGA|PCI: Setting VGA enable)/;

/** The accesses of PCI set-up: from the first line of the log that speaks of it to those after the last. */
function setUp({ log, trace }: Recording): readonly Access[] {
  const first = log.find(([, text]) => start.test(text))?.[0] ?? 0;
  const last = log.findLastIndex(([, text]) => end.test(text));
  const next = log.slice(last + 1).find(([n]) => n > (log[last]?.[0] ?? 0))?.[0] ?? trace.length;
  return trace.slice(first, Math.max(next, log[last]?.[0] ?? 0));
}

/** What the firmware decides, byte ranges by header type: BARs, bus numbers, windows, ROM, interrupt line, Bridge Control. */
const decided = [
  [
    [0x10, 0x28],
    [0x30, 0x34],
    [0x3c, 0x3d],
  ],
  [
    [0x10, 0x1b],
    [0x1c, 0x1e],
    [0x20, 0x34],
    [0x38, 0x3d],
    [0x3e, 0x40],
  ],
] as const;

/** Those bytes of every function, as text. */
function outcome(functions: Recording['functions']): Record<string, string> {
  return Object.fromEntries(
    functions.map(({ bdf, config_hex: text }) => {
      const header = Number.parseInt(text.slice(0x0e * 2, 0x0e * 2 + 2), 16) & 0x7f;
      const ranges = decided[header === 1 ? 1 : 0];
      return [bdf, ranges.map(([from, to]) => text.slice(from * 2, to * 2)).join(' ')];
    }),
  );
}

function play(recording: Recording): {
  accesses: Access[];
  problems: number;
  functions: Recording['functions'];
} {
  const { scenario } = parseQemuArguments(recording.args);
  const { board, problems } = build(scenario, catalogue);
  const machine = new Machine(board);
  runToEnd(seabios(machine, environmentOf(scenario)));
  return { accesses: configAccesses(machine), problems: problems.length, functions: functionsOf(machine) };
}

test('there are recordings', () => {
  expect(recordings.length).toBeGreaterThan(20);
});

test.for(recordings)('%s', (name) => {
  const recording = JSON.parse(gunzipSync(readFileSync(new URL(name, folder))).toString('utf8')) as Recording;
  const { accesses, problems, functions } = play(recording);
  expect(problems).toBe(0);
  const want = setUp(recording).slice(0, accesses.length);
  const at = want.findIndex((access, i) => JSON.stringify(access) !== JSON.stringify(accesses[i]));
  expect(at < 0 ? undefined : { at, want: want[at], got: accesses[at] }).toBeUndefined();
  expect(accesses.length).toBe(want.length);
  expect(outcome(functions)).toEqual(outcome(recording.functions));
});
