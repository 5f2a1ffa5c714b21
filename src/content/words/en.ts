/** English, whole. The page gets it in two pieces. */
import type { WholeCatalogue } from './catalogue.ts';
import { first } from './en-first.ts';
import { later } from './en-later.ts';

export const en: WholeCatalogue = { ...first, ...later };
