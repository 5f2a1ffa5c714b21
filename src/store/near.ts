/** When somebody comes near: what hands need and eyes do not is loaded then. */
import { isEmbedded } from './embedded.ts';

const signs = ['pointerover', 'pointerdown', 'focusin', 'keydown'] as const;

/**
 * Resolves with the first sign of a pointer, a finger, a key or the focus in an embed, which most readers of the page around only look
 * at. A whole page is near from the start.
 */
export const near: Promise<unknown> = isEmbedded
  ? new Promise((resolve) => {
      for (const sign of signs) addEventListener(sign, resolve, { capture: true, once: true });
    })
  : Promise.resolve();
