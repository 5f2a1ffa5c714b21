/** Whether the system asks for stillness. */
const query = '(prefers-reduced-motion: reduce)';

export const isStill = (): boolean => matchMedia(query).matches;

/** Calls back when that changes; returns the way to stop. */
export function onStill(changed: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
}
