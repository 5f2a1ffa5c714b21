/** Text in boxes, by estimate: the bundled faces' widths at the sizes that the picture uses. */

/** Pixels per character. */
export const advance = { mono11: 6.65, mono12: 7.55, ui11: 5.9, ui12: 6.6 } as const;

export const widthOf = (text: string, per: number): number => text.length * per;

/** The text, or its beginning with an ellipsis. */
export function fitted(text: string, room: number, per: number): string {
  if (widthOf(text, per) <= room) return text;
  const most = Math.floor(room / per) - 1;
  return most < 2 ? '' : `${text.slice(0, most)}…`;
}

/** Model and kind, said once: "e1000 network", but "pci-bridge" alone. */
export const titleOf = (model: string, kind: string, bridge: boolean): string =>
  bridge || model.toLowerCase().includes(kind.toLowerCase()) ? model : `${model} ${kind}`;
