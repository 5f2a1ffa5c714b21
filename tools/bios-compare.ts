/** npm run qemu:compare -- --bios --seeds A-B [--models A,B] [--no-shrink]: random boards, set up by the real SeaBIOS and by ours. */
import { orderDifference, outcomeDifferences } from '../src/cli/compare/bios-difference.ts';
import { gaveUp, setUpOf, setUpSoFar } from '../src/cli/compare/bios-trace.ts';
import { varied } from '../src/cli/compare/firmware-variety.ts';
import { ownRun } from '../src/cli/compare/own-bios.ts';
import { randomFrom } from '../src/cli/compare/random.ts';
import { argumentsOf, randomTopology } from '../src/cli/compare/random-topology.ts';
import { shrink } from '../src/cli/compare/shrink.ts';
import { bootQemu } from './qemu-bios.ts';

interface Compared {
  readonly accesses: number;
  /** How it failed, if the firmware did. */
  readonly ended: string | undefined;
  /** First differences; nothing when all is equal. */
  readonly outcome: string | undefined;
  readonly order: string | undefined;
}

/** One board, both runs; or why not. */
async function compareOne(args: readonly string[]): Promise<Compared | string> {
  const own = ownRun(args);
  if (typeof own === 'string') return `cf8: ${own}`;
  // of a firmware that never ends, somewhat more than ours made
  const enough = own.done ? Infinity : own.trace.length + 2000;
  const recording = await bootQemu(args, enough);
  if (typeof recording === 'string') return `QEMU: ${recording}`;
  const endless = recording.trace.length >= enough;
  const setUp = endless ? setUpSoFar(recording).slice(0, own.trace.length) : setUpOf(recording);
  if (!setUp) return 'QEMU: the log tells of no end of PCI set-up';
  const [outcome] = endless ? [] : outcomeDifferences(recording.functions, own.functions);
  const ended = endless ? 'never ends' : gaveUp(recording) ? 'runs out of addresses' : undefined;
  return { accesses: setUp.length, ended, outcome, order: orderDifference(setUp, own.trace) };
}

/** Prints a line a seed and the sums; whether everything was equal. One QEMU at a time. */
export async function compareBios(
  first: number,
  last: number,
  only: ReadonlySet<string> | undefined,
  shrinks: boolean,
  say: (text: string) => void,
): Promise<boolean> {
  const sum = { boards: 0, outcomes: 0, orders: 0, accesses: 0, failed: 0 };
  const differs = (compared: Compared | string): compared is Compared =>
    typeof compared !== 'string' && (compared.outcome !== undefined || compared.order !== undefined);
  for (let seed = first; seed <= last; seed++) {
    const random = randomFrom(seed);
    const { topology, ram } = varied(random, randomTopology(random, only, random.chance(0.3) ? 40 : 8));
    // oxlint-disable-next-line no-await-in-loop
    const compared = await compareOne(argumentsOf(topology, ram));
    const head = `seed ${String(seed)} ${topology.machine} ${topology.devices.map((d) => d.split(',')[0]).join(' ')}`;
    if (typeof compared === 'string') {
      say(`${head}: not played, ${compared}`);
      continue;
    }
    sum.boards++;
    sum.accesses += compared.accesses;
    if (compared.outcome === undefined) sum.outcomes++;
    if (compared.order === undefined) sum.orders++;
    if (compared.ended !== undefined) sum.failed++;
    say(
      `${head}: ${differs(compared) ? 'differs' : 'equal'}, ${String(compared.accesses)} accesses${compared.ended === undefined ? '' : `, SeaBIOS ${compared.ended}`}`,
    );
    if (!differs(compared)) continue;
    if (compared.outcome !== undefined) say(`  result: ${compared.outcome}`);
    if (compared.order !== undefined) say(`  order: ${compared.order}`);
    const fails = async (devices: readonly string[]): Promise<boolean> =>
      differs(await compareOne(argumentsOf({ ...topology, devices }, ram)));
    // oxlint-disable-next-line no-await-in-loop
    const devices = shrinks ? await shrink(topology.devices, fails, 20) : topology.devices;
    say(`  # qemu-system-x86_64 ${argumentsOf({ ...topology, devices }, ram).join(' ')}`);
  }
  const of = (n: number): string => `${String(n)}/${String(sum.boards)}`;
  say(
    `results equal ${of(sum.outcomes)}, access order equal ${of(sum.orders)} ` +
      `(${String(sum.accesses)} accesses; SeaBIOS did not come to its end on ${String(sum.failed)})`,
  );
  return sum.boards > 0 && sum.outcomes === sum.boards && sum.orders === sum.boards;
}
