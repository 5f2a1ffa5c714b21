/** The Chinese words that the first paint may need; the twin of en/first.ts. */
import { language } from './language.ts';
import { messages } from './messages.ts';
import { places } from './places.ts';
import { screen } from './screen.ts';

export const first = { ...messages, ...screen, ...language, ...places };
