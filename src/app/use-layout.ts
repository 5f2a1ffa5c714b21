/** What the person's keyboard prints where, for browsers that tell. */
import { useEffect, useState } from 'react';

declare global {
  interface Navigator {
    readonly keyboard?: { readonly getLayoutMap?: () => Promise<ReadonlyMap<string, string>> };
  }
}

/** By place (`KeyQ`, `Period`); undefined where the browser does not tell. */
export function useLayout(): ReadonlyMap<string, string> | undefined {
  const [layout, setLayout] = useState<ReadonlyMap<string, string>>();
  useEffect(() => {
    let isOver = false;
    const put = (map: ReadonlyMap<string, string> | undefined): void => {
      if (!isOver) setLayout(map);
    };
    // a page inside another one may not ask
    navigator.keyboard?.getLayoutMap?.().then(put, () => put(undefined));
    return () => {
      isOver = true;
    };
  }, []);
  return layout;
}
