/** Cuts a stream of JSON objects, with or without anything between them, into one text per object. */

export type Json = Readonly<Record<string, unknown>>;

/** A person's mistake should not fill the memory. */
const longest = 2 ** 22;

export class JsonStream {
  private text = '';
  private depth = 0;
  /** The quote that closes the string, or nothing outside of strings. */
  private quote = '';
  private escaped = false;

  /** The objects that this piece completes. What stands outside of objects is passed over. */
  take(piece: string): string[] {
    const whole: string[] = [];
    for (const c of piece) {
      if (this.depth === 0 && c !== '{') continue;
      this.text += c;
      if (this.escaped) this.escaped = false;
      else if (this.quote !== '') {
        if (c === '\\') this.escaped = true;
        else if (c === this.quote) this.quote = '';
      } else if (c === '"' || c === "'") this.quote = c;
      else if (c === '{' || c === '[') this.depth++;
      else if (c === '}' || c === ']') this.depth--;
      if (this.depth > 0 && this.text.length < longest) continue;
      whole.push(this.text);
      this.text = '';
      this.depth = 0;
      this.quote = '';
      this.escaped = false;
    }
    return whole;
  }
}

const strings = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gs;

/** QEMU's JSON has strings in single quotes, too: the same in strict JSON. */
export const strictJson = (text: string): string =>
  text.replaceAll(strings, (found) =>
    found.startsWith('"')
      ? found
      : `"${found
          .slice(1, -1)
          .replaceAll("\\'", "'")
          .replaceAll(/(?<!\\)"/g, '\\"')}"`,
  );
