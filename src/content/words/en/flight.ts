/** English words of what a write changes in a bridge and on the address map, and of the drawing of it. */
import type { Messages } from '../../../base/messages.ts';
import { said, strong, term, value, type Sentences } from '../pieces.ts';

const kinds = { io: 'I/O', memory: 'memory', prefetchable: 'prefetchable' } as const;

export const flightMessages = {
  'bridge.window': ({ bridge, kind, enabled, from, to, bytes }) =>
    enabled
      ? said`${strong(bridge)} now passes on ${value(from)} to ${value(to)}: a ${term('window', 'window')} of ${strong(bytes)}, ${kinds[kind]}.`
      : said`${strong(bridge)}: its ${kinds[kind]} ${term('window', 'window')} is ${value(from)} to ${value(to)}, ${strong(bytes)}; Command does not let it forward yet.`,
  'bridge.closed': ({ bridge, kind, from, to }) =>
    said`${strong(bridge)}: base ${value(from)} is above limit ${value(to)}, so its ${kinds[kind]} ${term('window', 'window')} is ${strong('closed')}.`,
  'bridge.numbers': ({ bridge, secondary, subordinate }) =>
    subordinate < secondary
      ? said`${strong(bridge)}: secondary ${value(secondary)}, subordinate ${value(subordinate)}. No bus number leads through it.`
      : subordinate === 'ff' && secondary !== 'ff'
        ? said`${strong(bridge)} leads to bus ${value(secondary)}; while nobody knows how many lie behind it, its subordinate is ${value('FF')}.`
        : said`${strong(bridge)} leads to bus ${value(secondary)}, and to all up to bus ${value(subordinate)}.`,
} satisfies Partial<Sentences<Messages>>;

export const flight = {
  'flight.refused': (s: { size: string }) => `not a multiple of ${s.size}`,
  'map.disabled': 'disabled',
  'map.needs': (s: { size: string }) => `needs ${s.size}`,
  'map.table-of': (s: { space: string }) => `Address map, ${s.space}`,
  'map.empty': 'Nothing decodes here yet.',
  'map.window.io': (s: { who: string }) => `${s.who} I/O window`,
  'map.window.memory': (s: { who: string }) => `${s.who} memory window`,
  'map.window.prefetchable': (s: { who: string }) => `${s.who} prefetchable window`,
  'map.state.on': 'decodes',
  'map.state.off': 'programmed, does not decode',
  'map.state.sizing': 'all ones: being sized',
  'map.state.unsized': 'size unknown',
  'map.state.unplaced': 'no address',
  'map.state.fixed': 'fixed',
  'map.state.open': 'open',
  'map.state.window-off': 'open, not forwarding',
  'map.state.closed': 'closed',
  'map.overlaps': (s: { other: string }) => `overlaps ${s.other}`,
  'map.outside': (s: { bridge: string }) => `outside the window of ${s.bridge}: no access reaches it`,
  'map.range': (s: { from: string; to: string; size: string }) => `${s.from} to ${s.to}, ${s.size}`,
  'map.now': 'this access',
  'map.faults': (s: { n: number }) =>
    s.n === 1
      ? '1 block collides or cannot be reached'
      : `${String(s.n)} blocks collide or cannot be reached`,
  'map.col.region': 'Region',
  'map.col.from': 'From',
  'map.col.to': 'To',
  'map.col.size': 'Size',
  'map.col.owner': 'Owner',
  'map.col.state': 'State',
};
