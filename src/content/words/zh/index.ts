/** Simplified Chinese, whole. The page gets it in two pieces. */
import type { WholeCatalogue } from '../catalogue.ts';
import { first } from './first.ts';
import { later } from './later.ts';

export const zh: WholeCatalogue = { ...first, ...later };
