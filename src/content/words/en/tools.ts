/** The English words of what hands work with: console, composer, lints, files. A chunk of its own, which comes with those who come near. */
import { composer } from './composer.ts';
import { console, consoleWords } from './console.ts';
import { exported } from './export.ts';
import { lints } from './lints.ts';
import { messages } from './messages.ts';
import { problems } from './problems.ts';
import { update } from './update.ts';

export const tools = {
  ...composer,
  ...console,
  ...consoleWords,
  ...exported,
  ...lints,
  ...messages,
  ...problems,
  ...update,
};
