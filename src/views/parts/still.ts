/** Whether the person or the system wants stillness: what `--pace` says in tokens.css, without having every style computed. */
import { uiStore } from '../../store/ui-store.ts';

export function isStill(): boolean {
  const { motion } = uiStore.getState();
  return motion === 'auto' ? matchMedia('(prefers-reduced-motion: reduce)').matches : motion !== 'full';
}
