/** Cuts a stream of JSON objects, with or without anything between them, into one text per object. */

/** A person's mistake should not fill the memory. */
const longest = 2 ** 22;

export class JsonStream {
  private text = '';
  private depth = 0;
  private quoted = false;
  private escaped = false;

  /** The objects that this piece completes. What stands outside of objects is passed over. */
  take(piece: string): string[] {
    const whole: string[] = [];
    for (const c of piece) {
      if (this.depth === 0 && c !== '{') continue;
      this.text += c;
      if (this.escaped) this.escaped = false;
      else if (this.quoted) {
        if (c === '\\') this.escaped = true;
        else if (c === '"') this.quoted = false;
      } else if (c === '"') this.quoted = true;
      else if (c === '{' || c === '[') this.depth++;
      else if (c === '}' || c === ']') this.depth--;
      if (this.depth > 0 && this.text.length < longest) continue;
      whole.push(this.text);
      this.text = '';
      this.depth = 0;
      this.quoted = false;
      this.escaped = false;
    }
    return whole;
  }
}
