/** The oracle: recorded accesses of the real QEMU, answered identically, one test per transcript. */
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Machine } from '../engine/machine.ts';
import { parseQemuCommandLine } from '../formats/qemu-command-line.ts';
import { catalogue } from '../models/catalogue.ts';
import { build } from '../scenario/build.ts';
import { answerMonitor } from './hmp.ts';
import { answer } from './qtest-answers.ts';

const folder = new URL('../../fixtures/qtest/', import.meta.url);

/** Numbers compare as numbers: QEMU pads them with zeroes as it likes. */
const same = (got: string, want: string): boolean =>
  got === want ||
  (got.startsWith('OK 0x') && want.startsWith('OK 0x') && BigInt(got.slice(3)) === BigInt(want.slice(3)));

/** The first difference in words, or nothing. */
function play(lines: readonly string[]): string | undefined {
  const { scenario, problems } = parseQemuCommandLine((lines[0] ?? '').replace(/^# /, ''));
  const built = build(scenario, catalogue);
  if (problems.length + built.problems.length > 0) return JSON.stringify([...problems, ...built.problems]);
  const machine = new Machine(built.board);
  let section = '';
  let command = '';
  let got = '';
  for (const [i, line] of lines.entries()) {
    if (line.startsWith('> ')) {
      command = line.slice(2);
      const monitor = answerMonitor(machine, command);
      got = monitor === undefined ? answer(machine, command) : monitor.slice(0, 2);
    } else if (line.startsWith('< ')) {
      const want = line.slice(2);
      if (!same(got, want))
        return `line ${String(i + 1)} [${section}] ${command}: QEMU says ${want}, we say ${got}`;
    } else if (line.startsWith('# @ ')) section = line.slice(4);
    else if (line.startsWith('# delay_ms ')) machine.advance(Number(line.slice(11)) * 1_000_000);
  }
  return undefined;
}

const transcripts = readdirSync(folder).filter((name) => name.endsWith('.qt.gz'));

test('there are transcripts to play', () => {
  expect(transcripts.length).toBeGreaterThan(350);
});

test.for(transcripts)('%s', (name) => {
  const lines = gunzipSync(readFileSync(new URL(name, folder)))
    .toString('utf8')
    .split('\n');
  expect(play(lines)).toBeUndefined();
});
