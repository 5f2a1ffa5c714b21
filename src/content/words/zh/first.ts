/** The Chinese words that the first paint may need; the twin of en/first.ts. */
import { why } from './why.ts';

export const first = { ...why };
