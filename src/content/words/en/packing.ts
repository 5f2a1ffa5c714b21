/** English words of placement drawn as packing. */
import { hex } from '../../../base/hex.ts';
import { said, strong, value, type Said } from '../pieces.ts';

const kinds = { io: 'I/O', memory: 'memory', prefetch: 'prefetchable' } as const;
type Kind = keyof typeof kinds;

const wasted = (space: string, waste: string, of: string, percent: string): Said =>
  said`${space}: ${value(waste)} of ${of} lie empty, ${strong(`${percent}\u00a0%`)}.`;

export const packing = {
  'packing.title': 'Packing',
  'packing.about': 'What wants addresses, bus by bus, and how it is packed',
  'packing.none': 'Nothing has been sized yet. BARs appear here as the program finds out how large they are.',
  'packing.bus': (s: { bus: number; kind: Kind; isAbove: boolean }) =>
    `bus ${hex(s.bus, 2)} · ${kinds[s.kind]}${s.isAbove ? ' above 4 GiB' : ''}`,
  'packing.align': (s: { align: string }) => `aligned to ${s.align}`,
  'packing.name': (s: { who: string; bar: number }) =>
    `${s.who} ${s.bar < 0 ? 'window' : s.bar === 6 ? 'ROM' : `BAR${String(s.bar)}`}`,
  'packing.sum': (s: { sum: string }) => `sum ${s.sum}`,
  'packing.window': (s: { size: string }) => `window ${s.size}`,
  'packing.root': (s: { size: string }) => `in all ${s.size}`,
  'packing.rounding': (s: { size: string }) => `${s.size} rounding`,
  'packing.alignment': (s: { size: string }) => `${s.size} alignment`,
  'packing.empty': (s: { size: string }) => `${s.size} empty`,
  'packing.more': (s: { count: number }) => `${String(s.count)} more`,
  'packing.columns': (s: { shown: number; count: number }) =>
    `${String(s.shown)} of ${String(s.count)} lists are drawn, those around the current one.`,
  'packing.memory': (s: { waste: string; of: string; percent: string }) =>
    wasted('Memory', s.waste, s.of, s.percent),
  'packing.ports': (s: { waste: string; of: string; percent: string }) =>
    wasted('I/O', s.waste, s.of, s.percent),
  'packing.column-bus': 'Bus',
  'packing.column-name': 'Name',
  'packing.column-wants': 'Wants',
  'packing.column-gets': 'Gets',
  'packing.column-address': 'Address',
  'slot.on': 'On bus',
  'slot.bytes': 'Wants',
  'slot.takes': 'Gets',
  'slot.align': 'Alignment',
  'slot.ports': 'I/O window',
  'slot.port': 'First port',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
