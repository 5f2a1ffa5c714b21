/** The English words that the first paint may need. */
import { messages } from './en-messages.ts';
import { screen } from './en-screen.ts';

export const first = { ...messages, ...screen };
