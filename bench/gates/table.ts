/** The table: a row a bar, what is held and what is missed, and how fast this machine is now. */
let failed = 0;
/** Bars that are missed so far. */
export const missed = (): number => failed;

/** A row; `times`: by how much this machine is slower than the one that the gates were set on, where that counts. */
export function row(what: string, figure: number, unit: string, gate: number, times = 1): void {
  const ok = figure <= gate * times;
  if (!ok) failed++;
  const text = `${figure.toFixed(unit === '' ? 3 : 1)} ${unit}`.trim();
  const verdict = ok ? (figure <= gate ? 'ok' : `ok ×${times.toFixed(1)}`) : 'FAILS';
  console.log(`${what.padEnd(58)} ${text.padStart(12)} ${`≤ ${String(gate)}`.padStart(9)}  ${verdict}`);
}
/** At least, not at most. */
export function least(what: string, figure: number, unit: string, gate: number): void {
  const ok = figure >= gate;
  if (!ok) failed++;
  console.log(
    `${what.padEnd(58)} ${`${figure.toFixed(1)} ${unit}`.padStart(12)} ${`≥ ${String(gate)}`.padStart(9)}  ${ok ? 'ok' : 'FAILS'}`,
  );
}
export function passed(what: string, good: number, bad: number): void {
  if (bad > 0 || good === 0) failed++;
  console.log(
    `${what.padEnd(58)} ${`${String(good)} pass`.padStart(12)} ${'all'.padStart(9)}  ${bad === 0 && good > 0 ? 'ok' : `FAILS ${String(bad)}`}`,
  );
}
export const skipped = (what: string, why: string): void => console.log(`${what.padEnd(58)} skipped: ${why}`);

const sorted = (list: readonly number[]): number[] => list.toSorted((a, b) => a - b);
export const percentile = (list: readonly number[], p: number): number =>
  sorted(list)[Math.max(0, Math.ceil(list.length * p) - 1)] ?? 0;
export const median = (list: readonly number[]): number => percentile(list, 0.5);

/** How much of a simple sum this machine does in 200 ms, against the machine of the gates when it has nothing else to do. */
function calibrate(): number {
  const end = performance.now() + 200;
  let rounds = 0;
  let sum = 0;
  while (performance.now() < end) {
    for (let i = 0; i < 10_000; i++) sum += Math.sqrt(i);
    rounds++;
  }
  return sum > 0 ? rounds : 0;
}
const referenceRounds = 1700;
let slower = 1;

/** The heading of a group; measures anew how slow the machine is now. */
export function begin(group: string): void {
  slower = Math.max(
    1,
    referenceRounds / median([calibrate(), calibrate(), calibrate(), calibrate(), calibrate()]),
  );
  console.log(`── ${group} ── this machine takes ×${slower.toFixed(2)} now: gates of time are scaled by it`);
}

/** A row of a time: what this machine lacks in speed is allowed for. */
export const timed = (what: string, figure: number, unit: string, gate: number): void =>
  row(what, figure, unit, gate, slower);
