/** A language that nobody speaks: English with accents, two fifths longer, in brackets. What it cuts off, German would too. */
import type { Catalogue } from './catalogue.ts';
import type { Piece, Said } from './pieces.ts';

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'ë',
  g: 'ğ',
  i: 'ï',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'ü',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  C: 'Ç',
  E: 'É',
  I: 'Î',
  N: 'Ñ',
  O: 'Ø',
  S: 'Š',
  U: 'Ü',
};

/** The accents alone: of a word inside a sentence. */
const accented = (text: string): string =>
  text.replaceAll(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter);

/** "Open…" as "[Öpëñ… ~~]". What is in brackets already is long enough; what has no word in it is no text. */
export function pseudo(text: string): string {
  const own = text.replaceAll(/\[[^\]]*\]/g, '');
  if (!/\p{L}{2}/u.test(own)) return text;
  return `[${accented(text)} ${'~'.repeat(Math.max(0, Math.ceil(own.length * 0.4) - 3))}]`;
}

function pieces(said: readonly Piece[]): readonly Piece[] {
  const words = said.filter((piece) => typeof piece === 'string').join('');
  const longer = '~'.repeat(Math.ceil(words.length * 0.4));
  return [
    '[',
    ...said.map((piece) =>
      typeof piece === 'string'
        ? accented(piece)
        : 'term' in piece
          ? { ...piece, text: accented(piece.text) }
          : piece,
    ),
    ` ${longer}]`,
  ];
}

const stretched = (said: Said): Said => (typeof said === 'string' ? pseudo(said) : pieces(said));

/** A catalogue in that language. */
export function pseudoCatalogue(catalogue: Catalogue): Catalogue {
  const made: Record<string, Said | ((slots: never) => Said)> = {};
  for (const [id, entry] of Object.entries(catalogue))
    made[id] = typeof entry === 'function' ? (slots: never) => stretched(entry(slots)) : stretched(entry);
  return made;
}
