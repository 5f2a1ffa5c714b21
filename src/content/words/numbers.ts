/** Numbers as a language writes them. */

/** Counts in the digits and groups of `language`: "65,529". */
export function countsIn(language: string): (n: number) => string {
  const format = new Intl.NumberFormat(language);
  return (n) => format.format(n);
}
