/** The Chinese words of what hands work with; the twin of en/tools.ts. */
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
