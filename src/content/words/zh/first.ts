/** The Chinese words that the first paint may need; the twin of en/first.ts. */
import { language } from './language.ts';
import { why } from './why.ts';

export const first = { ...language, ...why };
