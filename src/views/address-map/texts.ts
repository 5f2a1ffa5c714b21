/** What blocks and windows are called, and what is said about them. */
import { hex, size } from '../../base/hex.ts';
import type { Machine } from '../../engine/machine.ts';
import { barText, functionText } from '../../session/names.ts';
import type { Words } from '../parts/use-words.ts';
import type { Block, Items, MapWindow } from './items.ts';

/** "FEE0 0000": groups of four from the right, at least `digits`. */
export function addressText(address: number, digits: number): string {
  const text = hex(address, digits > 8 ? 8 : digits).toUpperCase();
  return text.replace(/\B(?=(....)+$)/g, ' ');
}

/** "128K", "2.9G", "64B": a size in the room of a block. */
export const shortSize = (bytes: number): string =>
  size(bytes).replace(/ (?:([KMGTPE])i)?B$/, (_, unit?: string) => unit ?? 'B');

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** "2.9 GiB": a size that nobody wants exactly. */
export function roughSize(bytes: number): string {
  let n = bytes;
  let unit = 0;
  for (; n >= 1024 && unit < units.length - 1; unit++) n /= 1024;
  return `${n < 10 && !Number.isInteger(n) ? n.toFixed(1) : String(Math.round(n))} ${units[unit] ?? ''}`;
}

export function blockName(m: Machine, b: Block, { t, plain, pieces }: Words): string {
  if (b.bar !== undefined) return `${functionText(m, b.fn)} ${barText(b.bar)}`;
  if (b.unsized) return `${functionText(m, b.fn)} BAR${String(b.unsized.index)}`;
  if (b.kind === 'latch' || b.kind === 'data') return t(`map.${b.kind}`);
  if (b.kind === 'legacy') return plain(pieces('map.legacy', { who: functionText(m, b.fn) }));
  return t('name.place', { name: b.name ?? b.kind });
}

export const windowName = (m: Machine, w: MapWindow, { plain, pieces }: Words): string =>
  plain(pieces(`map.window.${w.kind}`, { who: functionText(m, w.fn) }));

/** What is wrong with a block, in words. */
export function faultsOf(m: Machine, items: Items, b: Block, words: Words): string[] {
  const others = b.overlaps.map((key) => {
    const other = items.blocks.find((o) => o.key === key);
    return words.plain(
      words.pieces('map.overlaps', {
        other: other ? blockName(m, other, words) : words.t('name.place', { name: key }),
      }),
    );
  });
  const [bridge] = b.outside;
  if (bridge === undefined) return others;
  return [...others, words.plain(words.pieces('map.outside', { bridge: functionText(m, bridge) }))];
}

export function blockState(b: Block, { t }: Words): string {
  return b.bar === undefined && !b.unsized ? t('map.state.fixed') : t(`map.state.${b.state}`);
}

export function windowState(w: MapWindow, { t }: Words): string {
  return t(w.to < w.from ? 'map.state.closed' : w.enabled ? 'map.state.open' : 'map.state.window-off');
}

export function rangeText(from: number, to: number, digits: number, { plain, pieces }: Words): string {
  const text = { from: addressText(from, digits), to: addressText(to, digits), size: size(to - from + 1) };
  return plain(pieces('map.range', text));
}

/** The accessible name of a block: name, range, state, faults. */
export function blockLabel(m: Machine, items: Items, b: Block, digits: number, words: Words): string {
  const range =
    b.state === 'unsized'
      ? addressText(b.from, digits)
      : b.state === 'on' || b.state === 'off'
        ? rangeText(b.from, b.to, digits, words)
        : size(b.to - b.from + 1);
  return words.t('text.list', {
    parts: [blockName(m, b, words), range, blockState(b, words), ...faultsOf(m, items, b, words)],
  });
}
