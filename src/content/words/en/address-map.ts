/** English words of the address map. */
import { countsIn } from '../numbers.ts';

const number = countsIn('en');

export const addressMap = {
  'map.io': 'I/O',
  'map.memory': 'Memory',
  'map.spaces': 'Address spaces',
  'map.blocks': (s: { space: string }) => `${s.space}: blocks, highest address first`,
  'map.table': 'Table',
  'map.between': (s: { size: string }) => `${s.size} apart`,
  'map.gap': (s: { size: string }) => `${s.size} free`,
  'map.above': '4 GiB',
  'map.off': 'off',
  'map.sizing': 'sizing …',
  'map.no-address': 'no address',
  'map.legacy': (s: { who: string }) => `${s.who} legacy`,
  'map.latch': 'CONFIG_ADDRESS',
  'map.data': 'CONFIG_DATA',
  'map.kind.io': 'I/O',
  'map.kind.memory': 'window',
  'map.kind.prefetchable': 'prefetch',
  'map.more-bars': (s: { shown: number; count: number }) =>
    `${number(s.shown)} of ${number(s.count)} BARs are drawn: what is chosen, what this access touches, and the first ones.`,
};
