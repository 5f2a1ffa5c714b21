/** The palette, when somebody asks for it or is about to. */
import { withAllWords } from '../store/words.ts';

export const loadPalette = () => withAllWords(import('../views/palette/Palette.tsx'));
