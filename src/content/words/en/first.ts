/** The English words that the first paint may need. */
import { language } from './language.ts';
import { messages } from './messages.ts';
import { places } from './places.ts';
import { screen } from './screen.ts';

export const first = { ...messages, ...screen, ...language, ...places };
