/** The English words that the first paint may need. */
import { language } from './language.ts';
import { names } from './names.ts';
import { screen } from './screen.ts';
import { story } from './story.ts';
import { find } from './find.ts';

export const first = { ...story, ...screen, ...language, ...names, ...find };
