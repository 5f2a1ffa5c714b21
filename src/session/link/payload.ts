/** Bytes in a link: a fingerprint, then deflated, in letters that no chat changes. */
import { fromBase64, toBase64 } from '../../formats/base64.ts';
import { bounds } from './bounds.ts';
import { fingerprint } from './bytes.ts';

/** Raw deflate; the page gives its browser's. */
export interface Deflate {
  deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  /** What comes out until the data ends, is broken, or `most` bytes are exceeded. Never fails. */
  inflate(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Inflated>;
}

export interface Inflated {
  readonly bytes: Uint8Array;
  readonly end: 'whole' | 'broken' | 'too-large';
}

/** Says what the bytes are, so that they may become something else: "z" is deflated. */
const prefix = 'z:';

export async function toPayload(bytes: Uint8Array<ArrayBuffer>, { deflate }: Deflate): Promise<string> {
  const mark = fingerprint(bytes);
  const data = Uint8Array.from([mark >> 8, mark & 0xff, ...(await deflate(bytes))]);
  return prefix + toBase64(data).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export interface Unfolded {
  readonly bytes: Uint8Array;
  /** Why these may not be the bytes that were meant. */
  readonly trouble?: 'codec' | 'damaged' | 'too-large';
}

export async function fromPayload(text: string, { inflate }: Deflate): Promise<Unfolded> {
  const none = new Uint8Array(0);
  if (!text.startsWith(prefix)) return { bytes: none, trouble: 'codec' };
  if (text.length > bounds.characters) return { bytes: none, trouble: 'too-large' };
  const letters = text.slice(prefix.length);
  const data = fromBase64(letters.replaceAll('-', '+').replaceAll('_', '/'));
  const [high = 0, low = 0] = data;
  const { bytes, end } = await inflate(data.slice(2), bounds.bytes);
  if (end === 'too-large') return { bytes: none, trouble: 'too-large' };
  const isWhole = /^[\w-]*$/.test(letters) && end === 'whole' && fingerprint(bytes) === ((high << 8) | low);
  return isWhole ? { bytes } : { bytes, trouble: 'damaged' };
}
