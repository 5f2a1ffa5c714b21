/** QEMU's `first,key=value,flag` lists: read with places, and written. */

export interface Pair {
  /** Empty for a first value without key (`e1000` of `-device e1000,addr=3`). */
  readonly key: string;
  readonly value: string;
  /** Was there a `=`? A bare word is a flag that means `on`. */
  readonly bare: boolean;
  /** Characters of the list that the pair takes. */
  readonly from: number;
  readonly to: number;
}

/** A comma in a value is written twice. `firstKey` is what a first word without `=` is the value of. */
export function parsePairs(list: string, firstKey: string): Pair[] {
  const pairs: Pair[] = [];
  let from = 0;
  while (from <= list.length) {
    let to = from;
    let text = '';
    while (to < list.length) {
      const c = list[to] ?? '';
      if (c === ',' && list[to + 1] === ',') to++;
      else if (c === ',') break;
      text += c;
      to++;
    }
    const equals = text.indexOf('=');
    if (equals >= 0) {
      pairs.push({ key: text.slice(0, equals), value: text.slice(equals + 1), bare: false, from, to });
    } else if (from === 0 && text !== '') {
      pairs.push({ key: firstKey, value: text, bare: false, from, to });
    } else if (text !== '') {
      pairs.push({ key: text, value: 'on', bare: true, from, to });
    }
    from = to + 1;
  }
  return pairs;
}

/** The value as it stands in a list. */
export const escapeValue = (value: string): string => value.replaceAll(',', ',,');
