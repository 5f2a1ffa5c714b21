/** English words of the way to the palette, in the header. */
import type { Said } from '../pieces.ts';

export const find = {
  'command.palette': 'Find a command, device or register',
  'header.find': 'Find…',
  'header.settings': 'Settings…',
  'header.nav': 'Machine',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
