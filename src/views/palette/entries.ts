/** What the palette lists, and which sign in front asks for what. */

export const kinds = ['command', 'machine', 'device', 'register', 'step', 'help'] as const;
export type Kind = (typeof kinds)[number];

export interface Entry {
  /** Stable and unique. */
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  /** Quieter, at the right; searched as well. */
  readonly note?: string;
  /** Searched and not shown. */
  readonly also?: string;
  /** A shortcut, as in "Mod+K". */
  readonly keys?: string | undefined;
  /** Why it cannot run now: it is listed all the same. */
  readonly reason?: string | undefined;
  /** An answer: choosing it says this instead of running anything. */
  readonly says?: string;
  readonly run: () => void;
}

/** Those kinds that a sign asks for. */
export type PrefixedKind = Exclude<Kind, 'machine'>;

export const prefixes: Readonly<Record<PrefixedKind, string>> = {
  command: '>',
  device: '@',
  register: '#',
  step: ':',
  help: '?',
};

export const prefixedKinds = kinds.filter((kind): kind is PrefixedKind => kind !== 'machine');

/** As a Chinese keyboard types them. */
const wide: Readonly<Record<string, string>> = {
  '＞': '>',
  '》': '>',
  '＠': '@',
  '＃': '#',
  '：': ':',
  '？': '?',
};

export interface Query {
  /** Undefined: everything. */
  readonly kind: PrefixedKind | undefined;
  readonly text: string;
}

export function parse(typed: string): Query {
  const text = typed.trimStart();
  const first = text[0] ?? '';
  const sign = wide[first] ?? first;
  const kind = prefixedKinds.find((each) => prefixes[each] === sign);
  return { kind, text: (kind === undefined ? text : text.slice(1)).trim() };
}
