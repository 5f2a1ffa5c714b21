/** English words of the header: the ways to what comes when it is asked for. */
import type { Said } from '../pieces.ts';

export const find = {
  'command.palette': 'Find a command, device or register',
  'command.compare': 'Compare…',
  'command.share': 'Share…',
  'command.save-file': 'Save the session as a file',
  'header.find': 'Find…',
  'header.settings': 'Settings…',
  'header.nav': 'Machine',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
