/** Whether a media query holds, live. */
import { useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** One panel at a time below this width: three columns need 1040 pixels. */
export const useCompact = (): boolean => useMedia('(max-width: 1039px)');
