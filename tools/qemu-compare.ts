/** npm run qemu:compare -- --seeds A-B [--accesses N] [--models A,B] [--no-shrink]: random boards and accesses, to the installed QEMU and to cf8; with --bios its SeaBIOS and ours. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { boardOf } from '../src/cli/compare/board-of.ts';
import { compareBios } from './bios-compare.ts';
import { compare, type Difference } from './compare.ts';
import { randomAccesses, type Access } from '../src/cli/compare/random-accesses.ts';
import { argumentsOf, randomTopology, type Topology } from '../src/cli/compare/random-topology.ts';
import { randomFrom } from '../src/cli/compare/random.ts';
import { shrink } from '../src/cli/compare/shrink.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1-20' },
    accesses: { type: 'string', default: '600' },
    models: { type: 'string' },
    'no-shrink': { type: 'boolean', default: false },
    bios: { type: 'boolean', default: false },
  },
});
const [first = 1, last = first] = values.seeds.split('-').map(Number);
const only = values.models === undefined ? undefined : new Set(values.models.split(','));
const say = (text: string): void => void process.stdout.write(`${text}\n`);
if (values.bios) process.exit((await compareBios(first, last, only, !values['no-shrink'], say)) ? 0 : 1);
const describe = ({ command, qemu, cf8 }: Difference): string => `${command}: QEMU ${qemu}, cf8 ${cf8}`;

/** Does the last line still differ? */
async function lastDiffers(topology: Topology, accesses: readonly Access[]): Promise<boolean> {
  const { differences, total } = await compare(argumentsOf(topology), accesses);
  return differences.some(({ at }) => at === total - 1) && total === accesses.flat().length;
}

/** The accesses up to the first difference, then as few of them and of the devices as still show it. */
async function small(topology: Topology, accesses: readonly Access[], at: number): Promise<void> {
  let lines = 0;
  const end = accesses.findIndex((access) => (lines += access.length) > at);
  const culprit = accesses[end];
  if (!culprit) return;
  const before = await shrink(
    accesses.slice(0, end),
    async (some) => lastDiffers(topology, [...some, culprit]),
    120,
  );
  const list = [...before, culprit];
  const devices = await shrink(
    topology.devices,
    async (some) => lastDiffers({ ...topology, devices: some }, list),
    20,
  );
  const left = { ...topology, devices };
  const { differences } = await compare(argumentsOf(left), list);
  say(`    # qemu-system-x86_64 ${argumentsOf(left).join(' ')}`);
  for (const line of list.flat()) say(`    > ${line}`);
  const found = differences.at(-1);
  if (found) say(`    QEMU ${found.qemu}, cf8 ${found.cf8}`);
}

const sum = { total: 0, matched: 0, reads: 0, informative: 0, matchedInformative: 0, seeds: 0, equal: 0 };
for (let seed = first; seed <= last; seed++) {
  const random = randomFrom(seed);
  const topology = randomTopology(random, only);
  const args = argumentsOf(topology);
  const board = boardOf(args);
  const head = `seed ${String(seed)} ${topology.machine} ${topology.devices.map((d) => d.split(',')[0]).join(' ')}`;
  if (typeof board === 'string') {
    say(`${head}: not played, cf8: ${board}`);
    continue;
  }
  const accesses = randomAccesses(board, random, Number(values.accesses));
  // one QEMU at a time
  // oxlint-disable-next-line no-await-in-loop
  const { total, reads, informative, matchedInformative, differences, trouble } = await compare(
    args,
    accesses,
  );
  if (total === 0) {
    say(`${head}: not played, ${trouble ?? ''}`);
    continue;
  }
  sum.seeds++;
  sum.total += total;
  sum.matched += total - differences.length;
  sum.reads += reads;
  sum.informative += informative;
  sum.matchedInformative += matchedInformative;
  if (differences.length === 0) sum.equal++;
  say(
    `${head}: ${String(total - differences.length)}/${String(total)}${trouble === undefined ? '' : ` (${trouble})`}`,
  );
  for (const difference of differences.slice(0, 3))
    say(`  line ${String(difference.at)} ${describe(difference)}`);
  const [found] = differences;
  // oxlint-disable-next-line no-await-in-loop
  if (found && !values['no-shrink']) await small(topology, accesses, found.at);
}
say(
  `${String(sum.matched)}/${String(sum.total)} matched, ${String(sum.matchedInformative)}/${String(sum.informative)} of the informative reads ` +
    `(${String(sum.reads)} reads), ${String(sum.equal)}/${String(sum.seeds)} seeds without a difference`,
);
process.exitCode = sum.matched === sum.total && sum.seeds > 0 ? 0 : 1;
