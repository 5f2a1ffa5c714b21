/** English reasons and ways out of everything that stands in somebody's way: a missing one does not compile. */
import type { TroubleWords } from '../../../base/trouble.ts';
import type { Sentences } from '../pieces.ts';
import { troubleBoard } from './trouble-board.ts';
import { troubleLink } from './trouble-link.ts';
import { troubleText } from './trouble-text.ts';

export const trouble = { ...troubleBoard, ...troubleText, ...troubleLink } satisfies Sentences<TroubleWords>;
