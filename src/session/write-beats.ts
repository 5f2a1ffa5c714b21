/** The beats after a configuration write is claimed: the write mask, BARs that come and go, a bridge's windows and bus numbers. */
import { hex0x, hex, size } from '../base/hex.ts';
import { say } from '../base/problem.ts';
import type { Explanation } from '../engine/explain.ts';
import type { Machine } from '../engine/machine.ts';
import type { Beat } from './beats.ts';
import { barText } from './names.ts';

/** What a configuration write does to who claims it. */
export function writeBeats(m: Machine, e: Explanation, register: string, who: string): Beat[] {
  const { row, effect, moved } = e;
  const place = { wire: e.wires.at(-1) ?? 0, fn: row.fn };
  const beats: Beat[] = [];
  if (effect) {
    const refused = effect.tried & effect.lanes & ~effect.mask & (effect.tried ^ effect.now);
    beats.push({
      ...place,
      kind: 'mask',
      token: hex0x(effect.now, 8),
      say: say('say.mask', { who, register, now: hex0x(effect.now, 8), refused: popCount(refused) }),
    });
  }
  for (const { bar, from, to } of moved) {
    const name = barText(bar);
    const bytes = size(bar.bytes);
    if (to >= 0) {
      const slots = { who, bar: name, address: hex0x(to), last: hex0x(to + bar.bytes - 1), bytes };
      beats.push({ ...place, kind: 'map', token: hex0x(to), say: say('say.map', slots) });
    } else
      beats.push({
        ...place,
        kind: 'unmap',
        token: hex0x(from),
        say: say('say.unmap', { who, bar: name, address: hex0x(from) }),
      });
  }
  if (moved.length === 0 && effect) {
    const bar = m.shape(row.fn).bars.find((b) => b.at >> 2 === effect.word);
    const sizing = bar && (effect.now & effect.mask) >>> 0 === effect.mask;
    if (bar && !sizing && (effect.now & effect.mask) !== 0) {
      const slots = { who, bar: barText(bar), address: hex0x((effect.now & effect.mask) >>> 0, 8) };
      beats.push({ ...place, kind: 'outline', token: slots.address, say: say('say.outline', slots) });
    }
  }
  return [...beats, ...bridgeBeats(m, e, who).map((b) => ({ ...b, ...place }))];
}

/** The windows that a write is told of: where reset leaves one, nobody asked for it. */
export const windowsTold = ({ windows }: Explanation): Explanation['windows'] =>
  windows.filter(
    ({ from, to }) => from.from !== to.from || from.to !== to.to || (to.from > 0 && to.to >= to.from),
  );

/** What a write does to what a bridge lets through: its windows, its bus numbers. */
function bridgeBeats(m: Machine, e: Explanation, bridge: string) {
  const { row, effect } = e;
  const beats = windowsTold(e).map(({ to: { kind, from, to, enabled } }) => {
    const range = { bridge, kind, from: hex0x(from), to: hex0x(to) };
    const told =
      to < from
        ? say('bridge.closed', range)
        : say('bridge.window', { ...range, enabled, bytes: size(to - from + 1) });
    return { kind: 'window' as const, token: range.from, say: told };
  });
  const numbers = effect?.word === 6 && m.shape(row.fn).below ? (effect.now ^ effect.old) & 0xff_ff00 : 0;
  if (!effect || numbers === 0) return beats;
  const secondary = hex((effect.now >>> 8) & 0xff, 2);
  const subordinate = hex((effect.now >>> 16) & 0xff, 2);
  const numbered = say('bridge.numbers', { bridge, secondary, subordinate });
  return [...beats, { kind: 'numbers' as const, token: `${secondary}–${subordinate}`, say: numbered }];
}

function popCount(word: number): number {
  let n = 0;
  for (let w = word >>> 0; w !== 0; w = (w & (w - 1)) >>> 0) n++;
  return n;
}
