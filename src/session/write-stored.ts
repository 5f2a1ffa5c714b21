/** A session as text. Reading it back, with everything that has to be checked for that, is stored.ts. */
import type { Stored } from './stored.ts';

export const write = (s: Stored): string => JSON.stringify({ v: 1, ...s });
