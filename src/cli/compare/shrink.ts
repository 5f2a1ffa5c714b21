/** Delta debugging: the shortest list that still fails, within a budget of tries. */

/** Leaves out ever smaller runs of items while `fails` still holds for the rest. */
export async function shrink<T>(
  items: readonly T[],
  fails: (candidate: readonly T[]) => Promise<boolean>,
  budget = 60,
): Promise<readonly T[]> {
  let best = items;
  let tries = 0;
  for (let run = Math.ceil(best.length / 2); run >= 1; run = run === 1 ? 0 : Math.ceil(run / 2)) {
    for (let from = 0; from < best.length && tries < budget;) {
      const candidate = [...best.slice(0, from), ...best.slice(from + run)];
      tries++;
      // one candidate depends on the last one's outcome
      // oxlint-disable-next-line no-await-in-loop
      if (await fails(candidate)) best = candidate;
      else from += run;
    }
  }
  return best;
}
