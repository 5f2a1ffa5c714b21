/** English words of provenance: where a value comes from. */
import type { Said } from '../pieces.ts';

const made: Readonly<Record<string, string>> = {
  write: 'Written by',
  device: 'The device itself, at',
  'reset-event': 'Reset at',
  clock: 'Time that passed at',
  plug: 'Plugged in at',
  unplug: 'Pulled out at',
  error: 'An error at',
};

const plain: Readonly<Record<string, string>> = {
  reset: 'Reset value',
  dumped: 'As the dump holds it',
  computed: 'Worked out by the device at every read',
};

export const why = {
  'why.ask': 'Why?',
  'why.ask-tip': 'Who wrote the selected bytes, and when?',
  /** Of a row: what it did, and which it is. */
  'why.made': (s: { kind: string; step: number; now: boolean }) =>
    `${made[s.kind] ?? 'Changed at'} ${s.now ? 'this step' : `step ${String(s.step)}`}`,
  'why.plain': (s: { kind: string }) => plain[s.kind] ?? s.kind,
  'why.again': (s: { step: number }) => `Step ${String(s.step)} wrote it too and changed nothing.`,
  'why.about': (s: { register: string; who: string }) => `Why? ${s.register} of ${s.who}`,
  'why.fields': 'Its fields',
  'why.accesses': (s: { count: number }) =>
    s.count === 0
      ? 'No access to it yet'
      : `${String(s.count)} ${s.count === 1 ? 'access' : 'accesses'} to it`,
  'why.access': (s: { step: number; write: boolean; value: string }) =>
    `Step ${String(s.step)} ${s.write ? 'wrote' : 'read'} ${s.value}`,
  'why.from-edge': 'from',
  'why.to-edge': 'to',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
