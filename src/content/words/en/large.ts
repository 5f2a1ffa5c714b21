/** English for boards that are too large to be drawn whole: counts, and what unfolds them. */
import { countsIn } from '../numbers.ts';

const number = countsIn('en');

const counted = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`;

export const large = {
  'topology.buses': (s: { count: number }) => counted(s.count, 'bus', 'buses'),
  'topology.functions': (s: { count: number }) => counted(s.count, 'function', 'functions'),
  'topology.more': (s: { count: number }) => `${number(s.count)} more`,
  'topology.of-kind': (s: { count: number; kind: string }) => `${number(s.count)} ${s.kind}`,
  'topology.unfold-behind': (s: { who: string; buses: string; functions: string }) =>
    `Unfold what is behind ${s.who}: ${s.buses}, ${s.functions}`,
  'topology.fold-behind': (s: { who: string }) => `Fold what is behind ${s.who}`,
  'topology.unfold-more': (s: { bus: string; count: string }) => `Show all of ${s.bus}: ${s.count}`,
  'topology.fold-more': (s: { bus: string }) => `Show fewer of ${s.bus}`,
};
