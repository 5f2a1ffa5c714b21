/** English, whole. The page gets it in four pieces. */
import type { WholeCatalogue } from '../catalogue.ts';
import { asked } from './asked.ts';
import { first } from './first.ts';
import { later } from './later.ts';
import { tools } from './tools.ts';

export const en: WholeCatalogue = { ...first, ...later, ...tools, ...asked };
