/** The closest known word, for "did you mean". */

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** The known word with the fewest edits from `given`, the first one on a tie; "" when none is near: more than two in five letters would change. */
export function nearest(given: string, known: Iterable<string>): string {
  let best = '';
  let least = Infinity;
  for (const word of known) {
    const d = distance(given.toLowerCase(), word.toLowerCase());
    if (d < least) [best, least] = [word, d];
  }
  return least <= Math.max(1, given.length * 0.4) ? best : '';
}
