/** Text that is cf8's own: a link, or a session as a file. */
import { isFile, readFile } from '../../session/link/file.ts';
import { linkIn } from '../../session/link/is-link.ts';
import { readLink, type Read } from '../../session/link/link.ts';
import { around } from './around.ts';

export interface Own {
  readonly kind: 'session' | 'link';
  readonly read: Read;
}

/** Whether it looks like that. */
export const isOwn = (text: string): boolean => isFile(text) || linkIn(text) !== undefined;

/** What can be read of it; undefined when it is somebody else's. */
export async function readOwn(text: string): Promise<Own | undefined> {
  if (isFile(text)) return { kind: 'session', read: readFile(text) };
  const link = linkIn(text);
  return link === undefined ? undefined : { kind: 'link', read: await readLink(link, around) };
}
