/** Small pieces of lspci's wording. */

/** "Mem+" or "Mem-". */
export const flag = (name: string, on: number | boolean): string => `${name}${on ? '+' : '-'}`;

/** "I/O+ Mem-" from names and the bits they stand for; a name without bit is left out. */
export const flags = (value: number, names: readonly (readonly [string, number])[]): string =>
  names.map(([name, bit]) => flag(name, value & bit)).join(' ');

const suffixes = ['', 'K', 'M', 'G', 'T'] as const;

/** " [size=128K]"; nothing for a size that is not known. */
export function sizeText(bytes: number | undefined): string {
  if (bytes === undefined || bytes === 0) return '';
  let n = bytes;
  let suffix = 0;
  while (n % 1024 === 0 && suffix < suffixes.length - 1) {
    n /= 1024;
    suffix++;
  }
  return ` [size=${String(n)}${suffixes[suffix] ?? ''}]`;
}

/** Source: DEVSEL timing of the Status register. */
export const devsel = (status: number): string => ['fast', 'medium', 'slow', '??'][(status >> 9) & 3] ?? '??';
