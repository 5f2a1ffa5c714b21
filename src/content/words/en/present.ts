/** English words of the projector. */
import type { Said } from '../pieces.ts';

export const present = {
  'command.present': 'Projector: big on the wall',
  'present.exit': 'Exit',
  'present.bus': 'Bus',
  'present.side': 'Beside the bus',
  'present.side.auto': 'Auto',
  'present.side.bytes': 'Bytes',
  'present.side.map': 'Map',
  'present.nothing': 'No function is meant by this step.',
  'present.show-keys': 'Show pressed keys on the projector',

  'map.whole': ({ window }: { window: string }) => `Whole map · now ${window}`,
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
