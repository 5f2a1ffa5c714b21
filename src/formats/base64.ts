/** Base 64 of RFC 4648, without the browser's or Node's help. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(data: Uint8Array): string {
  let text = '';
  for (let i = 0; i < data.length; i += 3) {
    const [a = 0, b, c] = data.subarray(i, i + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += `${alphabet[bits >> 18] ?? ''}${alphabet[(bits >> 12) & 63] ?? ''}`;
    text += b === undefined ? '=' : (alphabet[(bits >> 6) & 63] ?? '');
    text += c === undefined ? '=' : (alphabet[bits & 63] ?? '');
  }
  return text;
}

/** Characters that are no digits of it are passed over. */
export function fromBase64(text: string): Uint8Array {
  const data: number[] = [];
  let bits = 0;
  let count = 0;
  for (const c of text) {
    const digit = alphabet.indexOf(c);
    if (digit < 0) continue;
    bits = ((bits << 6) | digit) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      data.push((bits >> count) & 0xff);
    }
  }
  return Uint8Array.from(data);
}
