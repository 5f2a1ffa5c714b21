/** How the address wants the page shown, after "#" or after "?": `present=1`, `embed=1` and what goes with it. */

/** The value of a key; undefined where the address says nothing of it. */
export function asked(key: string): string | undefined {
  for (const text of [location.hash.slice(1), location.search.slice(1)]) {
    const value = new URLSearchParams(text).get(key);
    if (value !== null) return value;
  }
  return undefined;
}
