/** Simplified Chinese, whole. The page gets it in three pieces. */
import type { WholeCatalogue } from '../catalogue.ts';
import { asked } from './asked.ts';
import { first } from './first.ts';
import { later } from './later.ts';
import { tools } from './tools.ts';

export const zh: WholeCatalogue = { ...first, ...later, ...tools, ...asked };
