/** A small byte format: numbers of seven bits a byte, texts that are said once. What is read back may be anything at all. */

/** Writes. */
export class Writer {
  private readonly bytes: number[] = [];
  private readonly texts = new Map<string, number>();

  byte(n: number): void {
    this.bytes.push(n & 0xff);
  }

  /** An integer from 0 to 2^53 − 1: seven bits a byte, the lowest first. */
  number(n: number): void {
    let rest = n;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.bytes.push((rest % 0x80) | 0x80);
    this.bytes.push(rest);
  }

  /** One that may be negative. */
  signed(n: number): void {
    this.number(n < 0 ? -2 * n - 1 : 2 * n);
  }

  /** A text; the second time only its number. */
  text(text: string): void {
    const known = this.texts.get(text);
    if (known !== undefined) {
      this.number(known);
      return;
    }
    this.texts.set(text, this.texts.size + 1);
    this.number(0);
    const bytes = toUtf8(text);
    this.number(bytes.length);
    this.raw(bytes);
  }

  raw(bytes: Iterable<number>): void {
    for (const byte of bytes) this.bytes.push(byte);
  }

  done(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.bytes);
  }
}

/** Reads. Past the end, or where something cannot be, everything is 0 from there on and `isBroken` says so. */
export class Reader {
  private broken = false;
  private at = 0;
  private readonly bytes: Uint8Array;
  private readonly texts: string[] = [];

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  isBroken(): boolean {
    return this.broken;
  }

  get left(): number {
    return this.broken ? 0 : this.bytes.length - this.at;
  }

  /** Nothing can be read any more. */
  fail(): void {
    this.broken = true;
  }

  byte(): number {
    if (this.left < 1) {
      this.broken = true;
      return 0;
    }
    return this.bytes[this.at++] ?? 0;
  }

  number(): number {
    let n = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.byte();
      n += (byte & 0x7f) * scale;
      if (n > Number.MAX_SAFE_INTEGER) this.broken = true;
      if (this.broken) return 0;
      if (byte < 0x80) return n;
    }
  }

  signed(): number {
    const n = this.number();
    return n % 2 === 1 ? -(n + 1) / 2 : n / 2;
  }

  /** How many things follow; each takes a byte at least, so there cannot be more of them than bytes. */
  count(most = Infinity): number {
    const n = this.number();
    if (n <= Math.min(most, this.left)) return n;
    this.broken = true;
    return 0;
  }

  text(): string {
    const known = this.number();
    if (known !== 0) {
      const text = this.texts[known - 1];
      if (text === undefined) this.broken = true;
      return text ?? '';
    }
    const length = this.count();
    const text = fromUtf8(this.raw(length));
    this.texts.push(text);
    return text;
  }

  /** A view of the next `length` bytes, which `count` has found to be there. */
  raw(length: number): Uint8Array {
    if (length > this.left) this.broken = true;
    if (this.broken) return new Uint8Array(0);
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** UTF-8; half a surrogate pair is carried as it is. */
function toUtf8(text: string): number[] {
  const bytes: number[] = [];
  for (const letter of text) {
    const c = letter.codePointAt(0) ?? 0;
    if (c < 0x80) bytes.push(c);
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x1_0000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }
  return bytes;
}

function fromUtf8(bytes: Uint8Array): string {
  const letters: string[] = [];
  for (let i = 0; i < bytes.length;) {
    const head = bytes[i] ?? 0;
    const more = head < 0x80 ? 0 : head < 0xe0 ? 1 : head < 0xf0 ? 2 : 3;
    let c = more === 0 ? head : head & (0x3f >> more);
    for (let k = 1; k <= more; k++) c = (c << 6) | ((bytes[i + k] ?? 0) & 63);
    letters.push(c <= 0x10_ffff ? String.fromCodePoint(c) : '\ufffd');
    i += more + 1;
  }
  return letters.join('');
}

/** A number of 16 bits for some bytes, to notice that they are others. */
export function fingerprint(bytes: Iterable<number>): number {
  let hash = 0x811c_9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x0100_0193);
  return ((hash >>> 16) ^ hash) & 0xffff;
}

/** The same for anything that JSON can spell. */
export const fingerprintOf = (value: unknown): number => fingerprint(toUtf8(JSON.stringify(value)));
