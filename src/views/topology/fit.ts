/** Text in boxes, by estimate: the bundled faces' widths at the sizes that the picture uses. */

/** Pixels per character: of the mono face exactly, of the other for a small letter. */
export const advance = { mono11: 6.65, mono12: 7.55, ui12: 6.7 } as const;

const isMono = (per: number): boolean => per === advance.mono11 || per === advance.mono12;

/** How much wider or narrower than a small letter. */
function share(char: string): number {
  if (/[MW]/.test(char)) return 1.6;
  if (/[A-Z0-9]/.test(char)) return 1.2;
  if (char === 'm') return 1.5;
  return /[fijlrt .,:/()-]/.test(char) ? 0.7 : 1;
}

export function widthOf(text: string, per: number): number {
  if (isMono(per)) return text.length * per;
  let width = 0;
  for (const char of text) width += share(char) * per;
  return width;
}

/** The text, or its beginning with an ellipsis. */
export function fitted(text: string, room: number, per: number): string {
  if (widthOf(text, per) <= room) return text;
  let most = text.length;
  while (most > 0 && widthOf(`${text.slice(0, most)}…`, per) > room) most--;
  return most < 2 ? '' : `${text.slice(0, most).trimEnd()}…`;
}

/** Model and kind, said once: "e1000 network", but "pci-bridge" alone. A dump's functions have names and no kind. */
export const titleOf = (model: string, kind: string, known: boolean): string =>
  !known || model.toLowerCase().includes(kind.toLowerCase()) ? model : `${model} ${kind}`;

/** The first of the names that fits, else the beginning of the last. */
export const bestOf = (names: readonly string[], room: number, per: number): string =>
  names.find((name) => widthOf(name, per) <= room) ?? fitted(names.at(-1) ?? '', room, per);
