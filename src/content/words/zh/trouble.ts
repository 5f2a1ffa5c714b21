/** Simplified Chinese reasons and ways out of everything that stands in somebody's way. */
import type { Translation } from '../catalogue.ts';
import type { trouble as english } from '../en/trouble.ts';
import { troubleBoard } from './trouble-board.ts';
import { troubleLink } from './trouble-link.ts';
import { troubleText } from './trouble-text.ts';

export const trouble: Translation<typeof english> = { ...troubleBoard, ...troubleText, ...troubleLink };
