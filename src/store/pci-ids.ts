/** The whole list of PCI ids: a file of the page's own, fetched when first wanted. Without it the built-in names remain. */
import type { PciIds } from '../pci/ids.ts';

let loading: Promise<PciIds | undefined> | undefined;
let loaded: PciIds | undefined;

/** What has been loaded so far. */
export const knownIds = (): PciIds | undefined => loaded;

async function load(): Promise<PciIds | undefined> {
  try {
    const response = await fetch(new URL('pci-ids.txt.gz', document.baseURI));
    if (!response.ok) return undefined;
    const bytes = new Uint8Array(await response.arrayBuffer());
    // some servers unpack .gz files on the way
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const stream = new Blob([bytes]).stream();
    const text = await new Response(
      isPacked ? stream.pipeThrough(new DecompressionStream('gzip')) : stream,
    ).text();
    const { parsePciIds } = await import('../pci/ids.ts');
    loaded = parsePciIds(text);
    return loaded;
  } catch {
    return undefined;
  }
}

/** The list; undefined where it cannot be had. */
export function loadIds(): Promise<PciIds | undefined> {
  loading ??= load();
  return loading;
}
