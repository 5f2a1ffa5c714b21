/** Raw deflate by the browser itself. What unfolds is counted as it comes, and cut off at a bound. */
import type { Deflate, Inflated } from '../../session/link/payload.ts';

const streamOf = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece.subarray(0, length - at), at);
    at += piece.length;
  }
  return bytes;
}

async function gather(
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<Inflated & { readonly bytes: Uint8Array<ArrayBuffer> }> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let end: Inflated['end'] = 'whole';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) {
        end = 'too-large';
        await reader.cancel();
        break;
      }
      pieces.push(value);
    }
  } catch {
    end = 'broken';
  }
  return { bytes: end === 'too-large' ? new Uint8Array(0) : joined(pieces, length), end };
}

export const native: Deflate = {
  deflate: async (bytes) => {
    const { bytes: deflated } = await gather(
      streamOf(bytes).pipeThrough(new CompressionStream('deflate-raw')),
      Infinity,
    );
    return deflated;
  },
  inflate: (bytes, most) => gather(streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')), most),
};
